// Keeps the board's picture of the room: loads the queue, follows its events, loads anew when it
// has to, and knows since when it is out of date.

import { computed, effect, signal } from "@preact/signals";

import { answer, api, Problem } from "@motcua/api/client";
import { type Following, follow } from "@motcua/api/events";
import { language } from "@motcua/language";

import { apply, callsBetween, roomOf, type QueueEvent, type Room, type RoomCall } from "./room";

const tryAgainAfter = 2_000;
// Expected waits, names and counters gone quiet come by no event.
const loadAnewEvery = 60_000;
// Figures as old as this are of no use to anybody in the room.
const longestStale = 10 * 60_000;

export const room = signal<Room | null>(null);
/** This machine is not enrolled (any more). */
export const mustEnrol = signal(false);
/** Moments of the server's clock, by this machine's. */
export const clockAhead = signal(0);
export const lostSince = signal<Date | null>(null);
/** Seconds pass by; drives the clock and what grows old. */
export const now = signal(Date.now());

export const serverNow = computed(() => new Date(now.value + clockAhead.value));
/** By the office's clock, as everything on the board. */
export const lostAt = computed(() =>
  lostSince.value ? new Date(lostSince.value.getTime() + clockAhead.value) : null,
);
export const isTooOld = computed(
  () => lostSince.value !== null && now.value - lostSince.value.getTime() > longestStale,
);

let following: Following | undefined;
let loading = false;
let mustLoadAgain = false;
let timer = 0;
let onCalls: (calls: RoomCall[]) => void = () => {};

function show(next: Room): void {
  const before = room.value;
  room.value = next;
  if (before && before.day === next.day) onCalls(callsBetween(before, next));
}

async function load(): Promise<void> {
  // What made it necessary may be newer than the queue that is on its way.
  mustLoadAgain = loading;
  if (loading) return;
  loading = true;
  clearTimeout(timer);
  try {
    const queue = await answer(api.GET("/api/v1/queue"));
    clockAhead.value = Date.parse(queue.now) - Date.now();
    mustEnrol.value = false;
    // An event may have come in while the queue was on its way.
    if (!room.value || queue.seq >= room.value.seq || queue.day !== room.value.day) {
      show(roomOf(queue));
    }
    if (!following) start();
    // A load begun while the connection was lost may have failed after it was back.
    else if (following.connected.value) lostSince.value = null;
    timer = window.setTimeout(load, loadAnewEvery);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    if (error.status === 401 || error.status === 403) leave();
    else timer = window.setTimeout(load, tryAgainAfter);
    lostSince.value ??= new Date();
  } finally {
    loading = false;
    if (mustLoadAgain) void load();
  }
}

function leave(): void {
  mustEnrol.value = true;
  room.value = null;
  following?.stop();
  following = undefined;
}

function start(): void {
  const made = follow({
    path: () => `/api/v1/events?topics=queue&since=${room.value?.seq ?? 0}`,
    onMessage(message) {
      const event = message as QueueEvent | { topic: "system"; type: "reload" };
      if (event.topic === "system") return void load();
      if (event.topic !== "queue" || !room.value) return;
      const next = apply(room.value, event);
      if (next) show(next);
      else void load();
    },
    onOpen: () => void load(),
  });
  following = made;
  let wasConnected = false;
  effect(() => {
    const lost = made.lostSince.value;
    if (made !== following) return;
    // Until the first connection the queue just loaded is of this moment.
    if (lost === null || wasConnected) lostSince.value = lost;
    if (lost === null) wasConnected = true;
    else if (wasConnected) void load(); // also tells whether this machine is still enrolled
  });
}

/** `calls`: told each call once, in order. */
export function followRoom(calls: (calls: RoomCall[]) => void): void {
  onCalls = calls;
  setInterval(() => (now.value = Date.now()), 1_000);
  // Waits are said by the core, in the language that was asked for; begins the loading as well.
  effect(() => {
    void language.value;
    void load();
  });
}

export const tryNow = load;
