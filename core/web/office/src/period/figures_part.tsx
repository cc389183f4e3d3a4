import { formatCount, unknown } from "@motcua/format";
import { wordsOf } from "@motcua/language";
import * as vocabulary from "@motcua/vocabulary";

import { Await } from "../shared/await";
import { DataTable, type Column } from "../shared/data_table";
import { FigureButton, Stat } from "../shared/stat";
import {
  differenceOf,
  figureOf,
  figurePaths,
  knowsAnything,
  pointsBetween,
  shareOf,
  type FigurePath,
  type Figures,
} from "./figures";
import { GroupsPart } from "./groups_part";
import { MonthsPart } from "./months_part";
import { figureOpener } from "./open_figure";
import { reloadPeriod, whole, type Whole } from "./period_state";
import { formatDifference, formatPeriod, formatPoints, formatShare } from "./wording";

const periodTexts = wordsOf("officePeriod");

const t = wordsOf("officeFiguresPart");

export function FiguresPart() {
  return (
    <Await of={whole} again={reloadPeriod} height="60vh">
      {(each) => (
        <div class="stack">
          <MainFigures whole={each} />
          <MonthsPart whole={each} />
          <GroupsPart />
          <AllFigures whole={each} />
        </div>
      )}
    </Await>
  );
}

/** The figures to compare with; undefined where there are none. */
function figuresBefore(each: Whole): Figures | undefined {
  const before = each.before?.report.total;
  return before && knowsAnything(before) ? before : undefined;
}

function MainFigures({ whole: each }: { whole: Whole }) {
  const texts = t();
  const { total } = each.report;
  const before = figuresBefore(each);
  const stat = (path: FigurePath, look?: "good" | "warn" | "bad" | "info") => {
    const share = shareOf(total, path);
    const change =
      before && formatDifference(differenceOf(figureOf(total, path), figureOf(before, path)));
    return (
      <Stat
        name={vocabulary.figure.word(path)}
        value={figureOf(total, path)}
        look={look}
        detail={
          <>
            {share && <span class="share">{formatShare(share)}</span>}
            {change && <span>{texts.against(change)}</span>}
          </>
        }
        onOpen={figureOpener([path], each.period)}
      />
    );
  };
  const late = total.resolved.late > 0 ? "bad" : undefined;
  const overdue = total.in_progress.overdue > 0 ? "bad" : undefined;
  return (
    <section aria-labelledby="main-figures">
      <h2 id="main-figures">{texts.main}</h2>
      <div class="stats large">
        {stat("received.total", "info")}
        {stat("resolved.total")}
        {stat("resolved.early", "good")}
        {stat("resolved.on_time")}
        {stat("resolved.late", late)}
        {stat("in_progress.total")}
        {stat("in_progress.overdue", overdue)}
        {stat("online_resolved")}
        {stat("digitised")}
      </div>
      {each.before && !before && <p class="remark">{periodTexts().nothingBefore}</p>}
    </section>
  );
}

const isPart = (path: FigurePath) => path.includes(".") && !path.endsWith(".total");

/** What the period itself says of each figure. */
function ownColumns({ report: { total }, period }: Whole): Column<FigurePath>[] {
  const texts = t();
  const share = (path: FigurePath) => shareOf(total, path);
  return [
    {
      key: "name",
      title: texts.figure,
      wide: true,
      value: (path) => vocabulary.figure.word(path),
      cell: (path) => (
        <span class={isPart(path) ? "part" : ""}>{vocabulary.figure.word(path)}</span>
      ),
    },
    {
      key: "value",
      title: texts.value,
      number: true,
      value: (path) => figureOf(total, path),
      text: (path) => formatCount(figureOf(total, path)),
      cell: (path) => (
        <FigureButton
          value={figureOf(total, path)}
          name={vocabulary.figure.word(path)}
          onOpen={figureOpener([path], period)}
        />
      ),
    },
    {
      key: "share",
      title: texts.share,
      number: true,
      value: (path) => share(path)?.pct ?? null,
      text: (path) => formatShare(share(path)),
      cell: (path) => (share(path) ? formatShare(share(path)) : ""),
    },
  ];
}

/** What the period compared with says; dashes where its books say nothing. */
function comparedColumns(each: Whole): Column<FigurePath>[] {
  if (!each.before) return [];
  const texts = t();
  const { total } = each.report;
  const before = figuresBefore(each);
  const beforeText = (path: FigurePath) => {
    if (!before) return unknown;
    const share = shareOf(before, path);
    return share ? formatShare(share) : formatCount(figureOf(before, path));
  };
  const change = (path: FigurePath) =>
    before && differenceOf(figureOf(total, path), figureOf(before, path));
  const difference = (path: FigurePath) => {
    const changed = change(path);
    if (!before || !changed) return unknown;
    const share = shareOf(total, path);
    if (!share) return formatDifference(changed);
    const points = formatPoints(pointsBetween(share, shareOf(before, path)), texts.points);
    return `${formatDifference(changed)}; ${points}`;
  };
  return [
    {
      key: "before",
      title: texts.before(formatPeriod(each.before.period)),
      number: true,
      value: (path) => (before ? figureOf(before, path) : null),
      text: beforeText,
      cell: beforeText,
    },
    {
      key: "difference",
      title: texts.difference,
      number: true,
      value: (path) => change(path)?.by ?? null,
      text: difference,
      cell: difference,
    },
  ];
}

function AllFigures({ whole: each }: { whole: Whole }) {
  return (
    <section class="card">
      <DataTable
        caption={t().all}
        columns={[...ownColumns(each), ...comparedColumns(each)]}
        rows={figurePaths}
        rowKey={(path) => path}
      />
    </section>
  );
}
