import { expect, test } from "vitest";

import {
  cursorOf,
  firstPage,
  firstRow,
  isFirst,
  pageBefore,
  pageBehind,
} from "../../../core/web/office/src/shared/page_path";

test("a page is asked for by the cursor that leads to it, on the way back too", () => {
  expect(cursorOf(firstPage)).toEqual({});
  const second = pageBehind(firstPage, "a");
  const third = pageBehind(second, "b");
  expect(cursorOf(third)).toEqual({ cursor: "b" });
  expect(cursorOf(pageBefore(third))).toEqual({ cursor: "a" });
  expect(isFirst(pageBefore(second))).toBe(true);
  expect(isFirst(third)).toBe(false);
});

test("rows are numbered on from the pages before", () => {
  expect(firstRow(firstPage, 100)).toBe(1);
  expect(firstRow(pageBehind(pageBehind(firstPage, "a"), "b"), 100)).toBe(201);
});
