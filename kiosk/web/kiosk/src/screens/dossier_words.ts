// What a dossier's state means for the citizen: in words, and what to do.

import type { PublicDossier } from "../api";
import { formatDate, formatMoment } from "@motcua/format";
import { wordsOf } from "@motcua/language";

const t = wordsOf("kioskDossierWords");

export interface Told {
  look: "good" | "warn" | "bad" | "info";
  what: string;
  next: string;
}

export function tell(dossier: PublicDossier): Told {
  const texts = t();
  if (dossier.ready) return { look: "good", what: texts.ready, next: texts.readyDo };
  switch (dossier.state) {
    case "submitted":
      return { look: "info", what: texts.submitted, next: texts.submittedDo };
    case "in_progress": {
      const when = dossier.appointment;
      if (dossier.past_appointment)
        return { look: "bad", what: texts.inProgress, next: texts.overdue };
      const next = when ? comeAt(dossier, when) : texts.noDate;
      return { look: "info", what: texts.inProgress, next };
    }
    case "suspended":
      return { look: "warn", what: texts.suspended, next: texts.suspendedDo };
    case "resolved":
      return { look: "good", what: texts.ready, next: texts.readyDo };
    case "returned":
      return {
        look: "good",
        what: texts.returned(formatDate(dossier.returned_at)),
        next: texts.returnedDo,
      };
    case "refused":
      return { look: "warn", what: texts.refused, next: texts.refusedDo };
    case "withdrawn":
      return { look: "info", what: texts.withdrawn, next: texts.returnedDo };
    case "stopped":
      return { look: "warn", what: texts.stopped, next: texts.stoppedDo };
  }
}

/** When to come, and whether that is sure: who reads it stands before the kiosk once. */
function comeAt(dossier: PublicDossier, when: string): string {
  const texts = t();
  const come = texts.come(formatMoment(when));
  if (!dossier.appointment_unsure) return come;
  return `${come}. ${texts.unsure(dossier.due_unsure_years.join(", "))}`;
}

/** How far along: 1 received, 2 being processed, 3 result there, 4 handed out; 0: left the way. */
export function stepOf({ state, ready }: PublicDossier): number {
  if (state === "returned") return 4;
  if (ready || state === "resolved") return 3;
  if (state === "in_progress" || state === "suspended") return 2;
  return state === "submitted" ? 1 : 0;
}
