// What is known of the dossier: who, what, when it is due and why, papers, agencies, pauses.

import { formatDate, formatMoment, formatMoney } from "@motcua/format";
import { wordsOf } from "@motcua/language";
import * as vocabulary from "@motcua/vocabulary";

import type { Deadline, Dossier } from "../api";
import { birthText } from "../birth";
import { nameOf } from "../work_list/work";
import { Steps } from "./deadline_steps";
import { noDueText } from "./due_text";

const t = wordsOf("counterFacts");

/** Within a line of facts. */
const word = (of: vocabulary.Vocabulary<string>, name: string) => vocabulary.lower(of.word(name));

function applicantFacts({ applicant }: Dossier): [string, string][] {
  const texts = t();
  return [
    [texts.applicant, applicant.name],
    [texts.id_number, applicant.id_number],
    [texts.phone, applicant.phone],
    [texts.address, applicant.address],
    [texts.email, applicant.email],
    [vocabulary.cardField.word("birth_date"), birthText(applicant)],
    [vocabulary.cardField.word("sex"), applicant.sex ? word(vocabulary.sex, applicant.sex) : ""],
  ];
}

function courseFacts(dossier: Dossier): [string, string][] {
  const texts = t();
  const result = [
    dossier.decision && word(vocabulary.decision, dossier.decision),
    dossier.resolved_at && formatMoment(dossier.resolved_at),
    dossier.outcome && word(vocabulary.outcome, dossier.outcome),
  ];
  const returned = dossier.returned_at
    ? `${formatMoment(dossier.returned_at)} ${dossier.return_channel ? word(vocabulary.channel, dossier.return_channel) : ""}`
    : "";
  const paid = dossier.fee_vnd > 0 ? ` (${texts.paid(formatMoney(dossier.paid_vnd))})` : "";
  return [
    [texts.submitted, dossier.submitted_at ? formatMoment(dossier.submitted_at) : ""],
    [texts.received, dossier.received_at ? formatMoment(dossier.received_at) : ""],
    [texts.channel, word(vocabulary.channel, dossier.channel)],
    [texts.by, nameOf(dossier.officer)],
    [texts.assignee, `${nameOf(dossier.assignee) || texts.nobody}, ${texts.step(dossier.step)}`],
    [texts.fee, `${formatMoney(dossier.fee_vnd)}${paid}`],
    [texts.resolved, result.filter(Boolean).join(", ")],
    [texts.returned, returned],
  ];
}

export function Facts({ dossier }: { dossier: Dossier }) {
  const facts = [...applicantFacts(dossier), ...courseFacts(dossier)].filter(([, value]) => value);
  return (
    <dl class="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

export function DueFacts({ dossier, deadline }: { dossier: Dossier; deadline: Deadline | null }) {
  const texts = t();
  const late = dossier.overdue;
  const due = dossier.due_at ? formatMoment(dossier.due_at) : noDueText(dossier);
  return (
    <section class={`card due ${late ? "late" : ""}`} aria-labelledby="dossier-due-title">
      <h2 id="dossier-due-title">{texts.due}</h2>
      <p class="due-at">
        <strong class="number">{due}</strong>{" "}
        {late && (
          <span class="badge bad">{vocabulary.workGroup.word("overdue").toLocaleUpperCase()}</span>
        )}
      </p>
      {dossier.due_unsure && <p class="notice warn">{dossier.due_unsure_text}</p>}
      {dossier.reappointed && (
        <p>
          {texts.appointment}: <strong class="number">{formatMoment(dossier.appointment)}</strong>
        </p>
      )}
      {deadline && <Steps steps={deadline.steps} />}
    </section>
  );
}

export function PapersOf({ dossier }: { dossier: Dossier }) {
  const texts = t();
  return (
    <section class="card" aria-labelledby="dossier-papers-title">
      <h2 id="dossier-papers-title">
        {texts.papers} <span class="number">{dossier.documents.length}</span>
      </h2>
      {dossier.documents.length === 0 ? (
        <p class="hint">{texts.noPapers}</p>
      ) : (
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{texts.paper}</th>
              <th scope="col" class="end">
                {texts.originals}
              </th>
              <th scope="col" class="end">
                {texts.certified}
              </th>
              <th scope="col" class="end">
                {texts.copies}
              </th>
            </tr>
          </thead>
          <tbody>
            {dossier.documents.map((paper, index) => (
              <tr key={index}>
                <td>{paper.name}</td>
                <td class="end">{paper.originals || ""}</td>
                <td class="end">{paper.certified || ""}</td>
                <td class="end">{paper.copies || ""}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

export function Course({ dossier }: { dossier: Dossier }) {
  const texts = t();
  if (dossier.hand_overs.length === 0 && dossier.pauses.length === 0) return null;
  return (
    <section class="card" aria-label={texts.agencies}>
      {dossier.hand_overs.length > 0 && (
        <>
          <h2>{texts.agencies}</h2>
          <ul class="hand-overs">
            {dossier.hand_overs.map((each, index) => {
              return (
                <li key={index}>
                  <strong>{each.agency}</strong>
                  {each.external_code && ` (${each.external_code})`}:{" "}
                  {texts.handed(formatMoment(each.handed_at))},{" "}
                  {each.acknowledged_at
                    ? texts.acknowledged(formatMoment(each.acknowledged_at))
                    : texts.notAcknowledged}
                  {each.due_at && (
                    <span class={each.overdue ? "error" : ""}>
                      , {texts.answerDue(formatMoment(each.due_at))}
                    </span>
                  )}
                  {each.answered_at && `, ${texts.answered(formatMoment(each.answered_at))}`}
                </li>
              );
            })}
          </ul>
        </>
      )}
      {dossier.pauses.length > 0 && (
        <>
          <h2>{texts.pauses}</h2>
          <ul>
            {dossier.pauses.map((each, index) => (
              <li key={index} class="number">
                {texts.pause(
                  formatDate(each.from),
                  each.to ? formatDate(each.to) : texts.stillPaused,
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
