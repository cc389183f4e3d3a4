// What the intake has made: the code, when to come, and what to do next.

import { now } from "@motcua/clock";
import { formatMoment, formatMoney } from "@motcua/format";
import { wordsOf } from "@motcua/language";
import { Button } from "@motcua/ui";
import { useEffect, useRef } from "preact/hooks";

import type { BegunDossier } from "../api";
import { useShortcuts } from "../keys";
import { openDossier } from "../navigation";
import { print } from "../local/print";
import { type Draft, nextOfVisit } from "./draft";
import { closeDraft, newId, replaceDraft } from "./drafts";
import { focusName, focusProcedure } from "./focus";
import { printOutcomes, printResult } from "./receive";

const t = wordsOf("counterResultPanel");

function PrintState({ draft }: { draft: Draft }) {
  const texts = t();
  const outcome = printOutcomes.value[draft.id];
  // After a reload nobody knows whether the paper came out before it.
  if (outcome === "printed")
    return (
      <div class="notice good" role="status">
        {texts.printed}
      </div>
    );
  if (outcome === "failed")
    return (
      <div class="notice bad" role="alert">
        {texts.notPrinted}
      </div>
    );
  return (
    <div class="notice warn" role="status">
      {outcome === "printing" ? texts.printing : texts.perhaps}
    </div>
  );
}

export function ResultPanel({ draft, result }: { draft: Draft; result: BegunDossier }) {
  const texts = t();
  const done = useRef<HTMLDivElement>(null);
  useEffect(() => done.current?.querySelector("button")?.focus(), []);
  const refused = draft.resultKind === "refuse";
  const finish = () => {
    closeDraft(draft.id);
    focusName();
  };
  const another = () => {
    replaceDraft(draft.id, nextOfVisit(draft, newId(), now.value.toISOString()));
    focusProcedure();
  };
  const together = () => void print({ codes: draft.visit });
  const { group } = texts;
  useShortcuts([
    {
      keys: "Alt+P",
      label: texts.again,
      group,
      run: () => void printResult(draft, { reprint: true }),
    },
    { keys: "Alt+Q", label: texts.scan, group, run: () => openDossier(result.code) },
    { keys: "Alt+M", label: texts.another, group, run: another },
  ]);
  return (
    <section class="card result" aria-labelledby="result-title">
      <h2 id="result-title">{refused ? texts.refused : texts.received}</h2>
      <p class="result-code number">{result.code}</p>
      <dl class="facts">
        {!refused && (
          <div class="wide">
            <dt>{texts.due}</dt>
            <dd class="result-due number">
              {result.due_at ? formatMoment(result.due_at) : texts.noLimit}
            </dd>
          </div>
        )}
        <div>
          <dt>{texts.applicant}</dt>
          <dd>{draft.name}</dd>
        </div>
        <div>
          <dt>{texts.procedure}</dt>
          <dd>{result.procedure.name}</dd>
        </div>
        <div>
          <dt>{texts.fee}</dt>
          <dd class="number">{formatMoney(result.fee_vnd)}</dd>
        </div>
      </dl>
      {result.due_unsure && <p class="notice warn">{result.due_unsure_text}</p>}
      <PrintState draft={draft} />
      {draft.visit.length > 1 && (
        <p>
          {texts.visit}: <span class="number">{draft.visit.join(", ")}</span>
        </p>
      )}
      <div class="result-acts" ref={done}>
        <Button look="primary" onClick={finish}>
          {texts.done} <kbd aria-hidden="true">Enter</kbd>
        </Button>
        <Button shortcut="Alt+P" onClick={() => void printResult(draft, { reprint: true })}>
          {texts.again}
        </Button>
        {draft.visit.length > 1 && (
          <Button onClick={together}>{texts.together(draft.visit.length)}</Button>
        )}
        <Button shortcut="Alt+Q" onClick={() => openDossier(result.code)}>
          {texts.scan}
        </Button>
        <Button shortcut="Alt+M" onClick={another}>
          {texts.another}
        </Button>
      </div>
    </section>
  );
}
