import { expect, test, vi } from "vitest";

import { KeyRun } from "../../../counter/web/src/scan/burst";
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
    const isRead = text.startsWith("MC1:") || kind === "card"; // by the agent or the core
    expect(isScan(text)).toBe(isRead);
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

/** The run after the text was typed with such gaps; when its last key came. */
function typed(text: string, gaps: (place: number) => number): { run: KeyRun; end: number } {
  const run = new KeyRun();
  let at = 1_000;
  for (const [place, key] of [...text].entries()) {
    at += gaps(place);
    run.take({ key, us: key, at });
  }
  return { run, end: at };
}

/** Gaps of 30 to 140 ms, as a busy machine makes them, the same in each run. */
const busy = (place: number) => 30 + ((place * 53) % 111);

test("a scanner's keys are one text at any speed of a busy machine, wherever they go", () => {
  for (const text of ["T230103-A012", "000.00.18.H55-230103-0001", cardText, `${cardText}|x|y`]) {
    for (const gap of [() => 2, busy]) {
      for (const typedBare of [true, false])
        expect(typed(text, gap).run.find("key", typedBare)?.readings).toEqual([text]);
    }
  }
});

test("a machine that stands still in the middle of a scan does not cut it in two", () => {
  for (const text of ["000.00.18.H55-230103-0001", cardText, "MC1:T:T230103-A012:29B1"]) {
    const { run } = typed(text, (place) => (place === 9 ? 1_500 : 40));
    expect(run.find("key", false)?.readings).toEqual([text]);
  }
});

test("a bare code that a person types is a scan only where nobody types codes", () => {
  const { run } = typed("T230103-A012", () => 240);
  expect(run.find("key", true)).toBeUndefined();
  expect(run.find("silence", false)).toBeUndefined();
  expect(run.find("key", false)?.readings).toEqual(["T230103-A012"]);
});

test("a card and a code with its check are scans at any speed and by silence", () => {
  for (const text of [cardText, "MC1:T:T230103-A012:29B1"]) {
    expect(typed(text, () => 300).run.find("silence", true)?.readings).toEqual([text]);
  }
  const cut = typed(cardText.slice(0, 60), () => 30).run;
  expect(cut.find("silence", true)).toBeUndefined(); // the rest may still come
  expect(cut.find("long-silence", true)?.readings).toEqual([cardText.slice(0, 60)]);
  const begun = typed(cardText.slice(0, 20), () => 30).run;
  expect(begun.find("long-silence", true)).toBeUndefined(); // nearly all may still come
  expect(begun.find("key", true)?.readings).toEqual([cardText.slice(0, 20)]);
});

test("what a person typed before the scan does not belong to it", () => {
  for (const scanned of ["T230103-A012", cardText, "MC1:T:T230103-A012:29B1"]) {
    const { run } = typed(`Ng${scanned}`, (place) => (place <= 2 ? 150 : 5));
    expect(run.find("key", true)).toEqual({ readings: [scanned], first: 2 });
  }
  expect(typed("Nguyễn Văn An", busy).run.find("key", false)).toBeUndefined();
});

test("what an input method takes back is no part of the text", () => {
  const run = new KeyRun();
  let at = 0;
  for (const key of "MC1:T:T230103-A") run.take({ key, us: "", at: ++at });
  run.takeBack();
  for (const key of "Á12:29B1") run.take({ key, us: "", at: ++at });
  expect(run.find("key", true)?.readings).toEqual(["MC1:T:T230103-Á12:29B1"]);
});

test("a scan that ends after the page stopped listening opens nothing", async () => {
  const tell = stubBrowser();
  for (const name of ["HTMLInputElement", "HTMLTextAreaElement"]) vi.stubGlobal(name, class {});
  vi.useFakeTimers();
  const { listenForScanner } = await import("../../../counter/web/src/scan/wedge");
  const scans: string[][] = [];
  const begin = () => {
    const stop = listenForScanner((readings) => scans.push(readings));
    for (const key of "T230103-A012") tell("keydown", { key });
    return stop;
  };
  const stopLater = begin();
  vi.advanceTimersByTime(1_000);
  stopLater();
  begin()();
  vi.advanceTimersByTime(1_000);
  vi.useRealTimers();
  expect(scans).toEqual([["T230103-A012"]]);
});
