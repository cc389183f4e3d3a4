// What is to be said instead of what intake wrote. Pure.

import type { Channel, Dossier, DossierAct, Paper } from "../api";
import { birthText } from "../birth";

/** What is said of the applicant, each as the form has it. */
export const people = [
  "name",
  "id_number",
  "phone",
  "address",
  "email",
  "birth_date",
  "sex",
] as const;

export type Person = Record<(typeof people)[number], string>;

export interface CorrectValues {
  applicant: Person;
  channel: Channel;
  fee_vnd: number;
  documents: Paper[];
  /** The letters of name and address are right, though they look as an old font leaves them. */
  asWritten?: boolean | undefined;
}

/** `base`: what the dossier said when `correction` was typed. */
export interface Correction {
  correction: CorrectValues;
  base: CorrectValues;
}

function personOf({ applicant }: Dossier): Person {
  const { name, id_number, phone, address, email, sex } = applicant;
  return {
    name,
    id_number,
    phone,
    address,
    email,
    birth_date: birthText(applicant),
    sex: sex ?? "",
  };
}

export function valuesOfCorrection(dossier: Dossier): CorrectValues {
  const { channel, fee_vnd, documents } = dossier;
  return {
    applicant: personOf(dossier),
    channel,
    fee_vnd,
    documents: documents.map((each) => ({ ...each })),
  };
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The same correction of what the dossier says now: what was not typed follows what others wrote
 *  meanwhile, and does not take it back. */
export function onNewest({ correction, base }: Correction, now: CorrectValues): Correction {
  const follow = <T>(typed: T, before: T, newest: T): T => (isSame(typed, before) ? newest : typed);
  const applicant = { ...now.applicant };
  for (const field of people) {
    const typed = correction.applicant[field];
    applicant[field] = follow(typed, base.applicant[field], now.applicant[field]);
  }
  return {
    correction: {
      applicant,
      channel: follow(correction.channel, base.channel, now.channel),
      fee_vnd: follow(correction.fee_vnd, base.fee_vnd, now.fee_vnd),
      documents: follow(correction.documents, base.documents, now.documents),
      ...(correction.asWritten && { asWritten: true }),
    },
    base: now,
  };
}

/** Only what differs; undefined when nothing does. */
export function bodyOfCorrection(
  values: CorrectValues,
  dossier: Dossier,
): DossierAct["correction"] | undefined {
  const before = personOf(dossier);
  const applicant = Object.fromEntries(
    people
      .filter((field) => values.applicant[field].trim() !== before[field])
      .map((field) => [field, values.applicant[field].trim()]),
  );
  const documents = values.documents.filter((each) => each.name.trim());
  const correction: NonNullable<DossierAct["correction"]> = {};
  if (Object.keys(applicant).length > 0) {
    correction.applicant = { ...applicant, ...(values.asWritten && { as_written: true }) };
  }
  if (values.channel !== dossier.channel) correction.channel = values.channel;
  if (values.fee_vnd !== dossier.fee_vnd) correction.fee_vnd = values.fee_vnd;
  if (JSON.stringify(documents) !== JSON.stringify(dossier.documents)) {
    correction.documents = documents;
  }
  return Object.keys(correction).length > 0 ? correction : undefined;
}
