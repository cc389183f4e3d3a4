// A version of a procedure, member by member, in words.

import { formatDate, formatMoney } from "@motcua/format";
import { defineTexts } from "@motcua/language";

import type { Version } from "../api";
import { nameOf } from "../shared/names";

/** Names of the columns of procedures.csv. */
export const memberNames = defineTexts(
  {
    name: "Tên thủ tục",
    field: "Lĩnh vực",
    duration: "Thời hạn",
    unit: "Đơn vị thời hạn",
    cutoff: "Nhận sau giờ này tính ngày hôm sau",
    fee_vnd: "Lệ phí",
    online_level: "Mức độ trực tuyến",
    sector: "Cấp, ngành",
    linked_agencies: "Cơ quan liên thông",
    documents: "Thành phần hồ sơ",
    decision: "Quyết định công bố",
    effective_from: "Hiệu lực từ",
    effective_to: "Hiệu lực đến",
  },
  {
    name: "Name",
    field: "Field",
    duration: "Time limit",
    unit: "Unit",
    cutoff: "Received later counts from the next day",
    fee_vnd: "Fee",
    online_level: "Online level",
    sector: "Sector",
    linked_agencies: "Linked agencies",
    documents: "Papers to hand in",
    decision: "Decision",
    effective_from: "In force from",
    effective_to: "In force to",
  },
);

export function durationText(version: Pick<Version, "duration" | "unit">): string {
  if (version.unit === "none") return nameOf("unit", "none");
  return `${version.duration.replace(".", ",")} ${nameOf("unit", version.unit)}`;
}

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
  { key: "duration", text: durationText },
  { key: "cutoff", text: (each) => each.cutoff ?? "–" },
  { key: "fee_vnd", text: (each) => formatMoney(each.fee_vnd) },
  { key: "online_level", text: (each) => nameOf("level", each.online_level) },
  { key: "sector", text: (each) => nameOf("sector", each.sector) },
  { key: "linked_agencies", text: (each) => each.linked_agencies.join("; ") || "–" },
  { key: "documents", text: (each) => each.documents.join("\n") || "–" },
];
