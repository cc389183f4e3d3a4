// What a scanned text is: a citizen's card, one of our own codes, or somebody else's. The agent or
// the core reads it (scan/read); here only its shape says whether it can be a scan at all. Pure.

import type { Schemas } from "@motcua/api/client";

import { bareKind, scanAtEnd } from "./shape";

export type Card = Schemas["Card"];

export type Scan =
  | { kind: "card"; card: Card }
  | { kind: "dossier"; code: string }
  | { kind: "ticket"; code: string }
  | { kind: "unknown"; text: string; problem?: string };

/** Whether the text is one that the agent or the core can read, or can say why it cannot. */
export const isScan = (text: string): boolean => scanAtEnd(text)?.start === 0;

/** The tone marks that the digits of VNI become. */
const digitOfMark: Record<string, string> = {
  "\u0301": "1",
  "\u0300": "2",
  "\u0309": "3",
  "\u0303": "4",
  "\u0323": "5",
  "\u0302": "6",
  "\u0306": "8",
};

/** A ticket's code as it is printed: in capitals, and no digit of it in a letter's mark. */
const printedTicket = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, (mark) => digitOfMark[mark] ?? mark)
    .toUpperCase();

/** A code without a check: whether there is such a dossier or ticket the core says when asked, in
 *  whatever case it is written. */
export function bareCode(text: string): Scan | undefined {
  const kind = bareKind(text);
  if (kind === "ticket") return { kind, code: printedTicket(text) };
  return kind && { kind, code: text };
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
