import { type Signal, signal } from "@preact/signals";
import { beforeEach, expect, test, vi } from "vitest";

import { Problem } from "@motcua/api/client";

import type { QueueEvent } from "../../../counter/web/src/api";

interface Wire {
  onMessage: (message: unknown) => void;
  onOpen: () => void;
}

const wires: Wire[] = [];
const connections: Signal<boolean>[] = [];
vi.mock("@motcua/api/events", () => ({
  follow: (wire: Wire) => {
    wires.push(wire);
    const connected = signal(true);
    connections.push(connected);
    return { connected, lostSince: signal(null), stop: () => {} };
  },
}));
const told: unknown[] = [];
vi.mock("@motcua/mistakes", () => ({ tellMistake: (reason: unknown) => told.push(reason) }));

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

test("a connection that was left says nothing of the one that is followed now", () => {
  const left = connections.at(-1) as Signal<boolean>;
  feed.stopFeed();
  feed.startFeed();
  left.value = false;
  expect(feed.connected.value).toBe(true);
  feed.stopFeed();
  (connections.at(-1) as Signal<boolean>).value = false;
  (connections.at(-1) as Signal<boolean>).value = true;
  expect(feed.connected.value).toBe(false);
});

test("a mistake in loading is told; that the core is away is seen otherwise", async () => {
  const mistake = new TypeError("undefined is not an object");
  const away = new Problem(0, {});
  const ends = [mistake, away];
  feed.onReload(() => Promise.reject(ends.pop()));
  await feed.reloadAll();
  await feed.reloadAll();
  expect(told).toContain(mistake);
  expect(told).not.toContain(away);
});
