import { expect, test } from "vitest";

import { readTypedDate } from "../../../core/web/office/src/period/dates";
import {
  comparedWith,
  presetOf,
  presetsOf,
  shifted,
  wholeMonths,
} from "../../../core/web/office/src/period/periods";

const today = "2023-07-19"; // a Wednesday
const dates = (period: { from: string; to: string } | undefined) =>
  period && `${period.from} ${period.to}`;

test("a period that still runs ends today", () => {
  expect(dates(presetOf("today", today))).toBe("2023-07-19 2023-07-19");
  expect(dates(presetOf("week", today))).toBe("2023-07-17 2023-07-19");
  expect(dates(presetOf("month", today))).toBe("2023-07-01 2023-07-19");
  expect(dates(presetOf("quarter", today))).toBe("2023-07-01 2023-07-19");
  expect(dates(presetOf("year_to_date", today))).toBe("2023-01-01 2023-07-19");
});

test("a period that is over is whole", () => {
  expect(dates(presetOf("last_month", today))).toBe("2023-06-01 2023-06-30");
  expect(dates(presetOf("last_quarter", today))).toBe("2023-04-01 2023-06-30");
  expect(dates(presetOf("half", today))).toBe("2023-01-01 2023-06-30");
  expect(dates(presetOf("last_year", today))).toBe("2022-01-01 2022-12-31");
});

test("in January the month and the quarter before are of the last year", () => {
  expect(dates(presetOf("last_month", "2023-01-01"))).toBe("2022-12-01 2022-12-31");
  expect(dates(presetOf("last_quarter", "2023-01-01"))).toBe("2022-10-01 2022-12-31");
  expect(presetOf("last_quarter", "2023-01-01")).toMatchObject({ year: 2022, part: 4 });
});

test("a week begins on Monday, also on a Sunday", () => {
  expect(dates(presetOf("week", "2023-07-23"))).toBe("2023-07-17 2023-07-23");
  expect(dates(presetOf("week", "2023-01-01"))).toBe("2022-12-26 2023-01-01");
});

test("no preset ends after today", () => {
  for (const preset of presetsOf("2023-02-10")) expect(preset.to <= "2023-02-10").toBe(true);
});

test("whole months are compared with as many months before, however long", () => {
  const period = { from: "2023-01-01", to: "2023-07-31" };
  expect(wholeMonths(period)).toBe(7);
  expect(dates(comparedWith(period, "before"))).toBe("2022-06-01 2022-12-31");
  expect(dates(comparedWith({ from: "2023-03-01", to: "2023-03-31" }, "before"))).toBe(
    "2023-02-01 2023-02-28",
  );
});

test("other periods are compared with as many days before", () => {
  const period = { from: "2023-07-01", to: "2023-07-19" };
  expect(dates(comparedWith(period, "before"))).toBe("2023-06-12 2023-06-30");
  expect(dates(comparedWith({ from: today, to: today }, "before"))).toBe("2023-07-18 2023-07-18");
});

test("the same period last year keeps the end of February", () => {
  expect(dates(comparedWith({ from: "2024-02-01", to: "2024-02-29" }, "last_year"))).toBe(
    "2023-02-01 2023-02-28",
  );
  expect(dates(comparedWith({ from: "2025-02-01", to: "2025-02-28" }, "last_year"))).toBe(
    "2024-02-01 2024-02-29",
  );
  expect(dates(comparedWith({ from: "2023-07-01", to: "2023-07-19" }, "last_year"))).toBe(
    "2022-07-01 2022-07-19",
  );
  expect(comparedWith({ from: today, to: today }, "none")).toBeUndefined();
});

test("the next period follows without a gap", () => {
  expect(dates(shifted({ from: "2023-01-01", to: "2023-01-31" }, 1))).toBe("2023-02-01 2023-02-28");
  expect(dates(shifted({ from: "2023-07-03", to: "2023-07-09" }, 1))).toBe("2023-07-10 2023-07-16");
});

test("a date is typed day first, in the ways people write it", () => {
  for (const typed of [
    "31/07/2023",
    "31.7.2023",
    "31-7-23",
    " 31 7 2023 ",
    "31072023",
    "2023-07-31",
  ])
    expect(readTypedDate(typed), typed).toBe("2023-07-31");
});

test("a date that does not exist is none", () => {
  for (const typed of ["31/02/2023", "0/1/2023", "13/13/2023", "1/1/1800", "", "hôm nay", "1/1"])
    expect(readTypedDate(typed), typed).toBeUndefined();
});
