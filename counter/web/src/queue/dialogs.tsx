// What moves the queue and needs a word more: out of order with its reason, to another service.

import { formatTime } from "@motcua/format";
import { wordsOf } from "@motcua/language";
import type { TicketInRoom } from "@motcua/tickets";
import { Button, Dialog, Field } from "@motcua/ui";
import * as vocabulary from "@motcua/vocabulary";
import { useState } from "preact/hooks";

import { room, step, waiting } from "./queue";

const t = wordsOf("counterDialogs");

export function CallOther({ onClose, chosen }: { onClose: () => void; chosen?: string }) {
  const texts = t();
  const [number, setNumber] = useState(chosen ?? waiting.value[0]?.number ?? "");
  const [reason, setReason] = useState("");
  const submit = async (event: Event) => {
    event.preventDefault();
    if (await step("call", { ticket: number, reason })) onClose();
  };
  return (
    <Dialog title={texts.other} onClose={onClose}>
      {waiting.value.length === 0 && !chosen ? (
        <>
          <p>{texts.nobody}</p>
          <div class="actions">
            <Button onClick={onClose}>{texts.cancel}</Button>
          </div>
        </>
      ) : (
        <form class="stack" onSubmit={(event) => void submit(event)}>
          <Field label={texts.which}>
            {(ties) => (
              <select
                {...ties}
                class="input"
                value={number}
                onChange={(event) => setNumber(event.currentTarget.value)}
              >
                {chosen && !waiting.value.some((each) => each.number === chosen) && (
                  <option value={chosen}>{chosen}</option>
                )}
                {waiting.value.map((each) => (
                  <option key={each.code} value={each.number}>
                    {each.number} · {formatTime(each.arrived_at)}
                    {each.priority ? ` · ${vocabulary.priority.word(each.priority)}` : ""}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field label={texts.reason} hint={texts.reasonHint}>
            {(ties) => (
              <input
                {...ties}
                class="input"
                maxLength={500}
                value={reason}
                onInput={(event) => setReason(event.currentTarget.value)}
              />
            )}
          </Field>
          <div class="actions">
            <Button onClick={onClose}>{texts.cancel}</Button>
            <Button look="primary" type="submit">
              {vocabulary.ticketAct.word("call")}
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}

export function Transfer({ ticket, onClose }: { ticket: TicketInRoom; onClose: () => void }) {
  const texts = t();
  const transfer = async (letter: string) => {
    if (await step("transfer", { ticket: ticket.code, to_service: letter })) onClose();
  };
  const tickets = [...(room.value?.tickets.values() ?? [])];
  const waits = (letter: string) =>
    tickets.filter((each) => each.state === "waiting" && each.service === letter).length;
  return (
    <Dialog title={texts.transfer(ticket.number)} onClose={onClose}>
      <p>{texts.keeps}</p>
      <div class="counter-choice">
        {room.value?.services
          .filter((each) => each.letter !== ticket.service)
          .map((each) => (
            <Button key={each.letter} onClick={() => void transfer(each.letter)}>
              <span>
                <strong>{each.letter}</strong> {each.name} ·{" "}
                {texts.waitingCount(waits(each.letter))}
              </span>
            </Button>
          ))}
      </div>
      <div class="actions">
        <Button onClick={onClose}>{texts.cancel}</Button>
      </div>
    </Dialog>
  );
}
