// What every page of the room knows of a ticket's state, as the core's own description tells it.

import { ticketStateAtCounter, ticketStateLive } from "../generated/subsets";
import type { Schemas } from "./api/client";

type TicketState = Schemas["TicketState"];

/** The core tells nothing more of it: it leaves the room. */
export const hasEnded = (state: TicketState): boolean => !ticketStateLive.has(state);

/** It stands called, or is served. */
export const isAtCounter = (state: TicketState): boolean => ticketStateAtCounter.has(state);
