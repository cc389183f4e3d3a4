// What a scanned text is: a citizen's card, one of our own codes, or somebody else's. The agent or
// the core reads it (scan/read); here only its shape says whether it can be a scan at all. Pure.

import type { Schemas } from "@motcua/api/client";

export type Card = Schemas["Card"];

export type Scan =
  | { kind: "card"; card: Card }
  | { kind: "dossier"; code: string }
  | { kind: "ticket"; code: string }
  | { kind: "unknown"; text: string; problem?: string };

// tests/web/counter/scanned_codes.json, which the core's own test keeps, holds these to what it prints.
const ticketCode = /^T\d{6}-[A-Z]\d{3,}$/;
const dossierCode = /^[0-9A-Za-z.-]{1,32}-\d{6}-\d{4,}$/;
const ownCode = /^MC1:/;
const card = /^\d{12}\|(.*\|){5}/;

/** Whether so fast a text can be anything but a scan: what a fast typist writes must not vanish. */
export const isScan = (text: string): boolean =>
  [ticketCode, dossierCode, ownCode, card].some((shape) => shape.test(text));

/** A code without a check: whether there is such a dossier or ticket the core says when asked. */
export function bareCode(text: string): Scan | undefined {
  if (ticketCode.test(text)) return { kind: "ticket", code: text };
  return dossierCode.test(text) ? { kind: "dossier", code: text } : undefined;
}

/** As the agent and the core tell it. */
export interface ScanMessage {
  kind: string;
  code?: string | undefined;
  card?: Card | undefined;
  text?: string | undefined;
  /** Why it could not be read, as a sentence. */
  problem?: string | undefined;
}

export function scanOf({ kind, code, card: read, text = "", problem }: ScanMessage): Scan {
  if (kind === "card" && read) return { kind, card: read };
  if ((kind === "dossier" || kind === "ticket") && code) return { kind, code };
  return { kind: "unknown", text, ...(problem && { problem }) };
}
