import { expect, test } from "vitest";

import type { ProcedureVersion } from "../../../counter/web/src/api";
import { plain } from "@motcua/plain";

import { indexed, search } from "../../../counter/web/src/intake/procedure_search";

const procedure = (code: string, name: string): ProcedureVersion => ({
  code,
  name,
  field: "Hộ tịch",
  unit: "working_day",
  duration: "3",
  duration_text: "3 ngày làm việc",
  cutoff: null,
  counting_cutoff: null,
  fee_vnd: 0,
  certifies_copies: false,
  online_level: "full",
  online_level_text: "",
  sector: "ward",
  linked_agencies: [],
  documents: [],
  decision: "",
  effective_from: "2022-01-01",
  effective_to: null,
});

const entries = indexed([
  procedure("1.001193", "Thủ tục đăng ký khai sinh"),
  procedure("1.000656", "Thủ tục đăng ký khai tử"),
  procedure("1.000894", "Thủ tục đăng ký kết hôn"),
  procedure("1.004884", "Thủ tục đăng ký lại khai sinh"),
  procedure("2.000815", "Thủ tục chứng thực bản sao từ bản chính"),
]);
const first = (query: string, uses = {}) => search(entries, query, uses, 5)[0]?.name;

test("names are found without marks and whatever the case", () => {
  expect(plain("ĐĂNG KÝ Khai Tử")).toBe("dang ky khai tu");
  expect(first("khai tu")).toBe("Thủ tục đăng ký khai tử");
  expect(first("Kết hôn")).toBe("Thủ tục đăng ký kết hôn");
});

test("a y that is spelled i as well finds both", () => {
  expect(first("dang ki khai tu")).toBe("Thủ tục đăng ký khai tử");
  expect(first("đăng ký khai tử")).toBe("Thủ tục đăng ký khai tử");
});

test("three first letters are enough", () => {
  expect(first("kkt")).toBe("Thủ tục đăng ký khai tử");
  expect(first("dkks")).toBe("Thủ tục đăng ký khai sinh");
  expect(first("ctb")).toBe("Thủ tục chứng thực bản sao từ bản chính");
});

test("a code is found from its beginning and from its end", () => {
  expect(first("1.0006")).toBe("Thủ tục đăng ký khai tử");
  expect(first("0815")).toBe("Thủ tục chứng thực bản sao từ bản chính");
});

test("among those that fit, what the counter takes most comes first", () => {
  expect(first("khai", {})).toBe("Thủ tục đăng ký khai tử");
  expect(first("khai", { "1.004884": 12 })).toBe("Thủ tục đăng ký lại khai sinh");
  expect(first("", { "1.000894": 3 })).toBe("Thủ tục đăng ký kết hôn");
});

test("what nobody asks for is not shown", () => {
  expect(search(entries, "xyz", {}, 5)).toEqual([]);
  expect(search(entries, "khai sinh", {}, 1)).toHaveLength(1);
});
