// Always in sight: whom this counter has, who waits, and the keys that move the queue.

import { now } from "@motcua/clock";
import { wordsOf } from "@motcua/language";
import { formatDuration } from "@motcua/format";
import type { TicketInRoom } from "@motcua/tickets";
import { Button } from "@motcua/ui";
import * as vocabulary from "@motcua/vocabulary";
import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";

import { counter } from "../counter";
import { useShortcuts } from "../keys";
import { openDossier } from "../navigation";
import { CallOther, Transfer } from "./dialogs";
import { busyStep, callNext, letters, present, room, step, waiting } from "./queue";
import { heldFor, recallIn, waitingByService } from "./room";

const t = wordsOf("counterQueuePanel");

/** `transfer`: the code of the ticket that it was opened for. */
const dialog = signal<"other" | { transfer: string } | null>(null);

function since(instant: string | null): string {
  if (!instant) return "";
  const seconds = Math.max(0, (now.value.getTime() - Date.parse(instant)) / 1000);
  return formatDuration(seconds);
}

function Present({ ticket }: { ticket: TicketInRoom | undefined }) {
  const texts = t();
  if (!ticket) return <p class="present none">{texts.nobody}</p>;
  const called = ticket.state === "called";
  return (
    <div class={`present ${ticket.state}`}>
      <span class="present-number number">{ticket.number}</span>
      <span class="present-state">
        <strong>{vocabulary.ticketState.word(ticket.state)}</strong>{" "}
        {called && ticket.calls > 1 && <span>({texts.calledTimes(ticket.calls)}) </span>}
        <span class="number">{since(called ? ticket.called_at : ticket.started_at)}</span>
      </span>
      {ticket.priority && (
        <span class="badge warn">{vocabulary.priority.word(ticket.priority)}</span>
      )}
      {ticket.dossier && (
        <button type="button" class="link" onClick={() => openDossier(ticket.dossier ?? "")}>
          {texts.result} {ticket.dossier}
        </button>
      )}
    </div>
  );
}

function Acts({ ticket }: { ticket: TicketInRoom | undefined }) {
  const texts = t();
  const called = ticket?.state === "called";
  const serving = ticket?.state === "serving";
  const wait = called ? recallIn(ticket, now.value, room.value?.recallAfter ?? 0) : 0;
  const act = (name: "recall" | "start" | "finish" | "no-show" | "hold") => () =>
    void (ticket && step(name, { ticket: ticket.code }));
  const { group } = texts;
  useShortcuts([
    { keys: "F2", label: texts.callNext, group, run: () => void callNext() },
    { keys: "F4", label: vocabulary.ticketAct.word("recall"), group, run: act("recall") },
    { keys: "F7", label: texts.start, group, run: act("start") },
    { keys: "F8", label: vocabulary.ticketAct.word("finish"), group, run: act("finish") },
    { keys: "Alt+V", label: texts.noShow, group, run: act("no-show") },
    { keys: "Alt+G", label: texts.hold, group, run: act("hold") },
    {
      keys: "Alt+C",
      label: texts.transfer,
      group,
      run: () => {
        if (ticket) dialog.value = { transfer: ticket.code };
      },
    },
    { keys: "Alt+L", label: texts.other, group, run: () => (dialog.value = "other") },
  ]);
  const busy = busyStep.value !== null;
  return (
    <div class="queue-acts">
      <Button
        look="primary"
        shortcut="F2"
        disabled={busy || called}
        onClick={() => void callNext()}
      >
        {serving ? texts.finishAndCall : texts.callNext}
      </Button>
      {called && (
        <>
          <Button shortcut="F7" disabled={busy} onClick={act("start")}>
            {texts.start}
          </Button>
          <Button shortcut="F4" disabled={busy} onClick={act("recall")}>
            {wait > 0 ? texts.recallIn(wait) : vocabulary.ticketAct.word("recall")}
          </Button>
          <Button shortcut="Alt+V" disabled={busy} onClick={act("no-show")}>
            {texts.noShow}
          </Button>
        </>
      )}
      {serving && (
        <Button shortcut="F8" disabled={busy} onClick={act("finish")}>
          {vocabulary.ticketAct.word("finish")}
        </Button>
      )}
      {ticket && (
        <>
          <Button shortcut="Alt+G" disabled={busy} onClick={act("hold")}>
            {texts.hold}
          </Button>
          <Button
            shortcut="Alt+C"
            disabled={busy}
            onClick={() => (dialog.value = { transfer: ticket.code })}
          >
            {texts.transfer}
          </Button>
        </>
      )}
      {!ticket && (
        <Button look="quiet" shortcut="Alt+L" onClick={() => (dialog.value = "other")}>
          {texts.other}
        </Button>
      )}
    </div>
  );
}

function Held() {
  const texts = t();
  const held = room.value ? heldFor(room.value, letters.value) : [];
  if (held.length === 0) return null;
  return (
    <section aria-label={vocabulary.ticketState.word("held")}>
      <h3>{vocabulary.ticketState.word("held")}</h3>
      <ul class="held">
        {held.map((each) => (
          <li key={each.code}>
            <strong class="number">{each.number}</strong>
            <button
              type="button"
              class="link"
              aria-label={`${texts.release}: ${each.number}`}
              onClick={() => void step("release", { ticket: each.code })}
            >
              {texts.release}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function isTransferOf(ticket: TicketInRoom | undefined): ticket is TicketInRoom {
  const opened = dialog.value;
  return opened !== null && opened !== "other" && opened.transfer === ticket?.code;
}

export function QueuePanel() {
  const texts = t();
  const opened = dialog.value;
  const here = room.value;
  const ticket = present.value;
  // It goes with its ticket: who comes next is not the one to be transferred.
  useEffect(() => {
    if (dialog.value !== "other" && !isTransferOf(ticket)) dialog.value = null;
  }, [ticket?.code]);
  const rows = here && counter.value !== null ? waitingByService(here, counter.value) : [];
  return (
    <aside class="queue" aria-label={texts.title}>
      <h2 class="hidden-visually">{texts.title}</h2>
      {here ? <Present ticket={ticket} /> : <p role="status">{texts.loading}</p>}
      <div class="hidden-visually" role="status">
        {ticket ? `${vocabulary.ticketState.word(ticket.state)} ${ticket.number}` : ""}
      </div>
      <Acts ticket={ticket} />
      <section aria-label={vocabulary.ticketState.word("waiting")}>
        <h3>
          {vocabulary.ticketState.word("waiting")}{" "}
          <span class="number">{waiting.value.length}</span>
        </h3>
        <ul class="waiting">
          {rows.map((each) => (
            <li key={each.letter}>
              <span class="letter">{each.letter}</span>
              <span class="waiting-name">{each.name}</span>
              <strong class="number">{each.waiting}</strong>
            </li>
          ))}
        </ul>
      </section>
      <Held />
      {opened === "other" && <CallOther onClose={() => (dialog.value = null)} />}
      {isTransferOf(ticket) && <Transfer ticket={ticket} onClose={() => (dialog.value = null)} />}
    </aside>
  );
}
