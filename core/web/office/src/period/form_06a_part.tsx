import { formatCount, formatDate } from "@motcua/format";
import { wordsOf } from "@motcua/language";
import { CopyButton } from "@motcua/ui/copy_button";

import type { Schemas } from "../api";
import { Await } from "../shared/await";
import { FigureButton } from "../shared/stat";
import { tableText } from "../shared/table_rows";
import { figureOpener } from "./open_figure";
import { form06a, reloadPeriod } from "./period_state";

const t = wordsOf("officeForm06aPart");

type Figures = Schemas["Form06aFigures"];

type Form = Schemas["Form06a"];
type FormColumn = Form["columns"][number];

const figureIn = (row: Figures, { name }: FormColumn): number => row[name as keyof Figures];

export function Form06aPart() {
  return (
    <Await of={form06a} again={reloadPeriod} height="60vh">
      {(form) => <FormTable form={form} />}
    </Await>
  );
}

function FormTable({ form }: { form: Form }) {
  const texts = t();
  const copied = () =>
    tableText(
      [...form.rows, { ...form.total, field: texts.total }].map((row, index) => [
        index < form.rows.length ? `${index + 1}` : "",
        row.field,
        ...form.columns.map((each) => formatCount(figureIn(row, each))),
      ]),
    );
  return (
    <section class="card stack paper" aria-labelledby="form-title">
      <div class="row spread">
        <div>
          <h2 id="form-title">{texts.title}</h2>
          <p lang="vi">{form.office}</p>
          <p>{texts.subtitle(formatDate(form.from), formatDate(form.to))}</p>
        </div>
        <p class="remark">{texts.unit}</p>
      </div>
      <div class="table-scroll" role="group" aria-labelledby="form-title" tabIndex={0}>
        <table class="table form">
          <Head columns={form.columns} />
          <tbody>
            {form.rows.map((row, index) => (
              <Row key={row.field} figures={row} name={row.field} number={index + 1} form={form} />
            ))}
          </tbody>
          <tfoot>
            <Row figures={form.total} name={texts.total} form={form} />
          </tfoot>
        </table>
      </div>
      <div class="table-tools">
        <CopyButton look="quiet" label={texts.copy} text={copied} />
      </div>
      <p class="remark" lang="vi">
        {form.note}
      </p>
      <p class="remark">{texts.source}</p>
    </section>
  );
}

interface Group {
  name: string;
  columns: FormColumn[];
}

/** The columns that stand together under what the core calls them. */
function groupsOf(columns: FormColumn[]): Group[] {
  const groups: Group[] = [];
  for (const each of columns) {
    const last = groups.at(-1);
    if (last?.name === each.group) last.columns.push(each);
    else groups.push({ name: each.group, columns: [each] });
  }
  return groups;
}

function Head({ columns }: { columns: FormColumn[] }) {
  const texts = t();
  return (
    <thead>
      <tr>
        <th rowSpan={2} scope="col">
          {texts.number}
        </th>
        <th rowSpan={2} scope="col">
          {texts.field}
        </th>
        {groupsOf(columns).map((each) => (
          <th key={each.name} colSpan={each.columns.length} scope="colgroup">
            {each.name}
          </th>
        ))}
      </tr>
      <tr>
        {columns.map(({ name, heading }) => (
          <th key={name} scope="col" class="end">
            {heading}
          </th>
        ))}
      </tr>
      <tr class="column-numbers">
        <td>(1)</td>
        <td>(2)</td>
        {columns.map((each) => (
          <td key={each.name} class="end">
            ({each.number})
          </td>
        ))}
      </tr>
    </thead>
  );
}

function Row({
  figures,
  name,
  number,
  form,
}: {
  figures: Figures;
  name: string;
  number?: number;
  form: Form;
}) {
  const group = number === undefined ? undefined : { by: "field" as const, key: name, name };
  return (
    <tr>
      <td>{number ?? ""}</td>
      <th scope="row" lang={number === undefined ? undefined : "vi"}>
        {name}
      </th>
      {form.columns.map((each) => (
        <td key={each.name} class="end">
          <FigureButton
            value={figureIn(figures, each)}
            name={`(${each.number}), ${name}`}
            onOpen={figureOpener(each.figures, { from: form.from, to: form.to }, group)}
          />
        </td>
      ))}
    </tr>
  );
}
