// What an officer has typed of one dossier that is not received yet, and what becomes of it. Pure:
// each change gives a new draft.

import { officeLanguage, wordsOf } from "@motcua/language";

import type { BegunDossier, Channel, IntakeBody, Paper, ProcedureVersion } from "../api";
import { birthText } from "../birth";
import type { Card } from "../scan/code";

const t = wordsOf("counterDraft");

export type Sex = NonNullable<Card["sex"]>;

export interface DraftPaper extends Paper {
  /** Not of the procedure's list: the officer added it. */
  extra: boolean;
}

/** A document to certify copies of (chứng thực). */
export interface CopyRow {
  name: string;
  pages: number;
  copies: number;
}

/** What was sent and is not known yet: sent again with the same key until it is. */
export interface Sending {
  key: string;
  kind: "receive" | "refuse";
  body: IntakeBody & { reason?: string };
  /** Print at once, or go on with the next dossier of the same person and print all together. */
  then: "print" | "next";
}

export interface Draft {
  id: string;
  startedAt: string;
  name: string;
  id_number: string;
  phone: string;
  address: string;
  email: string;
  /** As it is written: a day, or a year. */
  birth_date: string;
  sex: Sex | "";
  card: Card | null;
  procedure: string | null;
  papers: DraftPaper[];
  rows: CopyRow[];
  feePerCopy: number | null;
  /** As the officer wrote it; null: as computed. */
  fee: number | null;
  channel: Channel;
  ticket: string | null;
  /** Codes received for the same person in this visit. */
  visit: string[];
  sending: Sending | null;
  result: BegunDossier | null;
  resultKind: "receive" | "refuse";
  /** Of the last refusal by the core, by field. */
  errors: Record<string, string>;
  /** It was refused for letters that a name of another people or country may have. */
  mayBeMeant: boolean;
  /** The officer has looked at them: they are right. */
  asWritten: boolean;
}

export function newDraft(id: string, startedAt: string): Draft {
  return {
    id,
    startedAt,
    name: "",
    id_number: "",
    phone: "",
    address: "",
    email: "",
    birth_date: "",
    sex: "",
    card: null,
    procedure: null,
    papers: [],
    rows: [{ name: "", pages: 1, copies: 1 }],
    feePerCopy: null,
    fee: null,
    channel: "in_person",
    ticket: null,
    visit: [],
    sending: null,
    result: null,
    resultKind: "receive",
    errors: {},
    mayBeMeant: false,
    asWritten: false,
  };
}

export function isBlank(draft: Draft): boolean {
  return (
    !draft.name &&
    !draft.id_number &&
    !draft.phone &&
    !draft.address &&
    !draft.email &&
    !draft.birth_date &&
    !draft.sex &&
    !draft.procedure &&
    draft.visit.length === 0 &&
    !draft.sending &&
    !draft.result
  );
}

const cardFields = ["name", "id_number", "address", "birth_date", "sex"].map(
  (field) => `applicant.${field}`,
);

/** Whether the core says that the field cannot be taken as it was read. */
export const isDamaged = (card: Card, field: "full_name" | "residence"): boolean =>
  card.damaged_fields?.includes(field) ?? false;

/** The card fills what the officer would type; the phone stays, no card has one. What is not on the
 *  card, or was read damaged, is left to the officer. */
export function withCard(draft: Draft, card: Card): Draft {
  const residence = isDamaged(card, "residence") ? "" : card.residence;
  return {
    ...draft,
    name: isDamaged(card, "full_name") ? draft.name : card.name,
    id_number: card.id_number,
    address: residence || draft.address,
    birth_date: birthText(card) || draft.birth_date,
    sex: card.sex ?? "",
    card,
    mayBeMeant: false,
    asWritten: false,
    errors: without(draft.errors, ...cardFields),
  };
}

/** The officer insists on the letters of the name and the address, or no longer. */
export function withLettersMeant(draft: Draft, asWritten: boolean): Draft {
  return {
    ...draft,
    asWritten,
    errors: without(draft.errors, "applicant.name", "applicant.address"),
  };
}

/** Whether the card is of somebody else than the draft is about. */
export function isOfSomebodyElse(draft: Draft, card: Card): boolean {
  if (draft.sending || draft.result) return true;
  if (draft.id_number) return draft.id_number !== card.id_number;
  return draft.name !== "" && draft.name.toLocaleUpperCase() !== card.name.toLocaleUpperCase();
}

function without(errors: Record<string, string>, ...fields: string[]): Record<string, string> {
  return Object.fromEntries(Object.entries(errors).filter(([field]) => !fields.includes(field)));
}

export function withProcedure(draft: Draft, procedure: ProcedureVersion): Draft {
  return {
    ...draft,
    procedure: procedure.code,
    papers: procedure.documents.map((name) => ({
      name,
      originals: 0,
      certified: 0,
      copies: 0,
      extra: false,
    })),
    fee: null,
    feePerCopy: null,
    errors: without(draft.errors, "procedure"),
  };
}

export function withPaper(draft: Draft, index: number, change: Partial<DraftPaper>): Draft {
  return {
    ...draft,
    papers: draft.papers.map((each, at) => (at === index ? { ...each, ...change } : each)),
  };
}

export const isHandedIn = (paper: Paper): boolean =>
  paper.originals + paper.certified + paper.copies > 0;

/** Space: one copy, as usual, or nothing again. */
export function togglePaper(draft: Draft, index: number): Draft {
  const paper = draft.papers[index];
  if (!paper) return draft;
  const none = { originals: 0, certified: 0, copies: 0 };
  return withPaper(draft, index, isHandedIn(paper) ? none : { ...none, copies: 1 });
}

export function tickAll(draft: Draft): Draft {
  return {
    ...draft,
    papers: draft.papers.map((each) => (isHandedIn(each) ? each : { ...each, copies: 1 })),
  };
}

export function addPaper(draft: Draft, name: string): Draft {
  const trimmed = name.trim();
  if (!trimmed) return draft;
  const paper = { name: trimmed, originals: 0, certified: 0, copies: 1, extra: true };
  return { ...draft, papers: [...draft.papers, paper] };
}

export const copiesOf = (draft: Draft): number =>
  draft.rows.reduce((sum, row) => sum + (row.name.trim() ? row.copies : 0), 0);

export function feePerCopyOf(draft: Draft, procedure: ProcedureVersion | undefined): number {
  return draft.feePerCopy ?? procedure?.fee_vnd ?? 0;
}

/** What is typed, else the fee that the core names: for the dossier or, of certified copies, for each. */
export function feeOf(draft: Draft, procedure: ProcedureVersion | undefined): number {
  if (draft.fee !== null) return draft.fee;
  if (procedure?.certifies_copies) return copiesOf(draft) * feePerCopyOf(draft, procedure);
  return procedure?.fee_vnd ?? 0;
}

function papersOf(draft: Draft, procedure: ProcedureVersion | undefined): Paper[] {
  if (procedure?.certifies_copies) {
    const { paper } = t(officeLanguage); // it is printed, whatever the page's language is
    return draft.rows
      .filter((row) => row.name.trim())
      .map((row) => ({
        name: paper(row.name.trim(), row.pages, row.copies),
        originals: 1,
        certified: row.copies,
        copies: 0,
      }));
  }
  return draft.papers
    .filter(isHandedIn)
    .map(({ name, originals, certified, copies }) => ({ name, originals, certified, copies }));
}

export function bodyOf(draft: Draft, procedure: ProcedureVersion | undefined): IntakeBody {
  const { name, id_number, phone, address, email, birth_date, sex } = draft;
  const body: IntakeBody = {
    procedure: draft.procedure ?? "",
    applicant: {
      name: name.trim(),
      id_number: id_number.trim(),
      phone: phone.trim(),
      address: address.trim(),
      email: email.trim(),
      ...(birth_date.trim() && { birth_date: birth_date.trim() }),
      ...(sex && { sex }),
      ...(draft.asWritten && { as_written: true }),
    },
    channel: draft.channel,
    documents: papersOf(draft, procedure),
    fee_vnd: feeOf(draft, procedure),
  };
  if (draft.ticket) body.ticket = draft.ticket;
  return body;
}

/** The next dossier of the same person: who it is stays, what it is about goes. */
export function nextOfVisit(draft: Draft, id: string, startedAt: string): Draft {
  const { name, id_number, phone, address, email, birth_date, sex } = draft;
  const { card, ticket, visit, mayBeMeant, asWritten } = draft;
  const person = { name, id_number, phone, address, email, birth_date, sex, card };
  return { ...newDraft(id, startedAt), ...person, ticket, visit, mayBeMeant, asWritten };
}

/** A short name for the draft's tab. */
export function titleOf(draft: Draft, procedure: ProcedureVersion | undefined): string {
  return draft.name || procedure?.name || "";
}

/** A draft as it was stored, perhaps by an older page: what is missing is as in a new one. */
export function restored(value: unknown): Draft | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const stored = value as Partial<Draft>;
  if (typeof stored.id !== "string" || typeof stored.startedAt !== "string") return undefined;
  return { ...newDraft(stored.id, stored.startedAt), ...stored };
}
