// A figure opens the dossiers that it counts: for who may read them.

import { mayHere } from "@motcua/access";
import * as vocabulary from "@motcua/vocabulary";

import type { GroupBy } from "../api";
import { counted, openDossiers } from "../dossiers/dossier_list";
import type { Period } from "./periods";
import { formatPeriod } from "./wording";

export interface Group {
  by: GroupBy;
  key: string;
  name: string;
}

/** Undefined where the person may not see them. */
export function figureOpener(
  paths: readonly string[],
  period: Period,
  group?: Group,
): (() => void) | undefined {
  if (!mayHere("countedDossiers")) return undefined;
  const narrowed = group && { by: group.by, key: group.key };
  return () => {
    const parts = [
      paths.map((path) => vocabulary.figure.word(path)).join(" + "),
      group?.name,
      formatPeriod(period),
    ];
    openDossiers(
      parts.filter(Boolean).join(" · "),
      paths.map((path) => counted(vocabulary.figure.word(path), path, period, narrowed)),
    );
  };
}
