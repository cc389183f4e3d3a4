// Periods: the usual ones, and what a period is compared with. A period that still runs ends today:
// what is overdue at its end can only be told of a day that has come.

import {
  addDays,
  addMonths,
  daysOf,
  isLastOfMonth,
  lastOfMonth,
  makeDate,
  partsOf,
  weekdayOf,
  type IsoDate,
} from "./dates";

export interface Period {
  from: IsoDate;
  to: IsoDate;
}

export const presetNames = [
  "today",
  "week",
  "month",
  "last_month",
  "quarter",
  "last_quarter",
  "half",
  "year_to_date",
  "last_year",
] as const;
export type PresetName = (typeof presetNames)[number];

/** What a preset is in numbers: for its label (Quý III/2023). */
export interface Preset extends Period {
  name: PresetName;
  year: number;
  part: number;
}

const earlier = (a: IsoDate, b: IsoDate) => (a < b ? a : b);

function monthsOf(name: PresetName, first: IsoDate, months: number, today: IsoDate): Preset {
  const { year, month } = partsOf(first);
  const to = addDays(addMonths(first, months), -1);
  return { name, from: first, to: earlier(to, today), year, part: Math.ceil(month / months) };
}

export function presetOf(name: PresetName, today: IsoDate): Preset {
  const { year, month } = partsOf(today);
  const firstOf = (each: number) => makeDate(year, each, 1);
  const quarter = month - ((month - 1) % 3);
  switch (name) {
    case "today":
      return { name, from: today, to: today, year, part: 0 };
    case "week":
      return { name, from: addDays(today, 1 - weekdayOf(today)), to: today, year, part: 0 };
    case "month":
      return monthsOf(name, firstOf(month), 1, today);
    case "last_month":
      return monthsOf(name, firstOf(month - 1), 1, today);
    case "quarter":
      return monthsOf(name, firstOf(quarter), 3, today);
    case "last_quarter":
      return monthsOf(name, firstOf(quarter - 3), 3, today);
    case "half":
      return monthsOf(name, firstOf(1), 6, today);
    case "year_to_date":
      return monthsOf(name, firstOf(1), 12, today);
    case "last_year":
      return monthsOf(name, makeDate(year - 1, 1, 1), 12, today);
  }
}

export function presetsOf(today: IsoDate): Preset[] {
  return presetNames.map((name) => presetOf(name, today));
}

/** How many calendar months the period is, whole ones; 0 when it is not made of such. */
export function wholeMonths({ from, to }: Period): number {
  const first = partsOf(from);
  if (first.day !== 1 || !isLastOfMonth(to)) return 0;
  const last = partsOf(to);
  return (last.year - first.year) * 12 + last.month - first.month + 1;
}

/** So many periods of the same length on, or back. Whole months move by months. */
export function shifted(period: Period, steps: number): Period {
  const months = wholeMonths(period);
  if (months > 0) {
    const from = addMonths(period.from, months * steps);
    return { from, to: addDays(addMonths(from, months), -1) };
  }
  const days = daysOf(period.from, period.to) * steps;
  return { from: addDays(period.from, days), to: addDays(period.to, days) };
}

export const comparisons = ["before", "last_year", "none"] as const;
export type Comparison = (typeof comparisons)[number];

/** The period that the figures stand beside. */
export function comparedWith(period: Period, how: Comparison): Period | undefined {
  if (how === "none") return undefined;
  if (how === "before") return shifted(period, -1);
  const { year, month } = partsOf(addMonths(period.to, -12));
  const to = wholeMonths(period) > 0 ? lastOfMonth(year, month) : addMonths(period.to, -12);
  return { from: addMonths(period.from, -12), to };
}
