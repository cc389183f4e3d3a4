// A version of a procedure, member by member, in words.

import { formatDate, formatMoney } from "@motcua/format";
import { wordsOf } from "@motcua/language";
import * as vocabulary from "@motcua/vocabulary";

import type { Version } from "../api";

/** Names of the columns of procedures.csv. */
export const memberNames = wordsOf("officeVersionMembers");

export interface Member {
  key: string;
  text: (version: Version) => string;
}

export const members: readonly Member[] = [
  { key: "effective_from", text: (each) => formatDate(each.effective_from) },
  { key: "effective_to", text: (each) => formatDate(each.effective_to) },
  { key: "decision", text: (each) => each.decision || "–" },
  { key: "name", text: (each) => each.name },
  { key: "field", text: (each) => each.field },
  { key: "duration", text: (each) => each.duration_text },
  { key: "cutoff", text: (each) => each.cutoff ?? "–" },
  { key: "fee_vnd", text: (each) => formatMoney(each.fee_vnd) },
  { key: "online_level", text: (each) => vocabulary.level.word(each.online_level) },
  { key: "sector", text: (each) => vocabulary.sector.word(each.sector) },
  { key: "linked_agencies", text: (each) => each.linked_agencies.join("; ") || "–" },
  { key: "documents", text: (each) => each.documents.join("\n") || "–" },
];
