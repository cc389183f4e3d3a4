// What an act's form begins with, and the agencies that it offers.

import type { Dossier } from "../api";
import type { ActSpec, FormValues } from "./act_specs";

type HandOver = Dossier["hand_overs"][number];

/** Those that the act may be about: for a hand-over the ones that its procedure names, else those of
 *  which the core still awaits it. */
export function agenciesOf({ act }: ActSpec, dossier: Dossier): string[] {
  if (act === "hand-over") return dossier.linked_agencies;
  const awaits = ({ awaits }: HandOver) => awaits.some((each) => each === act);
  return dossier.hand_overs.filter(awaits).map((each) => each.agency);
}

export function defaultsOf(spec: ActSpec, dossier: Dossier): FormValues {
  const values: FormValues = {};
  if (spec.act === "return") {
    values.return_channel = dossier.channel === "postal" ? "postal" : "in_person";
    values.recipient = dossier.applicant.name;
  }
  if (spec.act === "pay") values.paid_vnd = String(dossier.unpaid_vnd);
  if (spec.fields.includes("agency")) values.agency = agenciesOf(spec, dossier)[0] ?? "";
  return values;
}
