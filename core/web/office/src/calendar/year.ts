// A year as a wall calendar shows it: months of weeks of seven days, Monday first.

import * as vocabulary from "@motcua/vocabulary";

import type { Calendar, CalendarDay } from "../api";
import { addDays, lastOfMonth, makeDate, partsOf, weekdayOf, type IsoDate } from "../period/dates";

export type DayLook = "ordinary" | "off" | "holiday" | "made_up";

export interface DayCell {
  date: IsoDate;
  day: number;
  look: DayLook;
  special: CalendarDay | undefined;
}

/** Of 1 Monday to 7 Sunday. */
export function weekdayName(weekday: number): string {
  const name = vocabulary.weekday.names[weekday - 1] ?? "";
  return vocabulary.capital(vocabulary.weekday.word(name));
}

/** Weeks of a month; null before its first and after its last day. */
export function weeksOf(calendar: Calendar, month: number): (DayCell | null)[][] {
  const special = new Map(calendar.days.map((each) => [each.date, each]));
  const off = new Set(calendar.days_off);
  const first = makeDate(calendar.year, month, 1);
  const last = lastOfMonth(calendar.year, month);
  const cells: (DayCell | null)[] = Array<null>(weekdayOf(first) - 1).fill(null);
  for (let date = first; date <= last; date = addDays(date, 1)) {
    const day = special.get(date);
    const look = lookOf(day, off.has(date));
    cells.push({ date, day: partsOf(date).day, look, special: day });
  }
  while (cells.length % 7 !== 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

function lookOf(special: CalendarDay | undefined, isOff: boolean): DayLook {
  if (special) return special.kind === "holiday" ? "holiday" : "made_up";
  return isOff ? "off" : "ordinary";
}
