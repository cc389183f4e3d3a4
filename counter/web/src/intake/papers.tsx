// The procedure's papers as a list to tick. Space: one copy; Enter: one copy, and on to the next.

import { wordsOf } from "@motcua/language";
import { Button } from "@motcua/ui";
import { useState } from "preact/hooks";

import {
  addPaper,
  type Draft,
  type DraftPaper,
  isHandedIn,
  tickAll,
  togglePaper,
  withPaper,
} from "./draft";
import { change } from "./drafts";

const t = wordsOf("counterPapers");

const columns = ["originals", "certified", "copies"] as const;
const most = 99;

function focusPaper(index: number, count: number): void {
  const id = index >= count ? "intake-receive" : `paper-${Math.max(0, index)}`;
  document.getElementById(id)?.focus();
}

function onKey(event: KeyboardEvent, draft: Draft, index: number): void {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const paper = draft.papers[index];
  const count = draft.papers.length;
  const set = (part: Partial<DraftPaper>) =>
    change(draft.id, (each) => withPaper(each, index, part));
  const { key } = event;
  if (key === "ArrowDown") focusPaper(Math.min(index + 1, count - 1), count);
  else if (key === "ArrowUp") focusPaper(index - 1, count);
  else if (key === "Enter") {
    if (paper && !isHandedIn(paper)) change(draft.id, (each) => togglePaper(each, index));
    focusPaper(index + 1, count);
  } else if (/^[0-9]$/.test(key)) set({ copies: Number(key) });
  else if (key.toLowerCase() === "c") set({ originals: paper?.originals ? 0 : 1 });
  else if (key.toLowerCase() === "t") set({ certified: paper?.certified ? 0 : 1 });
  else return;
  event.preventDefault();
  event.stopPropagation();
}

function Row({ draft, paper, index }: { draft: Draft; paper: DraftPaper; index: number }) {
  const texts = t();
  return (
    <tr class={isHandedIn(paper) ? "ticked" : ""}>
      <td>
        <label class="paper">
          <input
            type="checkbox"
            id={`paper-${index}`}
            checked={isHandedIn(paper)}
            onChange={() => change(draft.id, (each) => togglePaper(each, index))}
            onKeyDown={(event) => onKey(event, draft, index)}
          />
          <span>{paper.name}</span>
        </label>
      </td>
      {columns.map((column) => (
        <td key={column} class="end">
          <input
            class="input count"
            type="number"
            min={0}
            max={most}
            aria-label={texts.of(texts[column], paper.name)}
            value={paper[column] || ""}
            placeholder="0"
            onInput={(event) => {
              const value = Math.min(
                most,
                Math.max(0, Math.trunc(Number(event.currentTarget.value))),
              );
              change(draft.id, (each) => withPaper(each, index, { [column]: value }));
            }}
          />
        </td>
      ))}
    </tr>
  );
}

function Extra({ draft }: { draft: Draft }) {
  const texts = t();
  const [name, setName] = useState("");
  const add = () => {
    change(draft.id, (each) => addPaper(each, name));
    setName("");
  };
  return (
    <div class="extra-paper">
      <input
        class="input"
        aria-label={texts.extra}
        placeholder={texts.extra}
        maxLength={300}
        value={name}
        onInput={(event) => setName(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.ctrlKey) return;
          event.preventDefault();
          add();
        }}
      />
      <Button disabled={!name.trim()} onClick={add}>
        {texts.add}
      </Button>
    </div>
  );
}

export function Papers({ draft }: { draft: Draft }) {
  const texts = t();
  const done = draft.papers.filter(isHandedIn).length;
  return (
    <section class="card papers" aria-labelledby="papers-title">
      <div class="card-head">
        <h2 id="papers-title">
          {texts.title} <span class="number">{texts.count(done, draft.papers.length)}</span>
        </h2>
        <Button shortcut="Alt+A" onClick={() => change(draft.id, tickAll)}>
          {texts.all}
        </Button>
      </div>
      {draft.papers.length === 0 ? (
        <p>{texts.none}</p>
      ) : (
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{texts.paper}</th>
              {columns.map((column) => (
                <th key={column} scope="col" class="end">
                  {texts[column]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {draft.papers.map((paper, index) => (
              <Row key={index} draft={draft} paper={paper} index={index} />
            ))}
          </tbody>
        </table>
      )}
      <p class="hint">{texts.hint}</p>
      <Extra draft={draft} />
    </section>
  );
}
