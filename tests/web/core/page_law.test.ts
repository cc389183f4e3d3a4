import { expect, test } from "vitest";

import * as vocabulary from "@motcua/vocabulary";

import { lawIn } from "./page_law";

const sources = import.meta.glob<string>(
  [
    "../../../core/web/{src,office}/**/*.{ts,tsx}",
    "../../../counter/web/src/**/*.{ts,tsx}",
    "../../../kiosk/web/**/*.{ts,tsx}",
  ],
  { query: "?raw", import: "default", eager: true },
);
const field = { states: vocabulary.dossierState.names, figures: vocabulary.figure.names };

/** What looks like law and is none. */
const allowed: Record<string, string[]> = {
  // The difference of two shares that the core gave, for the eye.
  "core/web/office/src/period/figures.ts": ["Math.round((now.pct - before.pct) * 100) / 100"],
  // What was typed into a table, while it is typed: the fee for a copy is the core's.
  "counter/web/src/intake/draft.ts": [
    "draft.rows.reduce((sum, row) => sum + (row.name.trim() ? row.copies : 0), 0)",
  ],
  // A countdown by the office's own rule, which the core sends; the core refuses an earlier call.
  "counter/web/src/queue/room.ts": ["now.getTime() - Date.parse(ticket.called_at)"],
  // How far the picture of the way is coloured.
  "kiosk/web/kiosk/src/screens/dossier_words.ts": [
    'state === "in_progress" || state === "suspended"',
  ],
};

const patience = { timeout: 120_000 };

test("no page decides about instants, figures or states: the core does", patience, () => {
  expect(Object.keys(sources).length).toBeGreaterThan(180);
  const found = Object.entries(sources)
    .map(([path, source]) => [path.replaceAll("../", ""), lawIn(source, field)] as const)
    .filter(([, pieces]) => pieces.length > 0);
  expect(Object.fromEntries(found)).toEqual(allowed);
});

test("law in a page is found: lines that pages had", () => {
  const lines = [
    'if (due && officeDate(due) === officeDate(now)) return "today";',
    "if (due.getTime() - now.getTime() < soonDays * dayMs) return soon;",
    "const due = new Date(dossier.due_at);",
    "const moved = dossier.appointment && dossier.appointment !== dossier.due_at;",
    "const late = now.value > Date.parse(hand.answer_due);",
    "const unpaid = dossier.fee_vnd > dossier.paid_vnd;",
    "const long = queue.waiting_longest_s !== null && queue.waiting_longest_s > longWait;",
    "const count = rows.reduce((sum, each) => sum + each.waiting, 0);",
    "const sum = given.reduce((total, each) => total + each, 0);",
    "const within = figures.in_progress.total - figures.in_progress.overdue;",
    'const column = { name: "received", counts: ["received.total", "carried_over"] };',
    'const isGood = dossier.state === "resolved" || dossier.state === "returned";',
    'if (dossier.state !== "in_progress" && dossier.state !== "submitted") return other;',
    "return /bản sao/i.test(procedure.name);",
    'return procedure?.field === "Chứng thực";',
  ];
  for (const line of lines) expect(lawIn(line, field), line).not.toEqual([]);
});

test("what a page shows is no law", () => {
  const lines = [
    "const due = dossier.due_at ? formatMoment(dossier.due_at) : noDueText(dossier);",
    'const look = total.in_progress.overdue > 0 ? "bad" : undefined;',
    "const known = dossier.received_at !== null && dossier.appointment !== undefined;",
    'if (dossier.state === "suspended") return word;',
    "const wait = Math.max(0, last + shortestPause - Date.now());",
    'figure("resolved.early", texts.early);',
  ];
  for (const line of lines) expect(lawIn(line, field), line).toEqual([]);
});
