// A procedure's figures in words.

import { formatMoney } from "@motcua/format";
import { wordsOf } from "@motcua/language";
import { capital } from "@motcua/vocabulary";

import type { ProcedureVersion } from "./api";

const t = wordsOf("kioskProcedureWords");

type TimeLimit = Pick<ProcedureVersion, "duration_text" | "counting_cutoff">;

export function timeNeeded({ duration_text, counting_cutoff }: TimeLimit): string {
  const text = capital(duration_text);
  return counting_cutoff ? t().until(text, counting_cutoff) : text;
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
