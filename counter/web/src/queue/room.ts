// The room as the core told it: a state and what events make of it. Pure.

import { hasEnded, isAtCounter, ticketAfter, type TicketInRoom } from "@motcua/tickets";

import type { Queue, QueueEvent } from "../api";

export interface Room {
  seq: number;
  office: string;
  day: string;
  /** Seconds until a call may be repeated: the office's setting. */
  recallAfter: number;
  services: { letter: string; name: string; returns: boolean }[];
  counters: { number: number; name: string; services: string }[];
  /** Those that have not ended, by code. */
  tickets: ReadonlyMap<string, TicketInRoom>;
}

export function roomOf(queue: Queue): Room {
  return {
    seq: queue.seq,
    office: queue.office,
    day: queue.day,
    recallAfter: queue.rules.recall_after_s,
    services: queue.services,
    counters: queue.counters,
    tickets: new Map(queue.tickets.map((ticket) => [ticket.code, ticket])),
  };
}

export function withTicket(room: Room, ticket: TicketInRoom): Room {
  const tickets = new Map(room.tickets);
  if (hasEnded(ticket.state)) tickets.delete(ticket.code);
  else tickets.set(ticket.code, ticket);
  return { ...room, tickets };
}

export function withEvent(room: Room, event: QueueEvent): Room {
  if (event.seq <= room.seq) return room;
  const before = room.tickets.get(event.data.code);
  return { ...withTicket(room, ticketAfter(before, event)), seq: event.seq };
}

/** Whom the counter has called or is serving. */
export function atCounter(room: Room, counter: number): TicketInRoom | undefined {
  return [...room.tickets.values()].find(
    (each) => each.counter === counter && isAtCounter(each.state),
  );
}

/** By arrival. Whom a call takes next is the core's to say: priorities have their own rule. */
export function waitingFor(room: Room, letters: string): TicketInRoom[] {
  return [...room.tickets.values()]
    .filter((each) => each.state === "waiting" && letters.includes(each.service))
    .sort((a, b) => a.arrived_at.localeCompare(b.arrived_at) || a.number.localeCompare(b.number));
}

export function heldFor(room: Room, letters: string): TicketInRoom[] {
  return [...room.tickets.values()].filter(
    (each) => each.state === "held" && letters.includes(each.service),
  );
}

/** The counter's services in its order, with how many wait. */
export function waitingByService(room: Room, counter: number) {
  const letters = room.counters.find((each) => each.number === counter)?.services ?? "";
  return [...letters].map((letter) => ({
    letter,
    name: room.services.find((each) => each.letter === letter)?.name ?? letter,
    waiting: waitingFor(room, letter).length,
  }));
}

/** Seconds until the call may be repeated; 0: now. */
export function recallIn(ticket: TicketInRoom, now: Date, recallAfterSeconds: number): number {
  if (!ticket.called_at) return 0;
  const passed = (now.getTime() - Date.parse(ticket.called_at)) / 1000;
  return Math.min(recallAfterSeconds, Math.max(0, Math.ceil(recallAfterSeconds - passed)));
}
