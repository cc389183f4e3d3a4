// What every page of the room knows of a ticket's state.

import type { Schemas } from "./api/client";

type TicketState = Schemas["TicketState"];

const last: ReadonlySet<TicketState> = new Set<TicketState>(["done", "no_show", "expired"]);

/** The core tells nothing more of it: it leaves the room. */
export const hasEnded = (state: TicketState): boolean => last.has(state);
