import { formatDate, formatTime } from "@motcua/format";
import { wordsOf } from "@motcua/language";
import { nextOrder, type Order } from "@motcua/list_order";
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

interface Sorting {
  order: Order | undefined;
  onOrder: (order: Order) => void;
}

/** A heading that sorts the whole list, by the name of the core's sort. */
function Heading({ sort, title, order, onOrder }: Sorting & { sort: string; title: string }) {
  const mine = order?.column === sort ? order : undefined;
  return (
    <th scope="col" aria-sort={mine ? (mine.descending ? "descending" : "ascending") : "none"}>
      <button
        type="button"
        class="sorter"
        title={`${t().sort}: ${title}`}
        onClick={() => onOrder(nextOrder(order, sort, false))}
      >
        {title}
        <span aria-hidden="true" class="direction">
          {"\u00a0"}
          {mine ? (mine.descending ? "▼" : "▲") : "↕"}
        </span>
      </button>
    </th>
  );
}

/** Dossiers as rows; ↑ ↓ moves, Enter opens. */
export function DossierTable({
  items,
  label,
  ...sorting
}: { items: DossierSummary[]; label: string } & Sorting) {
  const texts = t();
  return (
    <table class="table dossiers" aria-label={label}>
      <thead>
        <tr>
          <Heading sort="code" title={texts.code} {...sorting} />
          <Heading sort="applicant" title={texts.applicant} {...sorting} />
          <Heading sort="procedure" title={texts.procedure} {...sorting} />
          <Heading sort="due" title={texts.due} {...sorting} />
          <Heading sort="status" title={texts.state} {...sorting} />
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
