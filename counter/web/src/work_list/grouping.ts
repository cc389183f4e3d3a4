// The work list by the groups that the core puts each dossier into. Pure.

import * as vocabulary from "@motcua/vocabulary";

import type { DossierSummary } from "../api";

/** The most urgent first. */
export const groups = vocabulary.workGroup.names;
export type Group = vocabulary.WorkGroup;

/** The core writes every instant in the same form, so that texts stand as their instants do; what
 *  has no due date comes last. */
const byDue = (a: DossierSummary, b: DossierSummary): number =>
  (a.due_at ?? "9").localeCompare(b.due_at ?? "9") || a.code.localeCompare(b.code);

export function grouped(dossiers: readonly DossierSummary[]): Map<Group, DossierSummary[]> {
  const result = new Map<Group, DossierSummary[]>(groups.map((group) => [group, []]));
  for (const dossier of dossiers) result.get(dossier.work_group)?.push(dossier);
  for (const list of result.values()) list.sort(byDue);
  return result;
}

/** The lists that were asked for make one, each dossier once. */
export function merged(...lists: readonly DossierSummary[][]): DossierSummary[] {
  return [...new Map(lists.flat().map((each) => [each.code, each])).values()];
}
