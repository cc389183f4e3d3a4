import { formatCount, formatDate } from "@motcua/format";
import { defineTexts } from "@motcua/language";
import { CopyButton } from "@motcua/ui/copy_button";

import type { Schemas } from "../api";
import { Await } from "../shared/await";
import { FigureButton } from "../shared/stat";
import { tableText } from "../shared/table_rows";
import type { FigurePath } from "./figures";
import { figureOpener } from "./open_figure";
import { form06a, reloadPeriod } from "./period_state";
import type { Period } from "./periods";

const t = defineTexts(
  {
    title: "Biểu II.06a/VPCP",
    subtitle: (from: string, to: string) =>
      `Tình hình, kết quả giải quyết thủ tục hành chính, từ ${from} đến ${to}`,
    unit: "Đơn vị tính: số hồ sơ",
    number: "STT",
    field: "Lĩnh vực",
    received: "Số hồ sơ nhận giải quyết",
    receivedTotal: "Tổng số",
    online: "Trực tuyến",
    otherwise: "Trực tiếp, bưu chính",
    carried_over: "Từ kỳ trước",
    resolved: "Số hồ sơ đã giải quyết",
    early: "Trước hạn",
    on_time: "Đúng hạn",
    late: "Quá hạn",
    in_progress: "Số hồ sơ đang giải quyết",
    within: "Trong hạn",
    overdue: "Quá hạn",
    total: "Tổng số",
    copy: "Chép bảng",
    source: "Nguồn: sổ hồ sơ của bộ phận một cửa; bấm vào một số để xem các hồ sơ được đếm.",
  },
  {
    title: "Form II.06a/VPCP",
    subtitle: (from: string, to: string) =>
      `Administrative procedures received and resolved, ${from} to ${to}`,
    unit: "In dossiers",
    number: "No.",
    field: "Field",
    received: "Dossiers received",
    receivedTotal: "Total",
    online: "Online",
    otherwise: "In person, by post",
    carried_over: "Carried over",
    resolved: "Dossiers resolved",
    early: "Early",
    on_time: "On time",
    late: "Late",
    in_progress: "Dossiers in progress",
    within: "Within the limit",
    overdue: "Late",
    total: "Total",
    copy: "Copy table",
    source: "Source: the desk's books; click a figure for the dossiers it counts.",
  },
);

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
    texts.online,
    texts.otherwise,
    texts.carried_over,
    texts.receivedTotal,
    texts.early,
    texts.on_time,
    texts.late,
    texts.receivedTotal,
    texts.within,
    texts.overdue,
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
