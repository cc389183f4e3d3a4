// What stands where a dossier has no due date.

import { unknown } from "@motcua/format";
import * as vocabulary from "@motcua/vocabulary";

import type { Dossier, DossierSummary } from "../api";

/** Why there is none: the clock stands, nobody received it yet, or the procedure has no limit. */
export function noDueText(
  dossier: Pick<Dossier | DossierSummary, "state" | "received_at">,
): string {
  if (dossier.state === "suspended") {
    return vocabulary.lower(vocabulary.dossierState.word("suspended"));
  }
  return dossier.received_at ? vocabulary.lower(vocabulary.unit.word("none")) : unknown;
}
