// The QR text of a citizen's card (law.md §8), for scanners that type it into the page. The
// agent reads cards by core/domain/citizen_id; this keeps to the same rules and words.

import { wordsOf } from "@motcua/language";
import * as vocabulary from "@motcua/vocabulary";

export interface Card {
  id_number: string;
  old_id_number: string;
  name: string;
  birth_date: string; // YYYY-MM-DD
  sex: string;
  residence: string;
  issued_on: string;
  doubts: string[];
}

const t = wordsOf("counterCard");

/** As printed on the card; the agent says it in words of the code. */
export function sexName(sex: string): string {
  return vocabulary.sex.word(sex === "man" || sex === "Nam" ? "man" : "woman");
}

export function looksLikeCard(text: string): boolean {
  return /^\d{12}\|/.test(text) && text.split("|").length >= 7;
}

/** DDMMYYYY to YYYY-MM-DD; undefined for no day of the calendar. */
function readDate(text: string): string | undefined {
  const found = /^(\d{2})(\d{2})(\d{4})$/.exec(text);
  if (!found) return undefined;
  const iso = `${found[3]}-${found[2]}-${found[1]}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : undefined;
}

export function numberSays(id: string): { sex: string; birthYear: number } | undefined {
  if (!/^\d{12}$/.test(id)) return undefined;
  const century = Number(id[3]);
  return {
    sex: century % 2 === 0 ? "Nam" : "Nữ",
    birthYear: 1900 + Math.floor(century / 2) * 100 + Number(id.slice(4, 6)),
  };
}

function doubtsOf(card: Omit<Card, "doubts">): string[] {
  const texts = t();
  const doubts: string[] = [];
  const says = numberSays(card.id_number);
  const year = Number(card.birth_date.slice(0, 4));
  if (says && says.birthYear !== year) doubts.push(texts.birthYear(says.birthYear, year));
  if (says && says.sex !== card.sex) doubts.push(texts.sex(says.sex, card.sex));
  // A reader that could not write a letter leaves one of these in its place.
  if (/[?0-9\uFFFD]/.test(card.name)) doubts.push(texts.name);
  if (/[?\uFFFD]/.test(card.residence)) doubts.push(texts.residence);
  if (card.issued_on < card.birth_date) doubts.push(texts.issued);
  return doubts;
}

export function readCard(text: string): Card | undefined {
  const fields = text.normalize("NFC").split("|");
  const [id = "", old = "", name = "", birth = "", sex = "", residence = "", issued = ""] = fields;
  const birthDate = readDate(birth);
  const issuedOn = readDate(issued.slice(0, 8));
  if (!/^\d{12}$/.test(id) || !/^(\d{9})?$/.test(old)) return undefined;
  if (!name.trim() || !birthDate || !issuedOn) return undefined;
  const card = {
    id_number: id,
    old_id_number: old,
    name: name.trim().replace(/\s+/g, " "),
    birth_date: birthDate,
    // A scanner that cannot type ữ leaves "N?" or "Nu": only "Nam" is sure to be a man's.
    sex: sex === "Nam" ? "Nam" : "Nữ",
    residence: residence.trim(),
    issued_on: issuedOn,
  };
  return { ...card, doubts: doubtsOf(card) };
}
