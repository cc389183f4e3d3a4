import { expect, test } from "vitest";

import { BurstDetector } from "../../../counter/web/src/scan/burst";
import { numberSays, readCard } from "../../../counter/web/src/scan/card";
import { checkOf, isScan, readScan } from "../../../counter/web/src/scan/code";

const cardText =
  "019185001234|090123456|Nguyễn Thị Hoa|02031985|Nữ|Tổ 3, phường Ba Hàng, Phổ Yên|10052021";

test("a card's text fills who hands in", () => {
  const card = readCard(cardText);
  expect(card).toMatchObject({
    id_number: "019185001234",
    old_id_number: "090123456",
    name: "Nguyễn Thị Hoa",
    birth_date: "1985-03-02",
    sex: "Nữ",
    residence: "Tổ 3, phường Ba Hàng, Phổ Yên",
    issued_on: "2021-05-10",
    doubts: [],
  });
});

test("further fields of newer cards are ignored, and an empty old number is none", () => {
  const card = readCard(`${cardText.replace("090123456", "")}||Nguyễn Văn B|x`);
  expect(card?.old_id_number).toBe("");
  expect(card?.doubts).toEqual([]);
});

test("a number that contradicts birth date or sex is doubted, not refused", () => {
  const card = readCard(cardText.replace("019185001234", "019090001234"));
  expect(card?.name).toBe("Nguyễn Thị Hoa");
  expect(card?.doubts).toHaveLength(2);
  expect(numberSays("019385001234")).toEqual({ sex: "Nữ", birthYear: 2085 });
});

test("letters that the scanner could not type are doubted", () => {
  expect(readCard(cardText.replace("Nguyễn", "Nguy?n"))?.doubts[0]).toContain("Họ tên");
  expect(readCard(cardText.replace("Tổ 3", "T? 3"))?.doubts[0]).toContain("thường trú");
});

test("what is no card is none", () => {
  expect(readCard(cardText.replace("02031985", "31021985"))).toBeUndefined();
  expect(readCard(cardText.replace("019185001234", "01918500123"))).toBeUndefined();
  expect(readCard("a|b|c")).toBeUndefined();
});

test("the office's own codes are known by their mark and check, or bare", () => {
  const dossier = "MC1:H:000.00.18.H55-230103-0001";
  expect(checkOf("123456789")).toBe("29B1"); // the known value of CRC-16/CCITT-FALSE
  expect(readScan(`${dossier}:${checkOf(dossier)}`)).toEqual({
    kind: "dossier",
    code: "000.00.18.H55-230103-0001",
  });
  expect(readScan(`${dossier}:0000`).kind).toBe("unknown");
  expect(readScan("T230103-A012")).toEqual({ kind: "ticket", code: "T230103-A012" });
  expect(readScan("000.00.18.H55-230103-0001").kind).toBe("dossier");
});

test("words typed fast are no scan", () => {
  expect(isScan("khai sinh")).toBe(false);
  expect(isScan("Nguyễn Văn An")).toBe(false);
  expect(isScan("0912000010")).toBe(false);
  expect(isScan(cardText)).toBe(true);
});

function type(burst: BurstDetector, text: string, gap: number): number {
  let at = 1000;
  for (const character of text) {
    at += gap;
    burst.take(character, at);
  }
  return at;
}

test("a scanner's keys are one text, a person's are not", () => {
  const scanner = new BurstDetector();
  const end = type(scanner, "T230103-A012", 8);
  expect(scanner.end(end + 8)).toBe("T230103-A012");
  const person = new BurstDetector();
  const last = type(person, "T230103-A012", 130);
  expect(person.end(last + 130)).toBeUndefined();
});

test("what a person typed before the scan does not belong to it", () => {
  const burst = new BurstDetector();
  burst.take("N", 0);
  burst.take("g", 150);
  const end = type(burst, "T230103-A012", 5);
  expect(burst.end(end, true)).toBe("T230103-A012");
  expect(burst.end(end, true)).toBeUndefined();
});
