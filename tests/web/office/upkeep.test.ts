import { expect, test } from "vitest";

import { formatBytes } from "@motcua/format";

import { differs } from "../../../core/web/office/src/catalogue/differences";
import type { Calendar } from "../../../core/web/office/src/api";
import { weeksOf } from "../../../core/web/office/src/calendar/year";
import { makePassword } from "../../../core/web/office/src/users/passwords";

const day = ["07:30-11:30", "13:30-17:00"];
const calendar: Calendar = {
  year: 2024,
  timezone: "Asia/Ho_Chi_Minh",
  hours: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [], sun: [] },
  days: [
    { date: "2024-04-29", kind: "holiday", name: "Nghỉ hoán đổi" },
    { date: "2024-05-04", kind: "working", name: "Làm bù" },
  ],
  days_off: ["2024-04-29", "2024-05-11"],
  loaded: true,
  years_not_loaded: [],
  years_not_loaded_text: null,
  working_days: 262,
};

test("a month begins on its weekday, Monday first, in whole weeks", () => {
  const weeks = weeksOf(calendar, 5); // 1 May 2024 is a Wednesday
  expect(weeks[0]?.map((cell) => cell?.day ?? null)).toEqual([null, null, 1, 2, 3, 4, 5]);
  expect(weeks.every((week) => week.length === 7)).toBe(true);
  expect(weeksOf(calendar, 2).flat().filter(Boolean)).toHaveLength(29);
});

test("a day looks as the core says: off, a holiday by its name, or made up", () => {
  const lookOf = (month: number, date: string) =>
    weeksOf(calendar, month)
      .flat()
      .find((cell) => cell?.date === date)?.look;
  expect(lookOf(4, "2024-04-29")).toBe("holiday");
  expect(lookOf(5, "2024-05-04")).toBe("made_up");
  expect(lookOf(5, "2024-05-11")).toBe("off");
  expect(lookOf(5, "2024-05-13")).toBe("ordinary");
});

test("what a version says otherwise than the one before is known", () => {
  const durations = ["0", "0", "2.5"];
  const changed = durations.map((_, index) => differs((text) => text, durations, index));
  expect(changed).toEqual([false, false, true]);
});

test("sizes are said shortly", () => {
  expect(formatBytes(512)).toBe("512 B");
  expect(formatBytes(4_515_840)).toBe("4,5 MB");
  expect(formatBytes(41_312_256)).toBe("41 MB");
});

test("a password has no letters that look alike and is never the same", () => {
  const password = makePassword();
  expect(password).toMatch(/^[2-9A-HJKMNP-TW-Z]{4}(-[2-9A-HJKMNP-TW-Z]{4}){2}$/);
  expect(makePassword()).not.toBe(password);
  expect(makePassword((bytes) => bytes.fill(0))).toBe("2222-2222-2222");
});
