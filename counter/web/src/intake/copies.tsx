// Certifying copies (chứng thực bản sao): documents × copies in a small table, one receipt.

import { formatMoney } from "@motcua/format";
import { wordsOf } from "@motcua/language";
import { Field } from "@motcua/ui";

import { copiesOf, type CopyRow, type Draft, feePerCopyOf } from "./draft";
import { change } from "./drafts";
import { procedureOf } from "./procedures";

const t = wordsOf("counterCopies");

const mostRows = 30;
const mostCopies = 200;

const withRow = (draft: Draft, at: number, part: Partial<CopyRow>): Draft => ({
  ...draft,
  rows: draft.rows.map((row, index) => (index === at ? { ...row, ...part } : row)),
});

function addRow(draft: Draft): void {
  if (draft.rows.length >= mostRows) return;
  change(draft.id, (each) => ({
    ...each,
    rows: [...each.rows, { name: "", pages: 1, copies: 1 }],
  }));
  const at = draft.rows.length;
  window.setTimeout(() => document.getElementById(`copy-name-${at}`)?.focus(), 30);
}

function Row({ draft, row, index }: { draft: Draft; row: CopyRow; index: number }) {
  const texts = t();
  const onEnter = (go: () => void) => (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.ctrlKey) return;
    event.preventDefault();
    go();
  };
  const number = (name: "pages" | "copies", go: () => void) => (
    <input
      class="input count"
      id={`copy-${name}-${index}`}
      type="number"
      min={1}
      max={mostCopies}
      aria-label={`${texts[name]}, ${row.name || texts.row(index + 1)}`}
      value={row[name]}
      onFocus={(event) => event.currentTarget.select()}
      onInput={(event) => {
        const value = Math.min(
          mostCopies,
          Math.max(1, Math.trunc(Number(event.currentTarget.value))),
        );
        change(draft.id, (each) => withRow(each, index, { [name]: value }));
      }}
      onKeyDown={onEnter(go)}
    />
  );
  const focus = (id: string) => () => document.getElementById(id)?.focus();
  const isLast = index === draft.rows.length - 1;
  return (
    <tr>
      <td>
        <input
          class="input"
          id={`copy-name-${index}`}
          aria-label={`${texts.name}, ${texts.row(index + 1)}`}
          maxLength={250}
          value={row.name}
          onInput={(event) => {
            const name = event.currentTarget.value;
            change(draft.id, (each) => withRow(each, index, { name }));
          }}
          onKeyDown={onEnter(
            row.name.trim() ? focus(`copy-copies-${index}`) : focus("intake-receive"),
          )}
        />
      </td>
      <td class="end">
        {number("copies", isLast ? () => addRow(draft) : focus(`copy-name-${index + 1}`))}
      </td>
      <td class="end">
        {number("pages", isLast ? () => addRow(draft) : focus(`copy-name-${index + 1}`))}
      </td>
      <td>
        {draft.rows.length > 1 && (
          <button
            type="button"
            class="draft-close"
            aria-label={texts.remove(row.name || texts.row(index + 1))}
            onClick={() =>
              change(draft.id, (each) => ({
                ...each,
                rows: each.rows.filter((_, at) => at !== index),
              }))
            }
          >
            ×
          </button>
        )}
      </td>
    </tr>
  );
}

export function Copies({ draft }: { draft: Draft }) {
  const texts = t();
  const procedure = procedureOf(draft.procedure);
  const perCopy = feePerCopyOf(draft, procedure);
  const copies = copiesOf(draft);
  return (
    <section class="card papers" aria-labelledby="copies-title">
      <div class="card-head">
        <h2 id="copies-title">{texts.title}</h2>
        <strong class="number">{texts.total(copies, formatMoney(copies * perCopy))}</strong>
      </div>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{texts.name}</th>
            <th scope="col" class="end">
              {texts.copies}
            </th>
            <th scope="col" class="end">
              {texts.pages}
            </th>
            <td />
          </tr>
        </thead>
        <tbody>
          {draft.rows.map((row, index) => (
            <Row key={index} draft={draft} row={row} index={index} />
          ))}
        </tbody>
      </table>
      <p class="hint">{texts.hint}</p>
      <div class="per-copy">
        <Field label={texts.perCopy}>
          {(ties) => (
            <input
              {...ties}
              class="input"
              type="number"
              min={0}
              step={500}
              value={perCopy}
              onInput={(event) => {
                const value = Math.max(0, Math.trunc(Number(event.currentTarget.value)));
                change(draft.id, (each) => ({ ...each, feePerCopy: value, fee: null }));
              }}
            />
          )}
        </Field>
      </div>
    </section>
  );
}
