// The period that is looked at, as the address says it, and its reports.

import { computed, effect } from "@preact/signals";

import { today } from "@motcua/clock";
import { language } from "@motcua/language";
import * as vocabulary from "@motcua/vocabulary";

import type { GroupBy, Schemas } from "../api";
import { get06a, getCchc, getReport } from "../api";
import { resource } from "../shared/resource";
import { goTo, route, writeRoute } from "../shell/route";
import { isDate } from "./dates";
import { comparedWith, comparisons, presetOf, type Comparison, type Period } from "./periods";

export const views = ["figures", "06a", "cchc"] as const;
export type View = (typeof views)[number];

const oneOf = <T extends string>(known: readonly T[], text: string | null): T =>
  known.find((each) => each === text) ?? (known[0] as T);

/** Of the address; the running year where it names none. */
export const period = computed<Period | undefined>(() => {
  const { query } = route.value;
  const from = query.get("from") ?? "";
  const to = query.get("to") ?? "";
  if (isDate(from) && isDate(to) && from <= to) return { from, to };
  if (!today.value) return undefined;
  const preset = presetOf("year_to_date", today.value);
  return { from: preset.from, to: preset.to };
});
export const comparison = computed<Comparison>(() =>
  oneOf(comparisons, route.value.query.get("compare")),
);
export const grouping = computed<GroupBy>(() =>
  oneOf(vocabulary.grouping.names, route.value.query.get("by")),
);
export const view = computed<View>(() => oneOf(views, route.value.query.get("view")));

export interface Choice {
  period?: Period;
  compare?: Comparison;
  by?: GroupBy;
  view?: View;
}

/** Another period is another place, to go back from; another look at it is not. */
export function show(choice: Choice): void {
  const { from, to } = choice.period ?? period.value ?? {};
  const target = writeRoute("period", {
    from,
    to,
    compare: choice.compare ?? comparison.value,
    by: choice.by ?? grouping.value,
    view: choice.view ?? view.value,
  });
  goTo(target, { replace: !choice.period });
}

export interface Whole {
  period: Period;
  report: Schemas["PeriodReport"];
  before: { period: Period; report: Schemas["PeriodReport"] } | undefined;
  months: Schemas["PeriodGroup"][];
}

export const whole = resource<Whole>();
export const groups = resource<{ period: Period; by: GroupBy; report: Schemas["PeriodReport"] }>();
export const cchc = resource<Schemas["CchcForm"]>();
export const form06a = resource<Schemas["Form06a"]>();

async function loadWhole(of: Period, beside: Period | undefined): Promise<Whole> {
  const [report, before] = await Promise.all([getReport(of, "month"), beside && getReport(beside)]);
  return {
    period: of,
    report,
    before: beside && before && { period: beside, report: before },
    months: report.groups,
  };
}

/** Loads what the address asks for, for as long as the page is shown; gives what ends it. */
export function followPeriod(): () => void {
  const ends = [
    effect(() => {
      const of = period.value;
      if (of) void whole.load(() => loadWhole(of, comparedWith(of, comparison.value)));
    }),
    effect(() => {
      const of = period.value;
      const by = grouping.value;
      void language.value; // the core names groups, rows and columns: in another language anew
      if (!of || view.value !== "figures") return;
      void groups.load(async () => ({ period: of, by, report: await getReport(of, by) }));
    }),
    effect(() => {
      const of = period.value;
      void language.value;
      if (of) void cchc.load(() => getCchc(of)); // also the sentence is in it
    }),
    effect(() => {
      const of = period.value;
      void language.value;
      if (of && view.value === "06a") void form06a.load(() => get06a(of));
    }),
  ];
  return () => {
    for (const end of ends) end();
  };
}

/** Loads everything of the present period anew. */
export function reloadPeriod(): void {
  const of = period.value;
  if (!of) return;
  void whole.load(() => loadWhole(of, comparedWith(of, comparison.value)));
  const by = grouping.value;
  void groups.load(async () => ({ period: of, by, report: await getReport(of, by) }));
  void cchc.load(() => getCchc(of));
  if (view.value === "06a") void form06a.load(() => get06a(of));
}
