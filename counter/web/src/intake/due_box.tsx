import { Problem } from "@motcua/api/client";
import { formatMoment } from "@motcua/format";
import { language, wordsOf } from "@motcua/language";
import { useEffect, useState } from "preact/hooks";

import { type Deadline, loadDue, type ProcedureVersion } from "../api";
import { Steps } from "../dossier/deadline_steps";

const t = wordsOf("counterDueBox");

const refreshEvery = 120_000; // a cutoff or the end of the day may pass while the officer types

export function DueBox({ procedure }: { procedure: ProcedureVersion | undefined }) {
  const texts = t();
  const [due, setDue] = useState<Deadline | null | undefined>(undefined);
  const code = procedure?.code;
  useEffect(() => {
    setDue(undefined);
    if (!code) return undefined;
    let left = false;
    const load = async () => {
      try {
        const answer = await loadDue(code);
        if (!left) setDue(answer);
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        if (!left) setDue((before) => before ?? null);
      }
    };
    void load();
    const timer = window.setInterval(() => void load(), refreshEvery);
    return () => {
      left = true;
      clearInterval(timer);
    };
  }, [code, language.value]);
  return (
    <section class="card due" aria-labelledby="due-title">
      <h2 id="due-title">{texts.title}</h2>
      {!procedure && <p class="hint">{texts.none}</p>}
      {procedure && due === undefined && <p class="hint">{texts.counting}</p>}
      {procedure && due === null && (
        <p class="hint">{`${procedure.duration_text}. ${texts.later}`}</p>
      )}
      {procedure && due && (
        <>
          <p class="due-at" role="status">
            {due.due_at ? (
              <strong class="number">{formatMoment(due.due_at)}</strong>
            ) : (
              texts.noLimit
            )}{" "}
            <span class="hint">{due.due_at ? texts.ifNow : ""}</span>
          </p>
          {due.due_unsure && (
            <p class="notice warn" role="status">
              {due.due_unsure_text}
            </p>
          )}
          <Steps steps={due.steps} />
        </>
      )}
    </section>
  );
}
