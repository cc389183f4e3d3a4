import { formatCount } from "@motcua/format";
import { wordsOf } from "@motcua/language";

import type { Schemas } from "../api";
import { Await } from "../shared/await";
import { DataTable, type Column } from "../shared/data_table";
import { cchc, reloadPeriod } from "./period_state";
import { rowsNotInTheBooks } from "./reform_rows";
import { formatShare } from "./wording";

const t = wordsOf("officeCchcPart");

type Row = Schemas["CchcRow"];

/** Rows of the form as the core fills it, and those that no book tells of, by number. */
function wholeForm(filled: readonly Row[]): Row[] {
  const texts = t();
  const known = new Set(filled.map((each) => each.number));
  const others = rowsNotInTheBooks()
    .filter((each) => !known.has(each.number))
    .map((each) => ({
      ...each,
      name_en: each.name,
      value: null,
      source: texts.notInBooks,
      source_en: texts.notInBooks,
    }));
  return [...filled, ...others].sort((a, b) => (a.number ?? 0) - (b.number ?? 0));
}

function shareText(row: Row): string {
  if (row.base === undefined || row.value === null) return "";
  return formatShare({ pct: row.pct ?? null, value: row.value, base: row.base });
}

function columns(first: Column<Row>): Column<Row>[] {
  const texts = t();
  const value = (row: Row) => (row.value === null ? texts.unknown : formatCount(row.value));
  return [
    first,
    {
      key: "name",
      title: texts.name,
      value: (row) => row.name,
      wide: true,
    },
    {
      key: "value",
      title: texts.value,
      number: true,
      value: (row) => row.value,
      text: value,
      cell: (row) => <span class={row.value === null ? "unknown" : ""}>{value(row)}</span>,
    },
    {
      key: "share",
      title: texts.share,
      number: true,
      value: (row) => row.pct ?? null,
      text: shareText,
      cell: shareText,
    },
    {
      key: "source",
      title: texts.source,
      value: (row) => row.source,
      wide: true,
    },
  ];
}

export function CchcPart() {
  const texts = t();
  const number: Column<Row> = {
    key: "number",
    title: texts.number,
    value: (row) => row.number,
  };
  const section: Column<Row> = {
    key: "section",
    title: texts.section,
    value: (row) => row.section,
  };
  return (
    <Await of={cchc} again={reloadPeriod} height="60vh">
      {(form) => (
        <div class="stack">
          <section class="card">
            <DataTable
              caption={texts.figures}
              columns={columns(section)}
              rows={form.figures}
              rowKey={(row) => row.name}
            />
          </section>
          <section class="card">
            <DataTable
              caption={texts.rows}
              columns={columns(number)}
              rows={wholeForm(form.rows)}
              rowKey={(row) => row.number ?? row.name}
            />
          </section>
          <section class="card" aria-labelledby="notes-title">
            <h2 id="notes-title">{texts.notes}</h2>
            <ul lang="vi">
              {form.notes.map((note) => (
                <li key={note}>{note}</li>
              ))}
            </ul>
          </section>
        </div>
      )}
    </Await>
  );
}
