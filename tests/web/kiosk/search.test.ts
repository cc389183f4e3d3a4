import { expect, test } from "vitest";

import { fold } from "@motcua/plain";

import { fieldsOf, find, firstLetter, letters } from "../../../kiosk/web/kiosk/src/search";

const procedures = [
  { code: "1.000894", name: "Thủ tục đăng ký kết hôn", field: "Hộ tịch" },
  { code: "1.004772", name: "Đăng ký khai sinh cho người đã có hồ sơ", field: "Hộ tịch" },
  { code: "1.001193", name: "Thủ tục đăng ký khai sinh", field: "Hộ tịch" },
  { code: "2.000815", name: "Chứng thực bản sao từ bản chính", field: "Chứng thực" },
];
const codes = (typed: string) => find(procedures, typed).map((each) => each.code);

test("what is typed without marks finds names with marks, the shortest first", () => {
  expect(codes("khai sinh")).toEqual(["1.001193", "1.004772"]);
  expect(codes("KHAI S")).toEqual(["1.001193", "1.004772"]);
  expect(codes("dang ky ket hon")).toEqual(["1.000894"]);
});

test("field and code are found as well, after names", () => {
  expect(codes("chung thuc")).toEqual(["2.000815"]);
  expect(codes("ho tich")).toHaveLength(3);
  expect(codes("1 000894")).toEqual(["1.000894"]);
});

test("words typed without the spaces between them are found too", () => {
  expect(codes("khaisinh")).toEqual(["1.001193", "1.004772"]);
});

test("nothing typed leaves all, nonsense finds nothing", () => {
  expect(codes(" ")).toHaveLength(4);
  expect(codes("xyz")).toEqual([]);
});

test("a y that is spelled i as well finds both", () => {
  expect(codes("đăng kí kết hôn")).toEqual(["1.000894"]);
  expect(codes("dang ky ket")).toEqual(["1.000894"]);
});

test("marks, case and punctuation do not count", () => {
  expect(fold("  Khai-Sinh ĐẶC biệt ")).toBe("khai sinh dac biet");
  expect(fold("Khai sinh".normalize("NFD"))).toBe("khai sinh");
});

test("the alphabet passes over the words that begin every name", () => {
  expect(firstLetter("Thủ tục đăng ký khai sinh")).toBe("D");
  expect(firstLetter("Ưu đãi người có công")).toBe("U");
  expect(letters(procedures)).toEqual(["C", "D"]);
});

test("fields stand by how many procedures they have", () => {
  expect(fieldsOf(procedures)).toEqual([
    { field: "Hộ tịch", count: 3 },
    { field: "Chứng thực", count: 1 },
  ]);
});
