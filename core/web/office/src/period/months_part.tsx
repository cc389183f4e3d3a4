import { useMemo } from "preact/hooks";

import { formatCount } from "@motcua/format";
import { wordsOf, language } from "@motcua/language";
import * as vocabulary from "@motcua/vocabulary";

import type { Schemas } from "../api";
import { BarChart } from "../charts/bar_chart";
import type { Bars } from "../charts/bar_options";
import { DataTable, type Column } from "../shared/data_table";
import { FigureButton } from "../shared/stat";
import { figureOf, shareOf, type FigurePath } from "./figures";
import { figureOpener } from "./open_figure";
import type { Whole } from "./period_state";
import { formatMonth, formatShare } from "./wording";

const t = wordsOf("officeMonthsPart");

type Group = Schemas["PeriodGroup"];
const outcomes = vocabulary.outcome.names;
const colors = { early: "--early", on_time: "--on-time", late: "--late" };
const hatches = { early: undefined, on_time: "up", late: "down" } as const;

export function MonthsPart({ whole }: { whole: Whole }) {
  const texts = t();
  const { months } = whole;
  const bars = useMemo<Bars>(
    () => ({
      labels: months.map((each) => formatMonth(each.key)),
      stacked: true,
      series: outcomes.map((outcome) => ({
        name: vocabulary.outcome.word(outcome),
        color: colors[outcome],
        hatch: hatches[outcome],
        values: months.map((each) => each.resolved[outcome]),
      })),
    }),
    [months, language.value],
  );
  const figure = (path: FigurePath, title: string): Column<Group> => ({
    key: path,
    title,
    number: true,
    value: (each) => figureOf(each, path),
    text: (each) => formatCount(figureOf(each, path)),
    cell: (each) => (
      <FigureButton
        value={figureOf(each, path)}
        name={`${vocabulary.figure.word(path)}, ${formatMonth(each.key)}`}
        onOpen={figureOpener([path], whole.period, {
          by: "month",
          key: each.key,
          name: formatMonth(each.key),
        })}
      />
    ),
  });
  const columns: Column<Group>[] = [
    {
      key: "month",
      title: texts.month,
      value: (each) => each.key,
      text: (each) => formatMonth(each.key),
      cell: (each) => formatMonth(each.key),
    },
    ...outcomes.map((outcome) => figure(`resolved.${outcome}`, vocabulary.outcome.word(outcome))),
    {
      key: "early_pct",
      title: texts.early,
      number: true,
      value: (each) => each.resolved.early_pct,
      text: (each) => formatShare(shareOf(each, "resolved.early")),
      cell: (each) => formatShare(shareOf(each, "resolved.early")),
    },
  ];
  return (
    <section class="card" aria-labelledby="months-title">
      <h2 id="months-title">{texts.title}</h2>
      {months.length === 0 ? (
        <p class="empty">{texts.none}</p>
      ) : (
        <div class="halves">
          <BarChart bars={bars} label={texts.chart} />
          <DataTable
            caption={texts.title}
            captionHidden
            columns={columns}
            rows={months}
            rowKey={(each) => each.key}
          />
        </div>
      )}
    </section>
  );
}
