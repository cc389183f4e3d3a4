// Arithmetic with the dates of the office, `YYYY-MM-DD`. No time zone takes part: a date is a day
// of the calendar on the wall.

export type IsoDate = string;

const dayLength = 86_400_000;

export function makeDate(year: number, month: number, day: number): IsoDate {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}

export function partsOf(date: IsoDate): { year: number; month: number; day: number } {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  return { year, month, day };
}

const dayNumber = (date: IsoDate) => Date.parse(`${date}T00:00:00Z`) / dayLength;

export function addDays(date: IsoDate, days: number): IsoDate {
  return new Date((dayNumber(date) + days) * dayLength).toISOString().slice(0, 10);
}

/** Days from the first to the last, both counted. */
export function daysOf(from: IsoDate, to: IsoDate): number {
  return dayNumber(to) - dayNumber(from) + 1;
}

/** 1 Monday to 7 Sunday. */
export function weekdayOf(date: IsoDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
}

export function lastOfMonth(year: number, month: number): IsoDate {
  return makeDate(year, month + 1, 0);
}

/** The date so many months on; the last of a month where the day does not exist. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const { year, month, day } = partsOf(date);
  const first = partsOf(makeDate(year, month + months, 1));
  const last = partsOf(lastOfMonth(first.year, first.month)).day;
  return makeDate(first.year, first.month, Math.min(day, last));
}

export function isLastOfMonth(date: IsoDate): boolean {
  return partsOf(addDays(date, 1)).day === 1;
}

/** A date that exists, of the years an office keeps. */
export function isDate(text: string): boolean {
  if (!/^(19|20|21)\d\d-\d\d-\d\d$/.test(text)) return false;
  const { year, month, day } = partsOf(text);
  return makeDate(year, month, day) === text;
}

/** What a person types: 3/1/2023, 03.01.23, 03012023, or the ISO form. */
export function readTypedDate(text: string): IsoDate | undefined {
  const typed = text.trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed);
  const local =
    /^(\d{1,2})[/.\s-](\d{1,2})[/.\s-](\d{4}|\d{2})$/.exec(typed) ??
    /^(\d{2})(\d{2})(\d{4})$/.exec(typed);
  const [, a = "", b = "", c = ""] = iso ?? local ?? [];
  const [year, month, day] = iso ? [a, b, c] : [c.length === 2 ? `20${c}` : c, b, a];
  const date = `${year}-${month?.padStart(2, "0")}-${day?.padStart(2, "0")}`;
  return isDate(date) ? date : undefined;
}
