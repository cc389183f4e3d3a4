import { useEffect } from "preact/hooks";

import { formatDate, formatMoment } from "@motcua/format";
import { language, wordsOf } from "@motcua/language";
import { Button, Dialog } from "@motcua/ui";
import * as vocabulary from "@motcua/vocabulary";

import { getDeadline, getDossier, getHistory, type Schemas } from "../api";
import { Await } from "../shared/await";
import { useResource } from "../shared/use_resource";

const t = wordsOf("officeDossierDialog");

interface Whole {
  dossier: Schemas["Dossier"];
  history: Schemas["History"];
  deadline: Schemas["Deadline"];
}

/** A dossier as the chairman reads it: what it is, how its due date came, what was done. */
export function DossierDialog({ code, onClose }: { code: string; onClose: () => void }) {
  const texts = t();
  const whole = useResource<Whole>();
  const load = () =>
    void whole.load(async () => {
      const [dossier, history, deadline] = await Promise.all([
        getDossier(code),
        getHistory(code),
        getDeadline(code),
      ]);
      return { dossier, history, deadline };
    });
  useEffect(load, [code, language.value]);
  return (
    <Dialog title={texts.title(code)} onClose={onClose}>
      <Await of={whole} again={load} height="20rem">
        {(each) => <Content {...each} />}
      </Await>
      <div class="actions">
        <Button look="primary" autofocus onClick={onClose}>
          {texts.close}
        </Button>
      </div>
    </Dialog>
  );
}

function Content({ dossier, history, deadline }: Whole) {
  const texts = t();
  const facts: [string, string][] = [
    [texts.procedure, dossier.procedure.name],
    [texts.field, dossier.procedure.field],
    [texts.applicant, dossier.applicant.name],
    [texts.channel, vocabulary.channel.word(dossier.channel)],
    [texts.state, vocabulary.dossierState.word(dossier.state)],
    [texts.officer, dossier.officer || texts.nobody],
    [texts.assignee, dossier.assignee || texts.nobody],
    [texts.received, formatMoment(dossier.received_at)],
    [texts.due, formatMoment(dossier.due_at)],
    [texts.resolved, formatMoment(dossier.resolved_at)],
    [texts.outcome, dossier.outcome ? vocabulary.outcome.word(dossier.outcome) : texts.nobody],
    [texts.returned, formatMoment(dossier.returned_at)],
  ];
  return (
    <div class="stack">
      <dl class="facts">
        {facts.map(([name, value]) => (
          <div key={name} class={name === texts.procedure ? "whole" : ""}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <h3>{texts.deadline}</h3>
      {dossier.due_unsure && <p class="notice warn">{dossier.due_unsure_text}</p>}
      <ol class="steps">
        {deadline.steps.map((step, index) => (
          <li key={index}>
            <span class="number">{formatDate(step.at)}</span> {step.text}
          </li>
        ))}
      </ol>
      <h3>{texts.history}</h3>
      <ol class="steps">
        {history.items.map((item) => (
          <li key={item.seq}>
            <span class="number">{formatMoment(item.at)}</span>{" "}
            <strong>{vocabulary.event.word(item.act)}</strong> · {item.who}
            {item.reason && ` · ${texts.reason}: ${item.reason}`}
          </li>
        ))}
      </ol>
    </div>
  );
}
