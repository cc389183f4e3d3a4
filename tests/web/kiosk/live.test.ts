import { signal } from "@preact/signals";
import { afterAll, beforeAll, expect, test, vi } from "vitest";

import type { Queue, QueueEvent } from "../../../kiosk/web/board/src/room";

vi.stubGlobal("window", globalThis);
vi.useFakeTimers();

interface Wire {
  onMessage: (message: unknown) => void;
  onOpen: () => void;
}

// Questions for the queue that the core has not answered yet.
const asked: ((queue: Queue) => void)[] = [];
let wire: Wire;

vi.mock("@motcua/api/client", () => ({
  api: { GET: () => new Promise<Queue>((resolve) => asked.push(resolve)) },
  answer: (call: Promise<Queue>) => call,
  Problem: class extends Error {},
}));
vi.mock("@motcua/api/events", () => ({
  follow: (made: Wire) => {
    wire = made;
    return { connected: signal(true), lostSince: signal(null), stop: () => {} };
  },
}));

const live = await import("../../../kiosk/web/board/src/live");

const at = "2023-01-03T08:00:00+07:00";
const day = "2023-01-03";
const ticket = { code: "T230103-B001", number: "B001", service: "B" };

const queueAt = (seq: number, isCalled = false): Queue =>
  ({
    seq,
    now: at,
    office: "UBND phường Ba Hàng",
    day,
    services: [],
    counters: [{ number: 2, name: "Đất đai", services: "B", open: isCalled, ticket: null }],
    tickets: isCalled
      ? [{ ...ticket, state: "called", counter: 2, calls: 1, called_at: at, arrived_at: at }]
      : [],
  }) as unknown as Queue;
const issue = { seq: 11, topic: "queue", type: "ticket-issue", at, data: { ...ticket, day } };
const call = {
  seq: 12,
  topic: "queue",
  type: "ticket-call",
  at,
  data: { ...ticket, state: "called", counter: 2, calls: 1 },
};

/** What was asked first is answered. */
async function answered(queue: Queue): Promise<void> {
  asked.shift()?.(queue);
  await vi.advanceTimersByTimeAsync(0);
}

beforeAll(async () => {
  live.followRoom(() => {});
  await answered(queueAt(10));
});
afterAll(() => vi.useRealTimers());

test("a call that opens its counter is shown, also when an older queue was on its way", async () => {
  wire.onOpen(); // the queue is asked for, and read before the call below
  wire.onMessage({ ...issue, data: { ...issue.data, state: "waiting" } } as QueueEvent);
  wire.onMessage(call); // whether its counter is open now only the core can say
  await answered(queueAt(11));
  await answered(queueAt(12, true));
  expect(live.room.value?.tickets.get(ticket.code)).toMatchObject({ state: "called", counter: 2 });
  expect(live.room.value?.counters[0]?.open).toBe(true);
  expect(asked).toEqual([]);
});
