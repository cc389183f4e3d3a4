import { expect, test } from "vitest";

import { stubBrowser } from "../browser";

stubBrowser();

const { passedOver } = await import("../../../core/web/office/src/shared/table_import");

test("what a file has besides its table is told, a line each", () => {
  const lines = passedOver({
    blank_rows: 1200,
    blank_columns: 2,
    passed_sheets: ["Ghi chú", "Sheet2"],
  });
  expect(lines).toHaveLength(3);
  expect(lines[0]).toContain("1.200");
  expect(lines[2]).toContain("Ghi chú, Sheet2");
  expect(passedOver({ blank_rows: 0, blank_columns: 0, passed_sheets: [] })).toEqual([]);
});
