// A procedure in three letters and Enter. What this machine takes most comes first.

import { wordsOf } from "@motcua/language";
import { useState } from "preact/hooks";

import type { ProcedureVersion } from "../api";
import { type Draft, withProcedure } from "./draft";
import { change } from "./drafts";
import { focusCopies, focusPapers } from "./focus";
import { entries, procedureOf, uses } from "./procedures";
import { search } from "./procedure_search";

const t = wordsOf("counterProcedurePicker");

const mostShown = 8;

function Option({
  procedure,
  chosen,
  id,
}: {
  procedure: ProcedureVersion;
  chosen: boolean;
  id: string;
}) {
  return (
    <>
      <span class="option-name">{procedure.name}</span>
      <span class="option-facts" id={`${id}-facts`}>
        {procedure.code} · {procedure.field} · {procedure.duration_text}
      </span>
      {chosen && (
        <span class="option-key" aria-hidden="true">
          ⏎
        </span>
      )}
    </>
  );
}

interface Combo {
  draft: Draft;
  current: ProcedureVersion | undefined;
  onDone: () => void;
}

function Combo({ draft, current, onDone }: Combo) {
  const texts = t();
  const [query, setQuery] = useState("");
  const [at, setAt] = useState(0);
  const [open, setOpen] = useState(false);
  const found = search(entries.value, query, uses.value, mostShown);
  const choose = (procedure: ProcedureVersion | undefined) => {
    if (!procedure) return;
    change(draft.id, (each) => withProcedure(each, procedure));
    setQuery("");
    setOpen(false);
    onDone();
    if (procedure.certifies_copies) focusCopies();
    else focusPapers();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.isComposing) return;
    const last = found.length - 1;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      setOpen(true);
      const step = event.key === "ArrowDown" ? 1 : -1;
      setAt(open ? Math.min(last, Math.max(0, at + step)) : 0);
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (open) choose(found[at]);
      else if (current) onDone();
    } else if (event.key === "Escape") {
      setOpen(false);
      setQuery("");
      if (current) onDone();
    }
  };
  const error = draft.errors.procedure;
  return (
    <div class="combo">
      <input
        id="intake-procedure"
        class="input"
        role="combobox"
        aria-label={texts.label}
        aria-expanded={open}
        aria-controls="procedure-list"
        aria-autocomplete="list"
        aria-activedescendant={open && found[at] ? `procedure-${at}` : undefined}
        aria-describedby="procedure-hint"
        aria-invalid={Boolean(error)}
        autocomplete="off"
        spellcheck={false}
        maxLength={100}
        placeholder={current?.name ?? texts.label}
        value={query}
        onInput={(event) => {
          setQuery(event.currentTarget.value);
          setAt(0);
          setOpen(true);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setOpen(false)}
      />
      <span class="hint" id="procedure-hint">
        {entries.value.length === 0 ? texts.loading : texts.hint}
      </span>
      {error && (
        <div class="error" role="alert">
          {error}
        </div>
      )}
      <div class="hidden-visually" role="status">
        {open ? texts.found(found.length) : ""}
      </div>
      <ul
        class="options"
        id="procedure-list"
        role="listbox"
        aria-label={texts.title}
        hidden={!open}
      >
        {open && found.length === 0 && entries.value.length > 0 && (
          <li class="option none" role="option" aria-selected="false" aria-disabled="true">
            {texts.none}
          </li>
        )}
        {open &&
          found.map((procedure, index) => (
            <li
              key={procedure.code}
              id={`procedure-${index}`}
              role="option"
              class="option"
              aria-selected={index === at}
              onPointerDown={(event) => {
                event.preventDefault(); // the field keeps the focus until it is chosen
                choose(procedure);
              }}
            >
              <Option procedure={procedure} chosen={index === at} id={`procedure-${index}`} />
            </li>
          ))}
      </ul>
    </div>
  );
}

export function ProcedurePicker({ draft }: { draft: Draft }) {
  const texts = t();
  const [changing, setChanging] = useState(false);
  const current = procedureOf(draft.procedure);
  const searching = !current || changing;
  return (
    <section class="card procedure" aria-labelledby="procedure-title">
      <div class="card-head">
        <h2 id="procedure-title">{texts.title}</h2>
      </div>
      {searching ? (
        <Combo draft={draft} current={current} onDone={() => setChanging(false)} />
      ) : (
        <div class="chosen">
          <div>
            <strong>{current.name}</strong>
            <span class="option-facts">
              {current.code} · {current.field} · {current.duration_text} · {current.decision}
            </span>
          </div>
          <button
            type="button"
            class="link"
            id="intake-procedure"
            onClick={() => {
              setChanging(true);
              window.setTimeout(() => document.getElementById("intake-procedure")?.focus(), 30);
            }}
          >
            {texts.change}
          </button>
        </div>
      )}
    </section>
  );
}
