// A procedure's figures in words.

import { formatMoney } from "@motcua/format";
import type { Language } from "@motcua/language";

import type { ProcedureVersion } from "./api";

type TimeLimit = Pick<ProcedureVersion, "unit" | "duration" | "cutoff">;

/** For lists. */
export function timeInShort(procedure: ProcedureVersion, language: Language): string {
  return timeNeeded({ ...procedure, cutoff: null }, language);
}

export function timeNeeded(limit: TimeLimit, language: Language): string {
  const { unit, duration, cutoff } = limit;
  const isVi = language === "vi";
  const count = isVi ? duration.replace(".", ",") : duration;
  const many = duration === "1" ? "" : "s";
  if (unit === "none")
    return isVi ? "Pháp luật không quy định thời hạn" : "No time limit set by law";
  if (Number(duration) === 0) {
    const sameDay = isVi ? "Trong ngày làm việc" : "The same working day";
    if (!cutoff) return sameDay;
    return isVi
      ? `${sameDay}; nộp sau ${cutoff} thì ngày làm việc sau`
      : `${sameDay}; handed in after ${cutoff}: the next one`;
  }
  if (unit === "working_day")
    return isVi ? `${count} ngày làm việc` : `${count} working day${many}`;
  if (unit === "working_hour")
    return isVi ? `${count} giờ làm việc` : `${count} working hour${many}`;
  return isVi ? `${count} ngày` : `${count} day${many}`;
}

export function feeText({ fee_vnd }: ProcedureVersion, language: Language): string {
  if (fee_vnd > 0) return formatMoney(fee_vnd);
  return language === "vi" ? "Không thu lệ phí" : "No fee";
}

export function onlineText({ online_level }: ProcedureVersion, language: Language): string {
  const words =
    language === "vi"
      ? {
          none: "Chỉ nộp trực tiếp tại quầy",
          partial: "Nộp trực tuyến được một phần",
          full: "Nộp trực tuyến được toàn trình",
        }
      : { none: "At the counter only", partial: "Partly online", full: "Fully online" };
  return words[online_level];
}
