// What a scanned text is: a citizen's card, one of our own codes, or somebody else's.

import { type Card, looksLikeCard, readCard } from "./card";

export type Scan =
  | { kind: "card"; card: Card }
  | { kind: "dossier"; code: string }
  | { kind: "ticket"; code: string }
  | { kind: "unknown"; text: string; problem?: string };

const longest = 1_000;
const ticketCode = /^T\d{6}-[A-Z]\d{3,}$/;
const dossierCode = /^[0-9A-Za-z.]{3,40}-\d{6}-\d{4,}$/;

// CRC-16/CCITT-FALSE, as core/domain/code_check has it: finds a misread code.
export function checkOf(text: string): string {
  let crc = 0xffff;
  for (const letter of text) {
    crc ^= letter.charCodeAt(0) << 8;
    for (let bit = 0; bit < 8; ++bit)
      crc = crc & 0x8000 ? ((crc << 1) ^ 0x1021) & 0xffff : crc << 1;
  }
  return crc.toString(16).toUpperCase().padStart(4, "0");
}

/** The code of `MC1:<H or T>:<code>:<check>`. */
function readOwnCode(text: string): Scan | undefined {
  const found = /^(MC1:([HT]):([0-9A-Za-z.-]{1,64})):([0-9A-F]{4})$/.exec(text);
  if (!found || checkOf(found[1] as string) !== found[4]) return undefined;
  return { kind: found[2] === "H" ? "dossier" : "ticket", code: found[3] as string };
}

export function readScan(raw: string): Scan {
  const text = raw.trim().slice(0, longest);
  const own = readOwnCode(text);
  if (own) return own;
  if (ticketCode.test(text)) return { kind: "ticket", code: text };
  if (dossierCode.test(text)) return { kind: "dossier", code: text };
  if (looksLikeCard(text)) {
    const card = readCard(text);
    if (card) return { kind: "card", card };
  }
  return { kind: "unknown", text };
}

/** Whether so fast a text can be anything but a scan: what a fast typist writes must not vanish. */
export function isScan(text: string): boolean {
  return readScan(text).kind !== "unknown" || looksLikeCard(text) || text.startsWith("MC1:");
}
