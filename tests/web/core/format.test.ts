import { expect, test } from "vitest";

import {
  formatCount,
  formatDate,
  formatDuration,
  formatMoment,
  formatPercent,
  officeDate,
} from "@motcua/format";

import { inEnglish } from "../language";

test("numbers have dots between thousands and a comma before decimals", () => {
  expect(formatCount(3936)).toBe("3.936");
  expect(formatPercent(84.17)).toBe("84,17 %");
  expect(formatPercent(97.5)).toBe("97,5 %");
});

test("what is not known is a dash, never a zero", () => {
  expect(formatCount(null)).toBe("–");
  expect(formatPercent(null)).toBe("–");
  expect(formatCount(0)).toBe("0");
});

test("moments are shown in the office's time, day first", () => {
  expect(formatMoment("2023-01-02T17:30:00Z")).toBe("00:30 03/01/2023");
  expect(formatDate("2023-07-31")).toBe("31/07/2023");
  expect(officeDate(new Date("2023-01-02T17:30:00Z"))).toBe("2023-01-03");
});

test("a duration is said in the largest unit that fits", () => {
  expect(formatDuration(45)).toBe("45 giây");
  expect(formatDuration(720)).toBe("12 phút");
  expect(formatDuration(3900)).toBe("1 giờ 05 phút");
  expect(inEnglish(() => formatDuration(3900))).toBe("1 h 05 min");
});
