// The page's one ticket flow.

import { postReprint, postTaken, postTicket, type TicketRequest } from "./api";
import { go, replaceBy } from "./screen";
import { TicketFlow, type Touch } from "./ticket_flow";

const key = "motcua.kiosk.touch"; // an id, a letter, a code: nothing of a person

export const flow = new TicketFlow({
  post: postTicket,
  reprint: postReprint,
  taken: postTaken,
  remember(touch) {
    if (touch) sessionStorage.setItem(key, JSON.stringify(touch));
    else sessionStorage.removeItem(key);
  },
  remembered() {
    const text = sessionStorage.getItem(key);
    return text ? (JSON.parse(text) as Touch) : null;
  },
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  newId: () => crypto.randomUUID(),
  now: () => Date.now(),
});

export function takeTicket(request: Partial<TicketRequest>): void {
  if (flow.state.value) return;
  void flow.take({ service: null, priority: null, dossier: null, ...request });
  go({ name: "ticket" });
}

export function resumeTicket(): void {
  if (flow.resume()) replaceBy({ name: "ticket" });
}
