import { expect, test } from "vitest";

import {
  changesByVersion,
  csvCell,
  errorsByLine,
  fileProblem,
  longestFile,
  tableType,
} from "../../../core/web/office/src/shared/csv_file";
import { sortRows, tableText } from "../../../core/web/office/src/shared/table_rows";
import { nextOrder, orderOf, sortText } from "../../../core/web/src/list_order";

const utf8 = (text: string) => new TextEncoder().encode(text);

test("names are sorted as Vietnamese has them, numbers in them as numbers", () => {
  const sorted = (names: string[]) => sortRows(names, (each) => each, false);
  expect(sorted(["Đất đai", "Hộ tịch", "Chứng thực", "Dân tộc"])).toEqual([
    "Chứng thực",
    "Dân tộc",
    "Đất đai",
    "Hộ tịch",
  ]);
  expect(sorted(["Tổ 10", "Tổ 2"])).toEqual(["Tổ 2", "Tổ 10"]);
});

test("what is not known comes last both ways, equal rows keep their order", () => {
  const rows = [
    { n: null, k: 1 },
    { n: 2, k: 2 },
    { n: 7, k: 3 },
    { n: 2, k: 4 },
  ];
  const keys = (descending: boolean) =>
    sortRows(rows, (each) => each.n, descending).map((each) => each.k);
  expect(keys(false)).toEqual([2, 4, 3, 1]);
  expect(keys(true)).toEqual([3, 2, 4, 1]);
});

test("a column of figures begins with the largest, the next click turns it round", () => {
  expect(nextOrder(undefined, "total", true)).toEqual({ column: "total", descending: true });
  const name = nextOrder({ column: "total", descending: true }, "name", false);
  expect(name).toEqual({ column: "name", descending: false });
  expect(nextOrder(name, "name", false)).toEqual({ column: "name", descending: true });
});

test("a copied table has no line breaks in cells and no formulas", () => {
  expect(
    tableText([
      ["Tên", "Số"],
      ["a\nb", "3.936"],
      ["=1+1", "0"],
    ]),
  ).toBe("Tên\tSố\na b\t3.936\n'=1+1\t0");
});

test("a file is sent as what its bytes say it is", () => {
  expect(tableType(utf8("date,kind\n"))).toBe("text/csv; charset=utf-8");
  expect(tableType(utf8("PK\u0003\u0004"))).toContain("spreadsheetml");
});

test("what is not worth sending is not sent", () => {
  expect(fileProblem(new Uint8Array())).toBe("empty");
  expect(fileProblem(new Uint8Array(longestFile + 1))).toBe("too_long");
  expect(fileProblem(utf8("date"))).toBeUndefined();
});

test("a cell with a comma or a quote is quoted", () => {
  expect(csvCell("Mất điện")).toBe("Mất điện");
  expect(csvCell('Bão "số 3", lụt')).toBe('"Bão ""số 3"", lụt"');
});

test("errors are told line by line", () => {
  const at = (line: number, column: string) => ({ line, column, reason: "sai" });
  const lines = errorsByLine([at(9, "code"), at(3, "unit"), at(9, "name")]);
  expect(lines.map((each) => [each.line, each.errors.length])).toEqual([
    [3, 1],
    [9, 2],
  ]);
});

test("changes are told version by version", () => {
  const change = (code: string, member: string) => ({
    code,
    effective_from: "2023-01-01",
    member,
    before: "1",
    after: "2",
  });
  const versions = changesByVersion([
    change("a", "fee_vnd"),
    change("b", "name"),
    change("a", "unit"),
  ]);
  expect(versions.map((each) => [each.code, each.members.length])).toEqual([
    ["a", 2],
    ["b", 1],
  ]);
});

test("an order goes over the wire and back", () => {
  for (const sort of ["due", "-due", "applicant"]) expect(sortText(orderOf(sort))).toBe(sort);
  expect(orderOf("-due")).toEqual({ column: "due", descending: true });
});
