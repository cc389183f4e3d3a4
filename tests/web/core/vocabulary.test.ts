import { expect, test } from "vitest";

import * as vocabulary from "@motcua/vocabulary";

import vietnamese from "../../../core/web/words/vi?raw";
import file from "../../../core/words/vi.json?raw";
import { inEnglish } from "../language";
import { copiedLists, copiedWords, type Vocabularies } from "./second_copy";

const sources = import.meta.glob<string>(
  [
    "../../../core/web/{src,office,words}/**/*.{ts,tsx}",
    "../../../counter/web/src/**/*.{ts,tsx}",
    "../../../kiosk/web/**/*.{ts,tsx}",
  ],
  { query: "?raw", import: "default", eager: true },
);
const words = (JSON.parse(file) as { words: Vocabularies }).words;

// The names of these are the fields of other types as well, and headings of columns.
const { same_fact, ...listed } = words;
const { grouping, unit, weekday, event, step_kind, ...own } = listed;

/** Headings that say something else by the same word: an instant, a place, a page. */
const headings = new Set([
  "start.board",
  "board.board",
  "officeCataloguePage.level", // what can be done online
  "officeDossierDialog.received",
  "officeDossierDialog.resolved",
  "officeDossierDialogs.received",
  "officePages.period", // a page, which has all three forms
  "officePeriod.title",
  "officeToday.received",
  "officeToday.openDossiers", // in an officer's hands
  "officeToday.dueToday", // without those that are to be looked at
  "counterFacts.received",
  "counterFacts.submitted",
  "counterFacts.resolved",
  "counterFacts.pauses",
  "counterHeader.intake",
  "counterIntakeScreen.group",
  "counterResultPanel.group",
  "kioskDossier.rate", // what a button does
  "kioskDossier.step3",
  "kioskDossierWords.ready",
  "kioskPlace.rate",
  "kioskProcedure.online",
]);

// Some 250 files are parsed, on a machine that may do other things as well.
const patience = { timeout: 120_000 };

test("no page lists the names of a vocabulary of the core again", patience, () => {
  expect(Object.keys(sources).length).toBeGreaterThan(200);
  for (const [path, source] of Object.entries(sources)) {
    expect(copiedLists(source, listed), path).toEqual([]);
  }
});

test(
  "no page says a word of the core's vocabularies by a text of its own, but for headings",
  patience,
  () => {
    expect(copiedWords(vietnamese, own).sort()).toEqual([...headings].sort());
  },
);

test("a second copy is found: an array, a type, a table of words, one name short", () => {
  const copies = [
    'const outcomes = ["early", "on_time", "late"] as const;',
    'type Outcome = "late" | "early" | "on_time";',
    'const names = { early: "Trước hạn", on_time: "Đúng hạn", late: "Quá hạn" };',
  ];
  for (const copy of copies) expect(copiedLists(copy, words), copy).toEqual(["outcome"]);
  const states = Object.keys(words.ticket_state ?? {}).slice(1);
  expect(copiedLists(`const states = ${JSON.stringify(states)};`, words)).toEqual(["ticket_state"]);
  expect(
    copiedLists('const sides = { early: "--early", on_time: "up", late: "x" };', words),
  ).toEqual([]);
  const section = 'export const counterX = { state: "chờ tiếp nhận" };';
  expect(copiedWords(section, own)).toEqual(["counterX.state"]);
});

test("a vocabulary has the core's names in their order, and a word for each", () => {
  expect(vocabulary.ticketState.names).toEqual(Object.keys(words.ticket_state ?? {}));
  expect(vocabulary.dossierState.word("submitted")).toBe("Chờ tiếp nhận");
  expect(inEnglish(() => vocabulary.dossierState.word("submitted"))).toBe("Awaiting acceptance");
});

test("a name that only a newer core has is shown as it is", () => {
  expect(vocabulary.priority.word("astronaut")).toBe("astronaut");
});
