import { formatCount, formatDate } from "@motcua/format";
import { wordsOf } from "@motcua/language";
import { CopyButton } from "@motcua/ui/copy_button";
import * as vocabulary from "@motcua/vocabulary";

import type { Schemas } from "../api";
import { Await } from "../shared/await";
import { FigureButton } from "../shared/stat";
import { tableText } from "../shared/table_rows";
import type { FigurePath } from "./figures";
import { figureOpener } from "./open_figure";
import { form06a, reloadPeriod } from "./period_state";
import type { Period } from "./periods";

const t = wordsOf("officeForm06aPart");

type Figures = Schemas["Form06aFigures"];

/** The columns (3) to (13), and the figures of the period report that each is the sum of. */
const columns: { name: keyof Figures; counts: FigurePath[] }[] = [
  { name: "received", counts: ["received.total", "carried_over"] },
  { name: "received_online", counts: ["received.online"] },
  { name: "received_otherwise", counts: ["received.in_person", "received.postal"] },
  { name: "carried_over", counts: ["carried_over"] },
  { name: "resolved", counts: ["resolved.total", "withdrawn"] },
  { name: "early", counts: ["resolved.early"] },
  { name: "on_time", counts: ["resolved.on_time", "withdrawn"] },
  { name: "late", counts: ["resolved.late"] },
  { name: "in_progress", counts: ["in_progress.total"] },
  { name: "within_deadline", counts: ["in_progress.within_deadline", "in_progress.suspended"] },
  { name: "overdue", counts: ["in_progress.overdue"] },
];

export function Form06aPart() {
  return (
    <Await of={form06a} again={reloadPeriod} height="60vh">
      {(form) => <Form form={form} />}
    </Await>
  );
}

function Form({ form }: { form: Schemas["Form06a"] }) {
  const texts = t();
  const copied = () =>
    tableText(
      [...form.rows, { ...form.total, field: texts.total }].map((row, index) => [
        index < form.rows.length ? `${index + 1}` : "",
        row.field,
        ...columns.map((each) => formatCount(row[each.name])),
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
          <Head />
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

function Head() {
  const texts = t();
  const names = [
    texts.receivedTotal,
    vocabulary.channel.word("online"),
    texts.otherwise,
    texts.carried_over,
    texts.receivedTotal,
    vocabulary.outcome.word("early"),
    vocabulary.outcome.word("on_time"),
    vocabulary.outcome.word("late"),
    texts.receivedTotal,
    texts.within,
    vocabulary.outcome.word("late"),
  ];
  return (
    <thead>
      <tr>
        <th rowSpan={2} scope="col">
          {texts.number}
        </th>
        <th rowSpan={2} scope="col">
          {texts.field}
        </th>
        <th colSpan={4} scope="colgroup">
          {texts.received}
        </th>
        <th colSpan={4} scope="colgroup">
          {texts.resolved}
        </th>
        <th colSpan={3} scope="colgroup">
          {texts.in_progress}
        </th>
      </tr>
      <tr>
        {names.map((each, index) => (
          <th key={index} scope="col" class="end">
            {each}
          </th>
        ))}
      </tr>
      <tr class="column-numbers">
        {[1, 2, ...columns.map((_, index) => index + 3)].map((each) => (
          <td key={each} class={each > 2 ? "end" : ""}>
            ({each})
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
  form: Period;
}) {
  const group = number === undefined ? undefined : { by: "field" as const, key: name, name };
  return (
    <tr>
      <td>{number ?? ""}</td>
      <th scope="row" lang={number === undefined ? undefined : "vi"}>
        {name}
      </th>
      {columns.map((each, index) => (
        <td key={each.name} class="end">
          <FigureButton
            value={figures[each.name]}
            name={`(${index + 3}), ${name}`}
            onOpen={figureOpener(each.counts, { from: form.from, to: form.to }, group)}
          />
        </td>
      ))}
    </tr>
  );
}
