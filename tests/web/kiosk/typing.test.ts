import { expect, test } from "vitest";

import { withoutLast, withTone } from "../../../kiosk/web/kiosk/src/typing";

test("a tone goes to the letter of the last word that carries it", () => {
  expect(withTone("cho", "`")).toBe("chò");
  expect(withTone("xin chơ", "`")).toBe("xin chờ");
  expect(withTone("viêt", "•")).toBe("việt");
  expect(withTone("ngươi", "`")).toBe("người");
  expect(withTone("hoa", "`")).toBe("hòa");
  expect(withTone("toan", "´")).toBe("toán");
  expect(withTone("quy", "´")).toBe("quý");
  expect(withTone("qua", "´")).toBe("quá");
  expect(withTone("gia", "´")).toBe("giá");
  expect(withTone("gi", "`")).toBe("gì");
  expect(withTone("ngoai", "`")).toBe("ngoài");
  expect(withTone("khuya", "?")).toBe("khuỷa");
});

test("another tone takes the place of the first, the same one takes it away", () => {
  expect(withTone("chờ", "´")).toBe("chớ");
  expect(withTone("chờ", "`")).toBe("chơ");
});

test("where no word stands a tone changes nothing", () => {
  expect(withTone("", "´")).toBe("");
  expect(withTone("chờ ", "´")).toBe("chờ ");
  expect(withTone("12", "´")).toBe("12");
});

test("deleting takes one letter with its marks", () => {
  expect(withoutLast("chờ")).toBe("ch");
  expect(withoutLast("")).toBe("");
});
