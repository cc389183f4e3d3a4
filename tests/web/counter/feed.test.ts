import { signal } from "@preact/signals";
import { beforeEach, expect, test, vi } from "vitest";

import type { QueueEvent } from "../../../counter/web/src/api";

interface Wire {
  onMessage: (message: unknown) => void;
  onOpen: () => void;
}

const wires: Wire[] = [];
vi.mock("@motcua/api/events", () => ({
  follow: (wire: Wire) => {
    wires.push(wire);
    return { connected: signal(true), lostSince: signal(null), stop: () => {} };
  },
}));

const feed = await import("../../../counter/web/src/feed");

const event = (seq: number) =>
  ({ topic: "queue", type: "issue", seq, data: { code: `A${seq}` } }) as unknown as QueueEvent;
const seqs = (events: { seq: number }[]) => events.map((each) => each.seq);

let wire: Wire;
beforeEach(() => {
  feed.stopFeed();
  feed.startFeed();
  wire = wires.at(-1) as Wire;
  wire.onOpen();
});

test("what was heard while an older state was on its way is told to who loaded it", () => {
  for (const seq of [7, 8, 9]) wire.onMessage(event(seq));
  expect(seqs(feed.startFrom(7))).toEqual([8, 9]);
  expect(seqs(feed.startFrom(9))).toEqual([]);
});

test("an event is told once, also after an older state was loaded", () => {
  const told: number[] = [];
  feed.onEvent((each) => told.push(each.seq));
  wire.onMessage(event(8));
  feed.startFrom(7);
  wire.onMessage(event(8));
  wire.onMessage(event(9));
  expect(told).toEqual([8, 9]);
});

test("a new connection begins anew: the core may have gone back to a backup", () => {
  wire.onMessage(event(8));
  wire.onOpen();
  expect(seqs(feed.startFrom(3))).toEqual([]);
});
