// What every page of the room knows of a ticket: what its state means, as the core's own description
// tells it, and what an event makes of it. Pure.

import { ticketStateAtCounter, ticketStateLive } from "../generated/subsets";
import type { Schemas } from "./api/client";

type TicketState = Schemas["TicketState"];

/** Of a ticket what is in its events, so that it stays true without being asked for again. */
export type TicketInRoom = Pick<
  Schemas["Ticket"],
  | "number"
  | "code"
  | "service"
  | "state"
  | "priority"
  | "arrived_at"
  | "counter"
  | "calls"
  | "called_at"
  | "started_at"
  | "dossier"
>;

/** The core tells nothing more of it: it leaves the room. */
export const hasEnded = (state: TicketState): boolean => !ticketStateLive.has(state);

/** It stands called, or is served. */
export const isAtCounter = (state: TicketState): boolean => ticketStateAtCounter.has(state);

/** A call that is spoken, be it the first or not. */
export const isCall = ({ type }: Schemas["QueueEvent"]): boolean =>
  type === "ticket-call" || type === "ticket-recall";

/** The ticket after the event, as the core has it then; for one that has not ended. `before` is
 *  undefined for one that the page did not know. */
export function ticketAfter(
  before: TicketInRoom | undefined,
  event: Schemas["QueueEvent"],
): TicketInRoom {
  const { data, type, at } = event;
  return {
    number: data.number,
    code: data.code,
    service: data.service, // after a transfer the other one
    state: data.state,
    priority: data.priority ?? null,
    arrived_at: data.arrived_at ?? before?.arrived_at ?? at,
    // The event names the counter where it was done, the ticket only the one that has it.
    counter: isAtCounter(data.state) ? (data.counter ?? before?.counter ?? null) : null,
    calls: data.calls ?? 0,
    called_at: isCall(event) ? at : (before?.called_at ?? null),
    started_at: type === "ticket-start" ? at : (before?.started_at ?? null),
    dossier: before?.dossier ?? null,
  };
}
