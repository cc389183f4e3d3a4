import { expect, test } from "vitest";

import * as vocabulary from "@motcua/vocabulary";

import english from "../../../core/web/words/en?raw";
import vietnamese from "../../../core/web/words/vi?raw";
import englishFile from "../../../core/words/en.json?raw";
import file from "../../../core/words/vi.json?raw";
import { inEnglish } from "../language";
import { copiedLists, copiedWords, typedTexts, type Vocabularies } from "./second_copy";

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
const withoutFields = (all: Vocabularies): Vocabularies => {
  const { same_fact, grouping, unit, weekday, event, step_kind, ...own } = all;
  return own;
};
const own = withoutFields(words);
const ownInEnglish = withoutFields((JSON.parse(englishFile) as { words: Vocabularies }).words);

/** Half of a vocabulary, and no copy of its words or of its whole list. */
const known: Record<string, string[]> = {
  "core/web/office/src/period/months_part.tsx": ["outcome"], // how each looks in the picture
  "core/web/office/src/period/period_page.tsx": ["report_form"], // the views of the page
  "core/web/office/src/period/period_state.ts": ["report_form"],
  // Labels of fields, headings of columns, and sentences to the citizen.
  "core/web/words/en.ts": ["device_kind", "grouping", "presence", "dossier_state", "ticket_state"],
  "core/web/words/vi.ts": ["device_kind", "grouping", "presence", "dossier_state", "ticket_state"],
  "counter/web/src/dossier/dossier_screen.tsx": ["dossier_state"], // what can be done next
  "counter/web/src/dossier/history_sentence.ts": ["act"], // acts that are told with their facts
  "kiosk/web/kiosk/src/procedure_words.ts": ["level"], // what a level means for the citizen
  "kiosk/web/kiosk/src/screens/dossier_words.ts": ["dossier_state"], // what the citizen is to do
  "kiosk/web/kiosk/src/screens/place.tsx": ["ticket_state"],
  "kiosk/web/kiosk/src/screens/writing.tsx": ["feedback_kind"], // what may be written, no ratings
};

/** Texts typed where they are used, which are no page's words. */
const typed: Record<string, string[]> = {
  "core/web/src/format.ts": ["} đ`"], // the currency's sign
  // Letters by Unicode that are apostrophes to everybody.
  "core/web/src/plain.ts": ['"\\u02B9-\\u02BF\\u02C8-\\u02CB\\u02EE\\uA78C"'],
  "core/web/words/languages.ts": ['"Tiếng Việt"'], // each language by its own name
  // What is stored with the dossier and printed on its papers, which are Vietnamese by form.
  "counter/web/src/intake/result_panel.tsx": ["Enter"], // a key
  // Letters and marks of the keyboard, by the names that Vietnamese gives them.
  "kiosk/web/kiosk/src/parts/keyboard.tsx": ['"ăâđêôơư"'], // keys
  "kiosk/web/kiosk/src/typing.ts": ['"aăâeêioôơuưy"', '"ăâêôơư"'],
};

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

/** The same in English, where more things have the same word. */
const headingsInEnglish = new Set([
  "start.board",
  "officeCalendar.name",
  "officeCataloguePage.level",
  "officeDevicesPage.online",
  "officeDossierDialog.resolved",
  "officeDossierDialog.returned",
  "officeForm06aPart.title",
  "officeFormDialog.cancel",
  "officePages.period",
  "officePasswordDialog.cancel",
  "officePeriod.title",
  "officeTableImport.cancel",
  "officeToday.noShow",
  "officeToday.dueToday",
  "officeToday.counterName",
  "officeVersionMembers.name",
  "counterActDialog.cancel",
  "counterDialogs.cancel",
  "counterFacts.returned",
  "counterQueuePanel.noShow",
  "counterQueuePanel.hold",
  "counterQueuePanel.transfer",
  "counterRefuseDialog.cancel",
  "counterResultPanel.done",
  "kioskBottomBar.stop",
  "kioskLoaded.notFound", // a dossier or procedure, not a device
  "kioskProcedure.online",
  "kioskProcedureWords.partlyOnline",
  "kioskProcedureWords.fullyOnline",
  "kioskTicketDone.done",
  "board.board",
  "board.waiting",
]);

/** What is found in each file of the pages in which there is something. */
function foundBy(find: (source: string) => string[]): Record<string, string[]> {
  const found = Object.entries(sources)
    .map(([path, source]) => [path.replaceAll("../", ""), find(source)] as const)
    .filter(([, pieces]) => pieces.length > 0);
  return Object.fromEntries(found);
}

// Some 250 files are parsed, on a machine that may do other things as well.
const patience = { timeout: 120_000 };

test("no page lists the names of a vocabulary of the core again", patience, () => {
  expect(Object.keys(sources).length).toBeGreaterThan(200);
  expect(foundBy((source) => copiedLists(source, listed))).toEqual(known);
});

test(
  "no page says a word of the core's vocabularies by a text of its own, but for headings",
  patience,
  () => {
    expect(copiedWords(vietnamese, own).sort()).toEqual([...headings].sort());
    expect(copiedWords(english, ownInEnglish).sort()).toEqual([...headingsInEnglish].sort());
  },
);

test(
  "no page types a text itself: each stands among the words, a file a language",
  patience,
  () => {
    const found = foundBy((source) => typedTexts(source));
    const pages = Object.entries(found).filter(([path]) => !/\/words\/(vi|en)\.ts$/.test(path));
    expect(Object.fromEntries(pages)).toEqual(typed);
  },
);

test("a text typed into a page is found", () => {
  expect(typedTexts("return <p>Loading {name}</p>;")).toEqual(["Loading"]);
  expect(typedTexts("return <p title={`Hồ sơ \x24{code}`}>· {name} ✓</p>;")).toEqual(["`Hồ sơ ${"]);
  expect(typedTexts('say("hồ sơ"); // "sổ"')).toEqual(['"hồ sơ"']);
  expect(typedTexts('const sign = "– … ✓"; say("dossier");')).toEqual([]);
});

test("a second copy is found: an array, a type, a table of words, one name short", () => {
  const copies = [
    'const outcomes = ["early", "on_time", "late"] as const;',
    'type Outcome = "late" | "early" | "on_time";',
    'const names = { early: "Trước hạn", on_time: "Đúng hạn", late: "Quá hạn" };',
  ];
  copies.push(
    'switch (x) { case "early": return "Trước"; case "on_time": return "Đúng"; default: return y; }',
    'const names = new Map([["early", "Trước hạn"], ["late", "Quá hạn"]]);',
    "const names = { early: `Trước \x24{x}`, onTime: `Đúng \x24{x}`, late: `Quá` };",
    "const names = { early: t().early, onTime: texts.inTime };",
  );
  for (const copy of copies) expect(copiedLists(copy, words), copy).toEqual(["outcome"]);
  const states =
    'const states = { submitted: "Mới nộp", inProgress: "Đang làm", suspended: "Dừng", ';
  expect(copiedLists(`${states} resolved: "Xong" };`, words)).toEqual(["dossier_state"]);
  const acts = 'type CounterAct = "call" | "recall" | "start" | "finish" | "hold" | "release";';
  expect(copiedLists(acts, words)).toEqual(["ticket_act"]);
  const ofTickets = Object.keys(words.ticket_state ?? {}).slice(3);
  expect(copiedLists(`const states = ${JSON.stringify(ofTickets)};`, words)).toEqual([
    "ticket_state",
  ]);
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
