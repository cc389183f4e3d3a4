// The page's part of the table that every reader of cards and codes is held to
// (tests/counter/scan_cases_test.cpp): what a keyboard makes of a scan, the page makes that of again.

import { expect, test } from "vitest";

import { KeyRun } from "../../../counter/web/src/scan/burst";
import { bareCode, isScan } from "../../../counter/web/src/scan/code";
import { usCharacter } from "../../../counter/web/src/scan/keyboard";

import table from "../../support/scan_cases.json?raw";
import { type Keyboard, keyboards, keysOf } from "../../support/keyboards.mjs";

interface Case {
  name: string;
  text: string;
  kind: "card" | "dossier" | "ticket" | "unknown";
  code?: string;
  problem?: string;
  only?: "typed";
  bare?: boolean;
}

const cases = JSON.parse(table) as Case[];

test.each(cases.map((each) => [each.name, each] as const))("%s", (_, each) => {
  const { text, kind, code, bare } = each;
  if (bare) {
    expect(bareCode(text)).toEqual({ kind, code });
  } else {
    expect(bareCode(text)).toBeUndefined();
    // What the core is asked about: all that it reads, and what it refuses with what to do.
    const isAsked = kind !== "unknown" || each.problem !== undefined || text.startsWith("MC1:");
    if (!/[\uFF01-\uFF5B]/.test(text)) expect(isScan(text)).toBe(isAsked);
  }
});

/** What the page would have read of the keys of a scanner. */
function readingsOf(text: string, keyboard: Keyboard, gap: number): string[] {
  const run = new KeyRun();
  let at = 0;
  for (const { key, code, shift } of keysOf(text, keyboard)) {
    at += gap;
    run.take({ key, us: usCharacter(code, shift), at });
  }
  return run.find("key", true)?.readings ?? [];
}

const codes = cases.filter((each) => each.kind !== "unknown" && !each.only);
const typeable = codes.filter((each) => /^[ -~]*$/.test(each.text));

test.each(keyboards)("own codes are read as the scanner meant them: %s", (keyboard) => {
  expect(typeable.length).toBeGreaterThan(3);
  for (const { text } of typeable) {
    for (const gap of [3, 85]) expect(readingsOf(text, keyboard, gap)[0]).toBe(text);
  }
});

test.each(keyboards)("a card without marks is read whole: %s", (keyboard) => {
  const card = "019092004418||Hoang Van Thu|14091992|Nam|To 7, phuong Thu|22042022";
  for (const gap of [3, 140, 300]) expect(readingsOf(card, keyboard, gap)[0]).toBe(card);
});
