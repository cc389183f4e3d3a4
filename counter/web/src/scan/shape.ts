// What a scan looks like at the end of a text, whatever stands before it. Pure.
//
// A card's line and our own codes with their check are like nothing that people type: they are
// scans at any speed. A bare code people do type, so what is taken for a scan there depends on how
// fast it came and on where (burst.ts).

/** Stands for a key that typed nothing which we know. */
export const gap = "\0";

/** Of a card there are at least so many, of a whole one two more. */
const barsOfCard = 4;

/** What stands for a card's `|`, as the core knows it (card_line.cpp): nobody types several of a
 *  bar, and paths of files, which have dates for names, have a backslash. */
const bars = ["|", "\u00A6", "\u2016", "\uFF5C"];
const signs = [...bars, "~", "\\"];
const anySign = /[|\u00A6\u2016\uFF5C~\\]/;

const likelyDate = /^(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d\d$/;
/** Every field of a card in its place, whatever the sign between them is. */
const byAnotherSign =
  /\d{12}(\r\n|[^\d |])(?:\d{9}|\d{12})?\1(?:(?!\1)\D)+\1(?:\d{8}|\d{4})?\1(?:N(?:(?!\1).)*)?\1(?:(?!\1).)*\1(?:\d{8}(?:\1.*)?)?$/isu;
/** Number, date, sex and date, whatever stands between them: the core says why it cannot read it. */
const byUnsureSigns =
  /\d{12}[^\d\p{L}].*\D(?:\d{8}|\d{4})[^\d\p{L}]{1,3}N\p{L}{0,2}[^\d\p{L}].*\D\d{4}(?:19|20)\d\d(?:\D.*)?$/isu;
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
  /** So little of a card that the most of it may still come. */
  short?: boolean;
}

/** A card's line from its number on. */
function cardFrom(tail: string, sign: string): Shape | undefined {
  const fields = tail.split(sign);
  const first = fields.slice(0, -1).findIndex((each) => /\d{12}$/.test(each));
  if (first < 0) return undefined;
  const start = fields.slice(0, first + 1).join(sign).length - 12;
  const count = fields.length - first;
  const whole = count > barsOfCard + 2 && /^(?:\d{8})?$/.test(fields.at(-1) ?? "");
  return { kind: "card", start, whole, short: count <= barsOfCard };
}

/** What is left of a card's line without its number. */
function brokenCard(tail: string, sign: string): Shape | undefined {
  const fields = tail.split(sign);
  if (fields.length < 2) return undefined;
  const isDated = fields.some((each, at) => {
    const isBeforeSex = at + 2 < fields.length && /^N/i.test(fields[at + 1] ?? "");
    return likelyDate.test(each) && (isBeforeSex || sign !== "\\");
  });
  const isLong = fields.length > barsOfCard;
  if (!isDated && !(isLong && bars.includes(sign))) return undefined;
  return { kind: "card", start: 0, whole: false, short: !isLong };
}

function firstOf(read: (sign: string) => Shape | undefined): Shape | undefined {
  for (const sign of signs) {
    const shape = read(sign);
    if (shape) return shape;
  }
  return undefined;
}

function cardAtEnd(tail: string): Shape | undefined {
  const other = byAnotherSign.exec(tail);
  if (other) return { kind: "card", start: other.index, whole: true };
  const known = anySign.test(tail)
    ? (firstOf((sign) => cardFrom(tail, sign)) ?? firstOf((sign) => brokenCard(tail, sign)))
    : undefined;
  if (known) return known;
  const unsure = byUnsureSigns.exec(tail);
  return unsure ? { kind: "card", start: unsure.index, whole: true } : undefined;
}

/** By which some scanners say, in front, which kind of code they read. */
const kindOfCode = /\][A-Z][A-Z\d]$/i;

/** From the kind of code on, where one is told. */
function fromKind(text: string, shape: Shape): Shape {
  return kindOfCode.test(text.slice(0, shape.start)) ? { ...shape, start: shape.start - 3 } : shape;
}

/** A card's line or one of our codes with its check, at the end of the text. */
export function scanAtEnd(text: string): Shape | undefined {
  const own = /MC1:/i.test(text) && (ownCode.exec(text) ?? brokenOwnCode.exec(text));
  if (own) {
    return fromKind(text, { kind: "own", start: own.index, whole: /:[\dA-F]{4}$/i.test(text) });
  }
  const begin = text.lastIndexOf(gap) + 1;
  const card = cardAtEnd(text.slice(begin));
  return card && fromKind(text, { ...card, start: card.start + begin });
}

/** What a code without its check is of, when the text is one and nothing else. */
export function bareKind(text: string): "ticket" | "dossier" | undefined {
  if (bareTicket.test(text)) return "ticket";
  return bareDossier.test(text) ? "dossier" : undefined;
}
