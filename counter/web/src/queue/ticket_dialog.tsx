// A scanned ticket: where it stands, and what can be done with it here.

import { ActKeys } from "@motcua/api/act_keys";
import { Problem } from "@motcua/api/client";
import { formatDuration, formatTime } from "@motcua/format";
import { wordsOf } from "@motcua/language";
import { problemText } from "@motcua/problem_text";
import { whenPersonLeaves } from "@motcua/session";
import { Button, Dialog, toast } from "@motcua/ui";
import * as vocabulary from "@motcua/vocabulary";
import { signal } from "@preact/signals";
import { useEffect, useState } from "preact/hooks";

import { loadTicket, type PlaceInLine, reEnter } from "../api";
import { counter } from "../counter";
import { openDossier } from "../navigation";
import { CallOther } from "./dialogs";
import { present, step } from "./queue";

const t = wordsOf("counterTicketDialog");

export const shownTicket = signal<string | null>(null);
whenPersonLeaves(() => {
  shownTicket.value = null;
});

function Facts({ ticket }: { ticket: PlaceInLine }) {
  const texts = t();
  const facts: [string, string][] = [
    [texts.state, vocabulary.ticketState.word(ticket.state)],
    [texts.service, ticket.service_name ?? ticket.service],
    [texts.arrived, formatTime(ticket.arrived_at)],
  ];
  if (ticket.state === "waiting") facts.push([texts.ahead, String(ticket.ahead)]);
  if (ticket.waited_s !== null && ticket.waited_s !== undefined) {
    facts.push([texts.waited, formatDuration(ticket.waited_s)]);
  }
  if (ticket.priority) facts.push([texts.priority, vocabulary.priority.word(ticket.priority)]);
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

function DossiersOf({ ticket, onClose }: { ticket: PlaceInLine; onClose: () => void }) {
  const texts = t();
  const show = (code: string) => {
    onClose();
    openDossier(code);
  };
  return (
    <>
      {ticket.dossier && (
        <p>
          {texts.result}{" "}
          <button type="button" class="link" onClick={() => show(ticket.dossier ?? "")}>
            {ticket.dossier}
          </button>
        </p>
      )}
      {ticket.dossiers && ticket.dossiers.length > 0 && (
        <>
          <h3>{texts.dossiers}</h3>
          <ul>
            {ticket.dossiers.map((each) => (
              <li key={each.code}>
                <button type="button" class="link" onClick={() => show(each.code)}>
                  {each.code}
                </button>{" "}
                {each.procedure.name} · {vocabulary.dossierState.word(each.state)}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Shown({ code, onClose }: { code: string; onClose: () => void }) {
  const texts = t();
  const [ticket, setTicket] = useState<PlaceInLine | null>(null);
  const [problem, setProblem] = useState("");
  const [keys] = useState(() => new ActKeys());
  const [calling, setCalling] = useState(false);
  const explain = (error: unknown) => {
    if (!(error instanceof Problem)) throw error;
    setProblem(problemText(error));
  };
  useEffect(() => {
    setTicket(null);
    loadTicket(code).then(setTicket).catch(explain);
  }, [code]);
  const back = async () => {
    try {
      const entered = await keys.once(code, (key) => reEnter(code, key));
      toast("good", texts.back(entered.number));
      onClose();
    } catch (error) {
      explain(error);
    }
  };
  if (calling && ticket) return <CallOther chosen={ticket.number} onClose={onClose} />;
  return (
    <Dialog title={texts.title(ticket?.number ?? code)} onClose={onClose}>
      {problem && <div class="notice bad">{problem}</div>}
      {!ticket && !problem && <p role="status">{texts.loading}</p>}
      {ticket && <Facts ticket={ticket} />}
      {ticket && <DossiersOf ticket={ticket} onClose={onClose} />}
      <div class="actions">
        {ticket?.state === "held" && (
          <Button look="primary" onClick={() => void back()}>
            {texts.reEnter}
          </Button>
        )}
        {ticket?.state === "held" && counter.value !== null && (
          <Button
            onClick={() => void step("release", { ticket: code }).then((done) => done && onClose())}
          >
            {texts.release}
          </Button>
        )}
        {ticket?.state === "waiting" && counter.value !== null && !present.value && (
          <Button onClick={() => setCalling(true)}>{texts.call}</Button>
        )}
        <Button onClick={onClose}>{texts.close}</Button>
      </div>
    </Dialog>
  );
}

export function TicketDialog() {
  const code = shownTicket.value;
  if (!code) return null;
  return <Shown key={code} code={code} onClose={() => (shownTicket.value = null)} />;
}
