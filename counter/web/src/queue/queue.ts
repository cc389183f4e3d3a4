// The room, live, and what this counter does in it.

import { ActKeys } from "@motcua/api/act_keys";
import { Problem, type Schemas } from "@motcua/api/client";
import { setServerClock } from "@motcua/clock";
import { wordsOf } from "@motcua/language";
import { whenPersonLeaves } from "@motcua/session";
import type { TicketInRoom } from "@motcua/tickets";
import { Turns } from "@motcua/turns";
import { toast } from "@motcua/ui";
import { computed, signal } from "@preact/signals";

import { type CounterAct, loadQueue, stepAtCounter, type Ticket } from "../api";
import { counter } from "../counter";
import { type FeedEvent, onEvent, onReload, startFrom } from "../feed";
import { atCounter, type Room, roomOf, waitingFor, withEvent, withTicket } from "./room";

const t = wordsOf("counterQueue");

export const room = signal<Room | null>(null);
export const busyStep = signal<CounterAct | null>(null);

export const ownCounter = computed(() =>
  room.value?.counters.find((each) => each.number === counter.value),
);
export const letters = computed(() => ownCounter.value?.services ?? "");
export const present = computed<TicketInRoom | undefined>(() =>
  room.value && counter.value !== null ? atCounter(room.value, counter.value) : undefined,
);
export const waiting = computed(() => (room.value ? waitingFor(room.value, letters.value) : []));

// What is not known to have been done is asked with the same key when the same is pressed again.
const keys = new ActKeys();
let steps = 0; // begun
const loads = new Turns();

export async function loadRoom(): Promise<void> {
  const isLatest = loads.begin();
  const begun = busyStep.peek() === null ? steps : null;
  const queue = await loadQueue();
  if (!isLatest()) return;
  setServerClock(queue.now);
  room.value = startFrom(queue.seq).reduce(told, roomOf(queue));
  if (begun === steps) keys.forget(); // the room shows what became of every step before
}

function told(room: Room, event: FeedEvent): Room {
  return event.topic === "queue" ? withEvent(room, event as Schemas["QueueEvent"]) : room;
}

onReload(loadRoom);
onEvent((event) => {
  if (room.value) room.value = told(room.value, event);
});

whenPersonLeaves(() => {
  loads.end();
  room.value = null;
  keys.forget();
});

/** The room after a step, unless events have told already what became of the ticket, and more. */
function show(ticket: Ticket, before: Room | null): void {
  const here = room.value;
  if (!here || here.tickets.get(ticket.code) !== before?.tickets.get(ticket.code)) return;
  room.value = withTicket(here, ticket);
}

/** It is loaded anew when the connection is back. */
function unlessAway(error: unknown): void {
  if (!(error instanceof Problem)) throw error;
}

function explain(problem: Problem): void {
  if (problem.mayTryAgain) toast("bad", t().unreachable);
  else toast("warn", problem.message || t().somebodyElse);
}

/** An act at this counter. Undefined: refused, and said so. */
export async function step(
  act: CounterAct,
  body: Schemas["CounterStep"] = {},
): Promise<Ticket | undefined> {
  const number = counter.value;
  if (number === null) {
    toast("warn", t().chooseFirst);
    return undefined;
  }
  if (busyStep.value) return undefined; // a key pressed twice is one act
  busyStep.value = act;
  steps += 1;
  const before = room.value;
  try {
    const ticket = await keys.once({ number, act, body }, (key) =>
      stepAtCounter(number, act, body, key),
    );
    show(ticket, before);
    return ticket;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    explain(error);
    if (error.status === 409) void loadRoom().catch(unlessAway);
    return undefined;
  } finally {
    busyStep.value = null;
  }
}

/** One key: ends the service that is going on, and calls who is next. */
export async function callNext(): Promise<void> {
  const here = present.value;
  if (here?.state === "called") {
    toast("warn", t().stillCalled(here.number));
    return;
  }
  if (here && !(await step("finish", { ticket: here.code }))) return;
  await step("call");
}

/** The first thing typed into an intake shows that the citizen is there. */
export async function startIfCalled(): Promise<void> {
  const here = present.value;
  if (here?.state === "called" && !busyStep.value) await step("start", { ticket: here.code });
}
