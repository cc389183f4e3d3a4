import { expect, test } from "vitest";

import type { Queue, QueueEvent } from "../../../counter/web/src/api";
import {
  atCounter,
  heldFor,
  recallIn,
  roomOf,
  waitingByService,
  waitingFor,
  withEvent,
} from "../../../counter/web/src/queue/room";

const at = "2023-01-03T08:00:00+07:00";
const open = {
  fields: [],
  open: true,
  closed_text: "",
  expected_wait_s: null,
  expected_wait_low_s: null,
  expected_wait_high_s: null,
  expected_wait: "chưa biết",
};
const queue: Queue = {
  seq: 10,
  now: at,
  office: "UBND phường",
  day: "2023-01-03",
  rules: { recall_after_s: 45, calls_before_no_show: 3 },
  services: [
    { letter: "A", name: "Hộ tịch", returns: false, waiting: 0, ...open },
    { letter: "B", name: "Chứng thực", returns: false, waiting: 0, ...open },
  ],
  counters: [{ number: 2, name: "Chứng thực", services: "BA", open: true, ticket: null }],
  tickets: [],
};

let seq = 10;
function event(type: string, number: string, part: Partial<QueueEvent["data"]>): QueueEvent {
  return {
    seq: ++seq,
    topic: "queue",
    type: type as QueueEvent["type"],
    at,
    data: {
      code: `T230103-${number}`,
      number,
      service: number[0] ?? "",
      state: "waiting",
      ...part,
    },
  };
}

test("events make of the room what the core has", () => {
  let room = roomOf(queue);
  room = withEvent(room, event("ticket-issue", "B001", { arrived_at: at }));
  room = withEvent(room, event("ticket-issue", "A001", { arrived_at: at }));
  expect(waitingByService(room, 2).map((each) => `${each.letter}${each.waiting}`)).toEqual([
    "B1",
    "A1",
  ]);
  room = withEvent(room, event("ticket-call", "B001", { state: "called", counter: 2, calls: 1 }));
  expect(atCounter(room, 2)?.number).toBe("B001");
  expect(waitingFor(room, "BA").map((each) => each.number)).toEqual(["A001"]);
  room = withEvent(room, event("ticket-start", "B001", { state: "serving", counter: 2, calls: 1 }));
  room = withEvent(room, event("ticket-finish", "B001", { state: "done", counter: 2 }));
  expect(atCounter(room, 2)).toBeUndefined();
  expect(room.tickets.size).toBe(1);
});

test("an event that the room knows already changes nothing", () => {
  const room = roomOf(queue);
  const old = { ...event("ticket-issue", "B001", {}), seq: 9 };
  expect(withEvent(room, old)).toBe(room);
});

test("a transferred ticket leaves the counter and keeps its arrival", () => {
  let room = roomOf(queue);
  room = withEvent(
    room,
    event("ticket-issue", "B002", { arrived_at: "2023-01-03T07:40:00+07:00" }),
  );
  room = withEvent(room, event("ticket-call", "B002", { state: "called", counter: 2, calls: 1 }));
  room = withEvent(
    room,
    event("ticket-transfer", "B002", { service: "A", to_service: "A", counter: 2 }),
  );
  const moved = waitingFor(room, "A")[0];
  expect(moved).toMatchObject({
    number: "B002",
    counter: null,
    arrived_at: "2023-01-03T07:40:00+07:00",
  });
});

test("who came first stands first, as a call's order is the core's; held ones apart", () => {
  let room = roomOf(queue);
  room = withEvent(
    room,
    event("ticket-issue", "B003", { arrived_at: "2023-01-03T07:50:00+07:00" }),
  );
  room = withEvent(room, event("ticket-issue", "B004", { arrived_at: at, priority: "pregnant" }));
  room = withEvent(room, event("ticket-hold", "A005", { state: "held" }));
  expect(waitingFor(room, "BA").map((each) => each.number)).toEqual(["B003", "B004"]);
  expect(heldFor(room, "BA").map((each) => each.number)).toEqual(["A005"]);
});

test("a call may be repeated after its time", () => {
  const room = withEvent(
    roomOf(queue),
    event("ticket-call", "B009", { state: "called", counter: 2, calls: 1 }),
  );
  const ticket = atCounter(room, 2);
  expect(ticket && recallIn(ticket, new Date("2023-01-03T08:00:15+07:00"), 45)).toBe(30);
  expect(ticket && recallIn(ticket, new Date("2023-01-03T08:01:00+07:00"), 45)).toBe(0);
});
