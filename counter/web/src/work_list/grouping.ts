// The work list by what is due. Pure.

import { officeDate } from "@motcua/format";

import type { DossierSummary } from "../api";

export const groups = [
  "late",
  "today",
  "soon",
  "waiting",
  "suspended",
  "later",
  "ready",
  "other",
] as const;
export type Group = (typeof groups)[number];

const soonDays = 3;
const dayMs = 86_400_000;

export function groupOf(
  dossier: DossierSummary,
  now: Date,
  waitsForAgency: (code: string) => boolean,
): Group {
  if (dossier.state === "resolved") return "ready";
  if (dossier.state === "suspended") return "suspended";
  if (dossier.state !== "in_progress" && dossier.state !== "submitted") return "other";
  const due = dossier.due_at ? new Date(dossier.due_at) : undefined;
  // A late one is late, whoever has it. The core says which are; how many days are left is a look.
  if (dossier.overdue) return "late";
  if (dossier.state === "submitted") return "today"; // somebody waits for it to be looked at
  if (due && officeDate(due) === officeDate(now)) return "today";
  if (waitsForAgency(dossier.code)) return "waiting";
  if (due && due.getTime() - now.getTime() < soonDays * dayMs) return "soon";
  return "later";
}

function byDue(a: DossierSummary, b: DossierSummary): number {
  const due = (each: DossierSummary) => (each.due_at ? Date.parse(each.due_at) : Infinity);
  const [first, second] = [due(a), due(b)];
  return first === second ? a.code.localeCompare(b.code) : first - second;
}

export function grouped(
  dossiers: readonly DossierSummary[],
  now: Date,
  waitsForAgency: (code: string) => boolean,
): Map<Group, DossierSummary[]> {
  const result = new Map<Group, DossierSummary[]>(groups.map((group) => [group, []]));
  for (const dossier of dossiers) result.get(groupOf(dossier, now, waitsForAgency))?.push(dossier);
  for (const list of result.values()) list.sort(byDue);
  return result;
}

/** The lists that were asked for make one, each dossier once. */
export function merged(...lists: readonly DossierSummary[][]): DossierSummary[] {
  return [...new Map(lists.flat().map((each) => [each.code, each])).values()];
}
