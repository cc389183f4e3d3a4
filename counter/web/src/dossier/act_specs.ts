// The acts of a dossier's life as the page offers them: their key, what their form asks, and the
// paper that they make. Which are allowed, and which need a reason, the core says.

import { officeLanguage, wordsOf } from "@motcua/language";

import type { ActName, Channel, DossierAct, PaperKind } from "../api";

const t = wordsOf("counterActSpecs");

export type ActField =
  | "reason"
  | "items"
  | "assignee"
  | "agency"
  | "external_code"
  | "answer_due"
  | "new_appointment"
  | "return_channel"
  | "recipient"
  | "paid_vnd";

export interface ActSpec {
  act: ActName;
  key: string;
  look: "primary" | "plain" | "danger";
  fields: ActField[];
  prints?: PaperKind;
}

export const actSpecs: readonly ActSpec[] = [
  { act: "return", key: "R", look: "primary", fields: ["return_channel", "recipient"] },
  { act: "receive", key: "N", look: "primary", fields: [], prints: "receipt" },
  { act: "resume", key: "T", look: "primary", fields: ["reason"], prints: "receipt" },
  { act: "resolve", key: "K", look: "primary", fields: ["reason"], prints: "result-notice" },
  { act: "forward", key: "C", look: "plain", fields: ["assignee", "reason"] },
  {
    act: "request-supplement",
    key: "B",
    look: "plain",
    fields: ["items", "reason"],
    prints: "supplement-request",
  },
  {
    act: "hand-over",
    key: "L",
    look: "plain",
    fields: ["agency", "answer_due", "external_code", "reason"],
  },
  { act: "acknowledge", key: "A", look: "plain", fields: ["agency", "external_code"] },
  { act: "answer", key: "O", look: "plain", fields: ["agency", "external_code", "reason"] },
  {
    act: "reappoint",
    key: "H",
    look: "plain",
    fields: ["new_appointment", "reason"],
    prints: "apology",
  },
  { act: "pay", key: "P", look: "plain", fields: ["paid_vnd"] },
  { act: "correct", key: "S", look: "plain", fields: ["reason"], prints: "receipt" },
  { act: "reject", key: "X", look: "danger", fields: ["reason"], prints: "result-notice" },
  { act: "refuse", key: "W", look: "danger", fields: ["reason"], prints: "refusal" },
  { act: "withdraw", key: "U", look: "danger", fields: ["reason"] },
  { act: "stop", key: "D", look: "danger", fields: ["reason"], prints: "stop-notice" },
];

/** What a form holds: texts as typed. */
export type FormValues = Partial<Record<ActField, string>>;

/** `YYYY-MM-DDTHH:MM` of a field, in the office's time. */
export const toInstant = (local: string): string => `${local}:00+07:00`;

/** What is to be completed, a line each. */
const linesOf = (typed: string): string[] =>
  typed
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);

export function bodyOfAct(spec: ActSpec, values: FormValues, version: number): DossierAct {
  const body: DossierAct = { version };
  const text = (field: ActField) => values[field]?.trim() ?? "";
  if (spec.fields.includes("items")) body.items = linesOf(text("items"));
  if (text("reason")) body.reason = text("reason");
  // In the office's language, whoever writes it: it stands in the journal.
  if (text("recipient")) body.reason = t(officeLanguage).recipient(text("recipient"));
  if (text("assignee")) body.assignee = text("assignee");
  if (text("agency")) body.agency = text("agency");
  if (text("external_code")) body.external_code = text("external_code");
  if (text("answer_due")) body.answer_due = toInstant(text("answer_due"));
  if (text("new_appointment")) body.new_appointment = toInstant(text("new_appointment"));
  if (text("return_channel")) body.return_channel = text("return_channel") as Channel;
  if (text("paid_vnd")) body.paid_vnd = Number(text("paid_vnd"));
  return body;
}
