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
const field = {
  states: vocabulary.dossierState.names,
  ticketStates: vocabulary.ticketState.names,
  figures: vocabulary.figure.names,
  roles: vocabulary.role.names,
};

/** What looks like law and is none. */
const allowed: Record<string, string[]> = {
  // The difference of two shares that the core gave, for the eye.
  "core/web/office/src/period/figures.ts": ["Math.round((now.pct - before.pct) * 100) / 100"],
  // Where each begins, who may both do all that is here: at the counter or at the desk behind it.
  "counter/web/src/app.tsx": [
    'person.value?.role === "specialist"',
    'person.value?.role === "officer"',
  ],
  // What was typed into a table, while it is typed: the fee for a copy is the core's.
  "counter/web/src/intake/draft.ts": [
    "draft.rows.reduce((sum, row) => sum + (row.name.trim() ? row.copies : 0), 0)",
    "copiesOf(draft) * feePerCopyOf(draft, procedure)",
  ],
  // The page's own drafts, in the order in which they were begun.
  "counter/web/src/intake/drafts.ts": ["a.startedAt.localeCompare(b.startedAt)"],
  // How many wait at each letter, as the events have it by now: the core counts for its own answers.
  "counter/web/src/queue/dialogs.tsx": [
    'tickets.filter((each) => each.state === "waiting" && each.service === letter).length',
  ],
  // In what order those are shown who wait; a countdown by the office's own rule, which the core sends;
  // the core refuses an earlier call.
  "counter/web/src/queue/room.ts": [
    "a.arrived_at.localeCompare(b.arrived_at)",
    "now.getTime() - Date.parse(ticket.called_at)",
  ],
  // Two lists shown as one: what the core counted of each, and how much of each is here.
  "counter/web/src/work_list/work.ts": [
    "lists.reduce((sum, each) => sum + each.found.length, 0)",
    "lists.reduce((sum, each) => sum + each.all, 0)",
  ],
  // How far the picture of the way is coloured.
  "kiosk/web/kiosk/src/screens/dossier_words.ts": [
    'state === "in_progress" || state === "suspended"',
  ],
  // Where a new number is offered: the core decides who gets one.
  "kiosk/web/kiosk/src/screens/place.tsx": [
    'place.state === "no_show" || place.state === "expired"',
  ],
};

const patience = { timeout: 120_000 };

test("no page decides about instants, figures, states or roles: the core does", patience, () => {
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
    // The same law in other clothes.
    "const at = dossier.due_at; if (at < now) return late;",
    "function f() { const { due_at: at } = dossier; return () => at < now; }",
    'const late = dossier["due_at"] < now;',
    'switch (d.state) { case "resolved": case "returned": return good; }',
    'const s = d.state; if (s === "resolved" || s === "returned") return good;',
    'if ("resolved" === d.state || "returned" === d["state"]) return good;',
    "return {resolved: true, returned: true}[d.state];",
    "const ready = { resolved: true, returned: false };",
    'const open = ["waiting", "called", "held"];',
    'const many = tickets.filter((t) => t.state === "waiting").length;',
    "const sum = rows.reduce((total, each) => { total += each.count; return total; }, 0);",
    "const fee = copiesOf(d) * feePerCopyOf(d, p);",
    "const change = ((now - before) / before) * 100;",
    'const certifies = procedure.name.includes("bản sao");',
    "list.sort((a, b) => a.due_at.localeCompare(b.due_at));",
    // Who may do what.
    'const works = person.value?.role === "officer" || person.value?.role === "specialist";',
    'if (person.value?.role !== "chairman") return undefined;',
    'const { role } = who; if ("admin" === role) return all;',
    'const mine = who.role; if (mine === "admin") return all;',
    'switch (who.role) { case "admin": return all; }',
    'const both = ["chairman", "admin"] as const;',
    'const admin = ["admin"] as const;',
    "const may = { chairman: true, admin: false };",
    "const pages = pagesOf[who.role];",
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
    'const looks = { resolved: "good", returned: "good" };',
    'switch (d.state) { case "resolved": return good; case "returned": return gone; }',
    "const told = formatMoment(dossier.due_at); if (told === shown) return;",
    'text.replaceAll("đ", "d");',
    "const word = vocabulary.role.word(each.role);",
    'const role = user?.role ?? "officer";',
    "await changeUser(user.login, { name, ...(role !== user.role && { role }) });",
    'if (mayHere("importCatalogue")) return place;',
    'const isOffices = by === "field" || by === "officer";',
  ];
  for (const line of lines) expect(lawIn(line, field), line).toEqual([]);
});
