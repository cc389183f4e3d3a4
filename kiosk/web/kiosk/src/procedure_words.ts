// A procedure's figures in words.

import { formatMoney } from "@motcua/format";
import { wordsOf } from "@motcua/language";

import type { ProcedureVersion } from "./api";

const t = wordsOf("kioskProcedureWords");

type TimeLimit = Pick<ProcedureVersion, "unit" | "duration" | "cutoff">;

/** For lists. */
export function timeInShort(procedure: ProcedureVersion): string {
  return timeNeeded({ ...procedure, cutoff: null });
}

export function timeNeeded({ unit, duration, cutoff }: TimeLimit): string {
  const texts = t();
  if (unit === "none") return texts.none;
  if (Number(duration) === 0) {
    return cutoff ? texts.sameDayUntil(cutoff) : texts.sameDay;
  }
  return texts[unit](duration);
}

export function feeText({ fee_vnd }: ProcedureVersion): string {
  return fee_vnd > 0 ? formatMoney(fee_vnd) : t().noFee;
}

export function onlineText({ online_level }: ProcedureVersion): string {
  const texts = t();
  switch (online_level) {
    case "none":
      return texts.counterOnly;
    case "partial":
      return texts.partlyOnline;
    case "full":
      return texts.fullyOnline;
  }
}
