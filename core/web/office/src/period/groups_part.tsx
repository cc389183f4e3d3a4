import { formatCount } from "@motcua/format";
import { defineTexts } from "@motcua/language";

import type { GroupBy, Schemas } from "../api";
import { Await } from "../shared/await";
import { DataTable, type Column } from "../shared/data_table";
import { nameOf } from "../shared/names";
import { FigureButton } from "../shared/stat";
import { figureOf, shareOf, type FigurePath, type Figures } from "./figures";
import { monthWithin } from "./months_part";
import { figureOpener } from "./open_figure";
import { grouping, groupings, groups, reloadPeriod, show } from "./period_state";
import { figureNames } from "./period_texts";
import type { Period } from "./periods";
import { formatMonth, formatShare } from "./wording";

const t = defineTexts(
  {
    title: "Số liệu theo",
    field: "Lĩnh vực",
    procedure: "Thủ tục",
    channel: "Kênh tiếp nhận",
    level: "Mức độ trực tuyến",
    officer: "Công chức",
    month: "Tháng",
    total: "Tổng cộng",
    carried_over: "Kỳ trước",
    received: "Tiếp nhận",
    resolved: "Giải quyết",
    early: "Trước hạn",
    on_time: "Đúng hạn",
    late: "Quá hạn",
    earlyShare: "Tỷ lệ trước hạn",
    withdrawn: "Đã rút",
    in_progress: "Đang giải quyết",
    overdue: "Trong đó quá hạn",
    nobody: "Không ghi",
    none: "Kỳ này không có số liệu.",
  },
  {
    title: "Figures by",
    field: "Field",
    procedure: "Procedure",
    channel: "Channel",
    level: "Online level",
    officer: "Officer",
    month: "Month",
    total: "Total",
    carried_over: "Carried over",
    received: "Received",
    resolved: "Resolved",
    early: "Early",
    on_time: "On time",
    late: "Late",
    earlyShare: "Share of early ones",
    withdrawn: "Withdrawn",
    in_progress: "In progress",
    overdue: "Of these late",
    nobody: "Not noted",
    none: "There are no figures of this period.",
  },
);

interface Row {
  key: string;
  name: string;
  figures: Figures;
  isTotal?: boolean;
}

function groupName(by: GroupBy, group: Schemas["PeriodGroup"]): string {
  if (by === "channel" || by === "level") return nameOf(by, group.key);
  if (by === "month") return formatMonth(group.key);
  return group.name || group.key || t().nobody;
}

function columnsOf(by: GroupBy, period: Period): Column<Row>[] {
  const texts = t();
  const figure = (path: FigurePath, title: string): Column<Row> => ({
    key: path,
    title,
    number: true,
    value: (row) => figureOf(row.figures, path),
    text: (row) => formatCount(figureOf(row.figures, path)),
    cell: (row) => {
      const within = by === "month" && !row.isTotal ? monthWithin(row.key, period) : period;
      const group = row.isTotal ? undefined : { by, key: row.key, name: row.name };
      const looks = path === "resolved.late" || path === "in_progress.overdue" ? "late-figure" : "";
      const value = figureOf(row.figures, path);
      return (
        <span class={value > 0 ? looks : ""}>
          <FigureButton
            value={value}
            name={`${figureNames()[path]}, ${row.name}`}
            onOpen={figureOpener([path], within, group)}
          />
        </span>
      );
    },
  });
  return [
    {
      key: "name",
      title: texts[by],
      value: (row) => (by === "month" ? row.key : row.name),
      text: (row) => row.name,
      cell: (row) => (
        <span {...(isOffices(by) && !row.isTotal ? { lang: "vi" } : {})}>{row.name}</span>
      ),
      wide: true,
    },
    figure("carried_over", texts.carried_over),
    figure("received.total", texts.received),
    figure("resolved.total", texts.resolved),
    figure("resolved.early", texts.early),
    figure("resolved.on_time", texts.on_time),
    figure("resolved.late", texts.late),
    {
      key: "early_pct",
      title: texts.earlyShare,
      number: true,
      value: (row) => row.figures.resolved.early_pct,
      text: (row) => formatShare(shareOf(row.figures, "resolved.early")),
      cell: (row) => formatShare(shareOf(row.figures, "resolved.early")),
    },
    figure("withdrawn", texts.withdrawn),
    figure("in_progress.total", texts.in_progress),
    figure("in_progress.overdue", texts.overdue),
  ];
}

/** Names of these are the office's own words, Vietnamese in both languages. */
const isOffices = (by: GroupBy) => by === "field" || by === "procedure" || by === "officer";

export function GroupsPart() {
  const texts = t();
  return (
    <section class="card stack" aria-labelledby="groups-title">
      <div class="row">
        <h2 id="groups-title">{texts.title}</h2>
        <div class="choices" role="group" aria-labelledby="groups-title">
          {groupings.map((each) => (
            <button
              key={each}
              type="button"
              aria-pressed={grouping.value === each}
              onClick={() => show({ by: each })}
            >
              {texts[each]}
            </button>
          ))}
        </div>
      </div>
      <Await of={groups} again={reloadPeriod} height="20rem">
        {({ by, period, report }) => (
          <DataTable
            key={by}
            caption={`${texts.title} ${texts[by].toLowerCase()}`}
            captionHidden
            columns={columnsOf(by, period)}
            rows={report.groups.map((group) => ({
              key: group.key,
              name: groupName(by, group),
              figures: group,
            }))}
            rowKey={(row) => row.key}
            order={
              by === "month"
                ? { column: "name", descending: false }
                : { column: "received.total", descending: true }
            }
            total={
              by === "month"
                ? undefined // months overlap in what is carried over
                : { key: "", name: texts.total, figures: report.total, isTotal: true }
            }
            empty={texts.none}
          />
        )}
      </Await>
    </section>
  );
}
