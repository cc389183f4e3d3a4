import { formatDate, formatTime } from "@motcua/format";
import { wordsOf } from "@motcua/language";
import * as vocabulary from "@motcua/vocabulary";

import type { DossierSummary } from "../api";
import { noDueText } from "../dossier/due_text";
import { openDossier } from "../navigation";
import { nameOf } from "./work";

const t = wordsOf("counterDossierTable");

function Due({ dossier }: { dossier: DossierSummary }) {
  const texts = t();
  const { due_at: due, due_today: isToday, days_overdue: days } = dossier;
  if (!due) return <>{noDueText(dossier)}</>;
  return (
    <>
      <span class="number">{isToday ? texts.today(formatTime(due)) : formatDate(due)}</span>{" "}
      {dossier.due_unsure && (
        <span class="badge warn" title={dossier.due_unsure_text ?? ""}>
          {texts.unsure}
        </span>
      )}
      {days !== null && <strong class="late-days">{texts.lateDays(days)}</strong>}
    </>
  );
}

function moveFocus(event: KeyboardEvent): void {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const all = [...document.querySelectorAll<HTMLElement>("main .dossier-open")];
  const at = all.indexOf(event.currentTarget as HTMLElement);
  all[at + (event.key === "ArrowDown" ? 1 : -1)]?.focus();
  event.preventDefault();
}

/** Dossiers as rows; ↑ ↓ moves, Enter opens. */
export function DossierTable({ items, label }: { items: DossierSummary[]; label: string }) {
  const texts = t();
  return (
    <table class="table dossiers" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{texts.code}</th>
          <th scope="col">{texts.applicant}</th>
          <th scope="col">{texts.procedure}</th>
          <th scope="col">{texts.due}</th>
          <th scope="col">{texts.state}</th>
          <th scope="col">{texts.person}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((each) => (
          <tr key={each.code} onClick={() => openDossier(each.code)}>
            <td>
              <button
                type="button"
                class="link number dossier-open"
                onClick={(event) => {
                  event.stopPropagation();
                  openDossier(each.code);
                }}
                onKeyDown={moveFocus}
              >
                {each.code}
              </button>
            </td>
            <td class="name">{each.applicant_name}</td>
            <td class="procedure-name">{each.procedure.name}</td>
            <td class="due">
              <Due dossier={each} />
            </td>
            <td>{vocabulary.dossierState.word(each.state)}</td>
            <td>{nameOf(each.assignee || each.officer) || texts.nobody}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
