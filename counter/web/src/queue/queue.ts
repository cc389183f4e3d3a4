// The room, live, and what this counter does in it.

import { newKey, Problem, type Schemas } from "@motcua/api/client";
import { wordsOf } from "@motcua/language";
import { toast } from "@motcua/ui";
import { computed, signal } from "@preact/signals";

import { type CounterAct, loadQueue, stepAtCounter, type Ticket } from "../api";
import { setServerClock } from "../clock";
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
export const present = computed<Ticket | undefined>(() =>
  room.value && counter.value !== null ? atCounter(room.value, counter.value) : undefined,
);
export const waiting = computed(() => (room.value ? waitingFor(room.value, letters.value) : []));

// What is not known to have been done is asked with the same key when the same is pressed again.
let unsettled: { act: CounterAct; body: string; key: string } | undefined;

export async function loadRoom(): Promise<void> {
  const queue = await loadQueue();
  setServerClock(queue.now);
  room.value = startFrom(queue.seq).reduce(told, roomOf(queue));
  unsettled = undefined; // the room shows what became of it
}

function told(room: Room, event: FeedEvent): Room {
  return event.topic === "queue" ? withEvent(room, event as Schemas["QueueEvent"]) : room;
}

onReload(loadRoom);
onEvent((event) => {
  if (room.value) room.value = told(room.value, event);
});

function keyFor(act: CounterAct, body: string): string {
  if (unsettled?.act === act && unsettled.body === body) return unsettled.key;
  const key = newKey();
  unsettled = { act, body, key };
  return key;
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
  try {
    const ticket = await stepAtCounter(number, act, body, keyFor(act, JSON.stringify(body)));
    unsettled = undefined;
    if (room.value) room.value = withTicket(room.value, ticket);
    return ticket;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    if (!error.mayTryAgain) unsettled = undefined;
    explain(error);
    if (error.status === 409) void loadRoom().catch(() => {});
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
