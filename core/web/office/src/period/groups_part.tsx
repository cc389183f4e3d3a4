import { formatCount } from "@motcua/format";
import { wordsOf } from "@motcua/language";
import * as vocabulary from "@motcua/vocabulary";

import type { GroupBy } from "../api";
import { Await } from "../shared/await";
import { DataTable, type Column } from "../shared/data_table";
import { FigureButton } from "../shared/stat";
import { figureOf, shareOf, type FigurePath, type Figures } from "./figures";
import { figureOpener } from "./open_figure";
import { grouping, groups, reloadPeriod, show } from "./period_state";
import type { Period } from "./periods";
import { formatShare } from "./wording";

const t = wordsOf("officeGroupsPart");

interface Row {
  key: string;
  name: string;
  figures: Figures;
  isTotal?: boolean;
}

function columnsOf(by: GroupBy, period: Period): Column<Row>[] {
  const texts = t();
  const figure = (path: FigurePath): Column<Row> => ({
    key: path,
    title: vocabulary.figure.word(path),
    number: true,
    value: (row) => figureOf(row.figures, path),
    text: (row) => formatCount(figureOf(row.figures, path)),
    cell: (row) => {
      const group = row.isTotal ? undefined : { by, key: row.key, name: row.name };
      const looks = path === "resolved.late" || path === "in_progress.overdue" ? "late-figure" : "";
      const value = figureOf(row.figures, path);
      return (
        <span class={value > 0 ? looks : ""}>
          <FigureButton
            value={value}
            name={`${vocabulary.figure.word(path)}, ${row.name}`}
            onOpen={figureOpener([path], period, group)}
          />
        </span>
      );
    },
  });
  return [
    {
      key: "name",
      title: vocabulary.grouping.word(by),
      value: (row) => (by === "month" ? row.key : row.name),
      text: (row) => row.name,
      cell: (row) => (
        <span {...(isOffices(by) && !row.isTotal ? { lang: "vi" } : {})}>{row.name}</span>
      ),
      wide: true,
    },
    figure("carried_over"),
    figure("received.total"),
    figure("resolved.total"),
    figure("resolved.early"),
    figure("resolved.on_time"),
    figure("resolved.late"),
    {
      key: "early_pct",
      title: texts.earlyShare,
      number: true,
      value: (row) => row.figures.resolved.early_pct,
      text: (row) => formatShare(shareOf(row.figures, "resolved.early")),
      cell: (row) => formatShare(shareOf(row.figures, "resolved.early")),
    },
    figure("withdrawn"),
    figure("in_progress.total"),
    figure("in_progress.overdue"),
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
          {vocabulary.grouping.names.map((each) => (
            <button
              key={each}
              type="button"
              aria-pressed={grouping.value === each}
              onClick={() => show({ by: each })}
            >
              {vocabulary.grouping.word(each)}
            </button>
          ))}
        </div>
      </div>
      <Await of={groups} again={reloadPeriod} height="20rem">
        {({ by, period, report }) => (
          <DataTable
            key={by}
            caption={`${texts.title} ${vocabulary.lower(vocabulary.grouping.word(by))}`}
            captionHidden
            columns={columnsOf(by, period)}
            rows={report.groups.map((group) => ({
              key: group.key,
              name: group.name,
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
