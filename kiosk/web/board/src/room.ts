// The room as the board knows it: the queue at one moment, and what each event makes of it. Pure.

import type { Schemas } from "@motcua/api/client";
import { hasEnded, isAtCounter, isCall, ticketAfter, type TicketInRoom } from "@motcua/tickets";

export type Queue = Schemas["Queue"];
export type QueueEvent = Schemas["QueueEvent"];

export interface RoomTicket extends TicketInRoom {
  /** Of the call's event: several may be of one second. 0: called before the board knew. */
  callSeq: number;
}

export interface RoomCounter {
  number: number;
  name: string;
  open: boolean;
}

export interface RoomService {
  letter: string;
  name: string;
  /** Of the core; null: not known. */
  wait: string | null;
}

export interface Room {
  seq: number;
  day: string;
  office: string;
  services: readonly RoomService[];
  counters: readonly RoomCounter[];
  /** By code: all that have not ended. */
  tickets: ReadonlyMap<string, RoomTicket>;
}

/** A number called to a counter. */
export interface RoomCall {
  code: string;
  number: string;
  counter: number;
  calls: number;
  at: string;
  seq: number;
}

export function roomOf(queue: Queue): Room {
  return {
    seq: queue.seq,
    day: queue.day,
    office: queue.office,
    services: queue.services.map((each) => ({
      letter: each.letter,
      name: each.name,
      wait: each.expected_wait_s === null ? null : each.expected_wait,
    })),
    counters: queue.counters.map(({ number, name, open }) => ({ number, name, open })),
    tickets: new Map(queue.tickets.map((each) => [each.code, { ...each, callSeq: 0 }])),
  };
}

/** Null: the event does not fit what is known, so everything is to be loaded anew. */
export function apply(room: Room, event: QueueEvent): Room | null {
  if (event.seq <= room.seq) return room;
  const { data } = event;
  const before = room.tickets.get(data.code);
  const isNew = event.type === "ticket-issue";
  if (isNew ? data.day !== undefined && data.day !== room.day : !before) return null;
  // When a counter counts as open is the core's to say.
  if (room.counters.some((each) => each.number === data.counter && !each.open)) return null;
  const tickets = new Map(room.tickets);
  if (hasEnded(data.state)) {
    tickets.delete(data.code);
  } else {
    const callSeq = isCall(event) ? event.seq : (before?.callSeq ?? 0);
    tickets.set(data.code, { ...ticketAfter(before, event), callSeq });
  }
  return { ...room, seq: event.seq, tickets };
}

/** The numbers that stand called or served, the latest call first. */
export function callsIn(room: Room): RoomCall[] {
  const calls: RoomCall[] = [];
  for (const [code, each] of room.tickets) {
    const { number, counter, called_at: at } = each;
    if (counter === null || at === null || !isAtCounter(each.state)) continue;
    calls.push({ code, number, counter, calls: each.calls, at, seq: each.callSeq });
  }
  return calls.sort(
    (a, b) => Date.parse(b.at) - Date.parse(a.at) || b.seq - a.seq || (a.code < b.code ? 1 : -1),
  );
}

/** Calls and repeated calls that came about between the two. */
export function callsBetween(before: Room, now: Room): RoomCall[] {
  const known = new Map(callsIn(before).map((each) => [each.code, each]));
  return callsIn(now)
    .filter((each) => {
      const old = known.get(each.code);
      if (now.tickets.get(each.code)?.state !== "called") return false;
      return !old || old.calls !== each.calls || old.counter !== each.counter;
    })
    .reverse();
}

export function waitingFor(room: Room, letter: string): number {
  let count = 0;
  for (const each of room.tickets.values())
    if (each.service === letter && each.state === "waiting") ++count;
  return count;
}
