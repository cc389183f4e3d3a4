// What a scan looks like at the end of a text, whatever stands before it. Pure.
//
// A card's line and our own codes with their check are like nothing that people type: they are
// scans at any speed. A bare code people do type, so what is taken for a scan there depends on how
// fast it came and on where (burst.ts).

/** Stands for a key that typed nothing which we know. */
export const gap = "\0";

/** Of a card there are at least so many, of a whole one two more. */
const barsOfCard = 4;

const bars = `(?:[^|${gap}]*\\|)`;
const cardLine = new RegExp(`\\d{12}\\|${bars}{${barsOfCard - 1},}[^|${gap}]*$`);
const wholeCard = new RegExp(`^\\d{12}\\|${bars}{5,}(?:\\d{8})?$`);
const brokenCard = new RegExp(`[^|${gap}]*\\|${bars}{${barsOfCard - 1},}[^|${gap}]*$`);
// A Vietnamese input method may have made letters with marks of ours.
const ownCode = /MC1:[HT]:[^\0:|]{1,64}:[\p{L}\d]{1,4}$/iu;
const brokenOwnCode = /MC1:[^\0|]{1,72}$/i;
const bareTicket = /^T\d{6}-(?:[A-Z]\d{3,}|[\u00C0-\u1EF9]\d{2,})$/i;
const bareDossier = /^[0-9A-Z.-]{1,32}-\d{6}-\d{4,}$/i;

export interface Shape {
  kind: "card" | "own" | "ticket" | "dossier";
  /** Where it begins in the text. */
  start: number;
  /** Nothing of it can be missing. */
  whole: boolean;
}

/** A card's line or one of our codes with its check, at the end of the text. */
export function scanAtEnd(text: string): Shape | undefined {
  const own = /MC1:/i.test(text) && (ownCode.exec(text) ?? brokenOwnCode.exec(text));
  if (own) return { kind: "own", start: own.index, whole: /:[\dA-F]{4}$/i.test(text) };
  if (!text.includes("|")) return undefined;
  const card = cardLine.exec(text) ?? brokenCard.exec(text);
  if (!card) return undefined;
  return { kind: "card", start: card.index, whole: wholeCard.test(card[0]) };
}

/** What a code without its check is of, when the text is one and nothing else. */
export function bareKind(text: string): "ticket" | "dossier" | undefined {
  if (bareTicket.test(text)) return "ticket";
  return bareDossier.test(text) ? "dossier" : undefined;
}
