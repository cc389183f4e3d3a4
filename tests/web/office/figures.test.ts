import { expect, test } from "vitest";

import {
  differenceOf,
  figureOf,
  figurePaths,
  knowsAnything,
  pointsBetween,
  shareOf,
  type Figures,
} from "../../../core/web/office/src/period/figures";
import {
  formatDifference,
  formatMonth,
  formatPeriod,
  formatPoints,
  formatShare,
} from "../../../core/web/office/src/period/wording";

/** The reference ward's seven months. */
const ward: Figures = {
  carried_over: 0,
  received: { total: 3936, online: 3775, in_person: 161, postal: 0 },
  resolved: {
    total: 3935,
    early: 3312,
    on_time: 623,
    late: 0,
    early_pct: 84.17,
    on_time_pct: 15.83,
    late_pct: 0,
  },
  withdrawn: 0,
  in_progress: { total: 1, within_deadline: 1, overdue: 0, suspended: 0 },
  online_resolved: 3775,
  online_resolved_pct: 95.93,
  digitised: 3835,
  digitised_pct: 97.46,
  linked: 7,
  returned: { total: 3656, online: 136, in_person: 3520, postal: 0 },
};

const nothing: Figures = {
  ...ward,
  received: { total: 0, online: 0, in_person: 0, postal: 0 },
  resolved: {
    total: 0,
    early: 0,
    on_time: 0,
    late: 0,
    early_pct: null,
    on_time_pct: null,
    late_pct: null,
  },
  in_progress: { total: 0, within_deadline: 0, overdue: 0, suspended: 0 },
  online_resolved: 0,
  online_resolved_pct: null,
  digitised: 0,
  digitised_pct: null,
  linked: 0,
  returned: { total: 0, online: 0, in_person: 0, postal: 0 },
};

test("every figure is found by its path", () => {
  expect(figureOf(ward, "received.total")).toBe(3936);
  expect(figureOf(ward, "in_progress.total")).toBe(1);
  expect(figureOf(ward, "linked")).toBe(7);
  for (const path of figurePaths) expect(figureOf(ward, path), path).toBeTypeOf("number");
});

test("a percentage stands with its numerator and its base", () => {
  expect(formatShare(shareOf(ward, "resolved.early"))).toBe("84,17 % (3.312/3.935)");
  expect(formatShare(shareOf(ward, "digitised"))).toBe("97,46 % (3.835/3.935)");
  expect(formatShare(shareOf(ward, "resolved.late"))).toBe("0 % (0/3.935)");
});

test("a share of nothing is not known, never 0", () => {
  expect(formatShare(shareOf(nothing, "resolved.early"))).toBe("–");
  expect(shareOf(ward, "linked")).toBeUndefined();
});

test("books without any figure know nothing", () => {
  expect(knowsAnything(ward)).toBe(true);
  expect(knowsAnything(nothing)).toBe(false);
});

test("a difference says how many, and how much of what it was", () => {
  expect(formatDifference(differenceOf(3936, 3816))).toBe("+120 (+3,1 %)");
  expect(formatDifference(differenceOf(96, 100))).toBe("−4 (−4 %)");
  expect(formatDifference(differenceOf(7, 7))).toBe("0");
});

test("a difference to nothing has no percentage", () => {
  expect(formatDifference(differenceOf(5, 0))).toBe("+5");
});

test("percentages differ by points", () => {
  const before = { pct: 80.92, value: 1, base: 1 };
  expect(pointsBetween(shareOf(ward, "resolved.early"), before)).toBe(3.25);
  expect(formatPoints(3.25, "điểm %")).toBe("+3,25 điểm %");
  expect(formatPoints(-0.5, "điểm %")).toBe("−0,5 điểm %");
  expect(pointsBetween(shareOf(nothing, "resolved.early"), before)).toBeNull();
  expect(formatPoints(null, "điểm %")).toBe("–");
});

test("a period of one day is one date", () => {
  expect(formatPeriod({ from: "2023-01-01", to: "2023-07-31" })).toBe("01/01/2023 – 31/07/2023");
  expect(formatPeriod({ from: "2023-07-31", to: "2023-07-31" })).toBe("31/07/2023");
  expect(formatMonth("2023-07")).toBe("07/2023");
});
