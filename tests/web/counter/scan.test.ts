import { expect, test, vi } from "vitest";

import { BurstDetector } from "../../../counter/web/src/scan/burst";
import { bareCode, type Card, isScan, scanOf } from "../../../counter/web/src/scan/code";

import { stubBrowser } from "../browser";
import scannedCodes from "./scanned_codes.json?raw";

const cardText =
  "019185001234|090123456|Nguyễn Thị Hoa|02031985|Nữ|Tổ 3, phường Ba Hàng, Phổ Yên|10052021";

const card: Card = {
  id_number: "019185001234",
  old_id_number: "",
  name: "Nguyễn Thị Hoa",
  birth_date: "1985-03-02",
  birth_year: 1985,
  sex: "woman",
  residence: "",
  issued_on: "2021-05-10",
  doubts: [],
};

test("a scan is what the agent or the core says it is", () => {
  expect(scanOf({ kind: "card", card })).toEqual({ kind: "card", card });
  expect(scanOf({ kind: "ticket", code: "T230103-A012" })).toEqual({
    kind: "ticket",
    code: "T230103-A012",
  });
  expect(scanOf({ kind: "unknown", text: "x" })).toEqual({ kind: "unknown", text: "x" });
  expect(scanOf({ kind: "unknown", problem: "?" })).toMatchObject({ problem: "?" });
  expect(scanOf({ kind: "card" }).kind).toBe("unknown"); // a card that nobody read is none
});

test("a bare code opens what it is the code of", () => {
  expect(bareCode("T230103-A012")).toEqual({ kind: "ticket", code: "T230103-A012" });
  expect(bareCode("000.00.18.H55-230103-0001")?.kind).toBe("dossier");
  expect(bareCode("MC1:T:T230103-A012:0000")).toBeUndefined(); // its check is to be held
});

// Written by the core's own test: what the office prints, bare and with its check, and a card.
const printed = JSON.parse(scannedCodes) as { text: string; kind: string }[];

test.each(printed.map(({ text, kind }) => [text, kind] as const))(
  "what the office prints is a scan: %s",
  (text, kind) => {
    expect(isScan(text)).toBe(true);
    const isRead = text.startsWith("MC1:") || kind === "card"; // by the agent or the core
    expect(bareCode(text)).toEqual(isRead ? undefined : { kind, code: text });
  },
);

test("words typed fast are no scan", () => {
  expect(isScan("khai sinh")).toBe(false);
  expect(isScan("Nguyễn Văn An")).toBe(false);
  expect(isScan("0912000010")).toBe(false);
  expect(isScan(cardText)).toBe(true);
  expect(isScan("MC1:T:T230103-A012:29B1")).toBe(true);
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

test("a scan that ends after the page stopped listening opens nothing", async () => {
  const tell = stubBrowser();
  for (const name of ["HTMLInputElement", "HTMLTextAreaElement"]) vi.stubGlobal(name, class {});
  vi.useFakeTimers();
  const { listenForScanner } = await import("../../../counter/web/src/scan/wedge");
  const scans: string[] = [];
  const begin = () => {
    const stop = listenForScanner((text) => scans.push(text));
    for (const key of "T230103-A012") tell("keydown", { key });
    return stop;
  };
  const stopLater = begin();
  vi.advanceTimersByTime(1_000);
  stopLater();
  begin()();
  vi.advanceTimersByTime(1_000);
  vi.useRealTimers();
  expect(scans).toEqual(["T230103-A012"]);
});
