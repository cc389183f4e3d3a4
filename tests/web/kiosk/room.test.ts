import { expect, test } from "vitest";

import { add, mostWaiting, oldestSpoken } from "../../../kiosk/web/board/src/announcements";
import {
  apply,
  callsBetween,
  callsIn,
  roomOf,
  waitingFor,
  type Queue,
  type QueueEvent,
  type Room,
  type RoomCall,
} from "../../../kiosk/web/board/src/room";

const morning = "2023-01-03T08:00:00+07:00";

const open = {
  fields: [],
  open: true,
  closed_text: "",
  expected_wait_s: null,
  expected_wait_low_s: null,
  expected_wait_high_s: null,
  expected_wait: "chưa biết",
};
const empty: Room = roomOf({
  seq: 10,
  now: morning,
  office: "UBND phường Ba Hàng",
  day: "2023-01-03",
  rules: { recall_after_s: 45, calls_before_no_show: 3 },
  services: [{ letter: "A", name: "Hộ tịch", returns: false, waiting: 0, ...open }],
  counters: [{ number: 2, name: "Hộ tịch", services: "A", open: true, ticket: null }],
  tickets: [],
} as Queue);

let seq = empty.seq;
function event(type: string, number: string, state: string, more: object = {}): QueueEvent {
  const data = { code: `T230103-${number}`, number, service: number[0], state, ...more };
  return { seq: ++seq, topic: "queue", type, at: morning, data } as QueueEvent;
}

function after(room: Room, ...events: QueueEvent[]): Room {
  return events.reduce((before, each) => {
    const next = apply(before, each);
    if (!next) throw new Error("to be loaded anew");
    return next;
  }, room);
}

const issue = (number: string) =>
  event("ticket-issue", number, "waiting", { day: "2023-01-03", arrived_at: morning });
const call = (number: string, counter = 2) =>
  event("ticket-call", number, "called", { counter, calls: 1 });

test("an issued ticket waits, a called one stands at its counter", () => {
  const waiting = after(empty, issue("A001"), issue("A002"));
  expect(waitingFor(waiting, "A")).toBe(2);
  const called = after(waiting, call("A001"));
  expect(waitingFor(called, "A")).toBe(1);
  expect(callsIn(called)).toMatchObject([{ number: "A001", counter: 2 }]);
});

test("what happens at a counter that was closed loads everything anew: the core says if it is open", () => {
  const closed = { ...empty, counters: empty.counters.map((each) => ({ ...each, open: false })) };
  const issued = after(closed, issue("A001"));
  expect(apply(issued, call("A001"))).toBeNull();
});

test("of two calls in one second the later stands first", () => {
  const room = after(empty, issue("A001"), issue("A002"), call("A002", 1), call("A001", 2));
  expect(callsIn(room).map((each) => each.number)).toEqual(["A001", "A002"]);
});

test("whose service is done leaves the board", () => {
  const room = after(empty, issue("A001"), call("A001"), event("ticket-start", "A001", "serving"));
  expect(callsIn(room)).toHaveLength(1);
  expect(callsIn(after(room, event("ticket-finish", "A001", "done")))).toEqual([]);
});

test("a transferred ticket waits for the other service", () => {
  const room = after(
    empty,
    issue("A001"),
    call("A001"),
    event("ticket-start", "A001", "serving"),
    event("ticket-transfer", "A001", "waiting", { counter: 2, service: "B", to_service: "B" }),
  );
  expect([waitingFor(room, "A"), waitingFor(room, "B")]).toEqual([0, 1]);
  expect(callsIn(room)).toEqual([]);
});

test("events already in the loaded queue change nothing", () => {
  const old = { ...issue("A001"), seq: empty.seq };
  expect(apply(empty, old)).toBe(empty);
});

test("what does not fit makes the board load anew rather than show something wrong", () => {
  expect(apply(empty, call("A009"))).toBeNull();
  expect(apply(empty, event("ticket-issue", "A001", "waiting", { day: "2023-01-04" }))).toBeNull();
});

test("a call and a repeated call are news, the start of the service is none", () => {
  const waiting = after(empty, issue("A001"));
  const called = after(waiting, call("A001"));
  expect(callsBetween(waiting, called)).toMatchObject([{ number: "A001", calls: 1 }]);
  const again = after(called, event("ticket-recall", "A001", "called", { counter: 2, calls: 2 }));
  expect(callsBetween(called, again)).toMatchObject([{ number: "A001", calls: 2 }]);
  const started = after(again, event("ticket-start", "A001", "serving", { counter: 2 }));
  expect(callsBetween(again, started)).toEqual([]);
  expect(callsBetween(called, called)).toEqual([]);
});

const spoken = (number: string, at = morning): RoomCall => ({
  code: `T230103-${number}`,
  number,
  counter: 1,
  calls: 1,
  at,
  seq: 1,
});
const now = Date.parse(morning);

test("a number called again while it still waits to be spoken is spoken once", () => {
  const waiting = add(add([], [spoken("A001"), spoken("A002")], now), [spoken("A001")], now);
  expect(waiting.map((each) => each.number)).toEqual(["A002", "A001"]);
});

test("a call from while the board was cut off long is not spoken", () => {
  expect(add([], [spoken("A001")], now + oldestSpoken)).toEqual([]);
});

test("calls to be spoken do not pile up without end", () => {
  let waiting: RoomCall[] = [];
  for (let each = 100; each < 150; ++each) waiting = add(waiting, [spoken(`A${each}`)], now);
  expect(waiting).toHaveLength(mostWaiting);
  expect(waiting.at(-1)?.number).toBe("A149");
});
