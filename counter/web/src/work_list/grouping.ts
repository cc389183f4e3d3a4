// The work list by the groups that the core puts each dossier into. Pure.

import * as vocabulary from "@motcua/vocabulary";

import type { DossierSummary } from "../api";

/** The most urgent first. */
export const groups = vocabulary.workGroup.names;
export type Group = vocabulary.WorkGroup;

/** Within a group they stand as they came: the core has sorted them. */
export function grouped(dossiers: readonly DossierSummary[]): Map<Group, DossierSummary[]> {
  const result = new Map<Group, DossierSummary[]>(groups.map((group) => [group, []]));
  for (const dossier of dossiers) result.get(dossier.work_group)?.push(dossier);
  return result;
}

/** The lists that were asked for make one, each dossier once: one that was worked on meanwhile may
 *  have been in both, and stands as it was seen last. */
export function merged(...lists: readonly DossierSummary[][]): DossierSummary[] {
  return [...new Map(lists.flat().map((each) => [each.code, each])).values()];
}
