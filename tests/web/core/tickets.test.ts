import { expect, test } from "vitest";

import type { Schemas } from "@motcua/api/client";
import { hasEnded, ticketAfter } from "@motcua/tickets";

import text from "./ticket_steps.json?raw";

interface Step {
  before: Schemas["Ticket"];
  event: Schemas["QueueEvent"];
  after: Schemas["Ticket"];
}

// Written by the core's own test: each act from each state that allows it.
const steps = JSON.parse(text) as Step[];
const nameOf = ({ before, event }: Step) => `${event.type} of one ${before.state}`;

test("each act is among those that the pages are held to", () => {
  expect(new Set(steps.map(({ event }) => event.type)).size).toBe(11);
});

test.each(steps.filter(({ after }) => !hasEnded(after.state)).map((each) => [nameOf(each), each]))(
  "an event makes of a ticket what the core has: %s",
  (_, { before, event, after }) => {
    expect(after).toMatchObject(ticketAfter(before as Schemas["Ticket"], event));
  },
);

test("who has ended leaves the room", () => {
  const ended = steps.filter(({ after }) => hasEnded(after.state));
  expect(ended.map(({ event }) => event.type)).toContain("ticket-no-show");
  expect(ended.every(({ after }) => after.ended_at !== null)).toBe(true);
});
