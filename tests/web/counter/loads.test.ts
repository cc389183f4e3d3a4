// What is on its way when something newer is asked for, or when its person has left, is not shown.

import { beforeEach, expect, test, vi } from "vitest";

import { Problem } from "@motcua/api/client";
import { person } from "@motcua/session";

import type {
  Deadline,
  Dossier,
  Dossiers,
  History,
  Queue,
  QueueEvent,
  Ticket,
} from "../../../counter/web/src/api";
import { Answers, settled, stubBrowser } from "../browser";

stubBrowser();

const lists = new Answers<Dossiers>();
const searches = new Answers<Dossiers>();
const rooms = new Answers<Queue>();
const steps = new Answers<Ticket>();
const shownDossiers = new Answers<Dossier>();
let stepKeys: string[] = [];
let deadline: () => Promise<Deadline> = async () => ({ steps: [] }) as unknown as Deadline;
let hear: (event: unknown) => void = () => {};

vi.mock("../../../counter/web/src/api", () => ({
  listDossiers: () => lists.next(),
  searchDossiers: () => searches.next(),
  loadQueue: () => rooms.next(),
  loadColleagues: async () => [],
  loadDossier: () => shownDossiers.next(),
  loadHistory: async () => ({ items: [], papers: [] }) as unknown as History,
  loadDeadline: () => deadline(),
  stepAtCounter: (_: number, __: string, ___: object, key: string) => {
    stepKeys.push(key);
    return steps.next();
  },
}));
vi.mock("../../../counter/web/src/scan/read", () => ({ readScan: async () => undefined }));
vi.mock("../../../counter/web/src/feed", () => ({
  onEvent: (listener: (event: unknown) => void) => {
    const before = hear;
    hear = (event) => {
      before(event);
      listener(event);
    };
  },
  onReload: () => {},
  startFrom: () => [],
}));

const work = await import("../../../counter/web/src/work_list/work");
const search = await import("../../../counter/web/src/work_list/search");
const queue = await import("../../../counter/web/src/queue/queue");
const one = await import("../../../counter/web/src/dossier/open");
const { counter } = await import("../../../counter/web/src/counter");

const lan = { login: "lan", name: "", role: "officer" } as const;
const found = (code: string, next_cursor: string | null = null) =>
  ({
    items: [{ code, work_group: "later" }],
    sort: "due",
    count: next_cursor === null ? 1 : 1300,
    next_cursor,
    next_skip: null,
    now: "2023-01-03T08:00:00Z",
  }) as Dossiers;
const codes = () => work.dossiers.value?.map((each) => each.code);

beforeEach(async () => {
  person.value = null;
  for (const each of [lists, searches, rooms, steps, shownDossiers]) each.waiting.length = 0;
  stepKeys = [];
  person.value = lan;
  await settled();
});

test("my own work is not overtaken by the ward's, which was asked for before", async () => {
  work.whose.value = "ward"; // two lists
  work.whose.value = "mine"; // two more
  expect(lists.waiting).toHaveLength(4);
  for (const nth of [2, 3]) await lists.give(nth, found("mine"));
  for (const nth of [0, 1]) await lists.give(nth, found("ward"));
  expect(codes()).toEqual(["mine"]);
});

test("whether a list was cut is said of the list that is shown, with what the core counted", async () => {
  void work.loadWork();
  for (let nth = 0; nth < 10; ++nth) await lists.give(nth, found("a", `page ${nth}`));
  await lists.give(10, { ...found("a"), count: 40 }); // how many are late
  expect(work.cut.value).toEqual({ shown: 10, all: 2600, overdue: 40 });
  expect(work.overdueCount.value).toBe(40);
  lists.waiting.length = 0;
  void work.loadWork();
  expect(work.cut.value).not.toBeNull();
  for (const nth of [0, 1]) await lists.give(nth, found("a"));
  expect(work.cut.value).toBeNull();
  expect(work.overdueCount.value).toBe(0);
});

test("the work of who has left is not shown to the next", async () => {
  void work.loadWork();
  person.value = { ...lan, login: "minh" };
  for (const nth of [0, 1]) await lists.give(nth, found("lan's"));
  expect(codes()).toBeUndefined();
});

test("what one person searched is gone for the next, also when it is found later", async () => {
  void search.searchFor("Nguyễn Thị Hoa");
  await settled();
  await searches.give(0, found("a", "page 2"));
  expect(search.found.value?.items).toHaveLength(1);
  void search.searchOn();
  person.value = null;
  await searches.give(1, found("b"));
  expect(search.found.value).toBeNull();
});

const dossier = (code: string, version: number) => ({ code, version }) as Dossier;
const version = () => one.opened.value?.dossier.version;

test("an older state of a dossier does not come after the newer one", async () => {
  void one.open("a");
  void one.reopen();
  await shownDossiers.give(1, dossier("a", 2));
  await shownDossiers.give(0, dossier("a", 1));
  expect(version()).toBe(2);
  person.value = null;
  expect(one.opened.value).toBeNull();
});

test("a dossier without a due date is one that nobody received; another failure is told", async () => {
  deadline = () => Promise.reject(new Problem(409, { code: "dossier-not-received-no-due" }));
  void one.open("a");
  await shownDossiers.give(0, dossier("a", 1));
  expect(one.opened.value?.deadline).toBeNull();
  deadline = () => Promise.reject(new Problem(0, {}));
  void one.open("b");
  await shownDossiers.give(1, dossier("b", 1));
  expect([one.opened.value, one.openProblem.value?.status]).toEqual([null, 0]);
});

const ticket = (state: string, code = "T230103-A001") =>
  ({ code, number: "A001", service: "A", state, counter: 2, arrived_at: "" }) as Ticket;
const roomWith = (...tickets: Ticket[]) =>
  ({
    seq: 10,
    now: "2023-01-03T08:00:00Z",
    rules: { recall_after_s: 45 },
    services: [],
    counters: [{ number: 2, name: "", services: "A" }],
    tickets,
  }) as unknown as Queue;
const event = (seq: number, type: string, state: string) =>
  ({ seq, topic: "queue", type, at: "", data: ticket(state) }) as unknown as QueueEvent;

async function enterRoom(...tickets: Ticket[]): Promise<void> {
  counter.value = 2;
  void queue.loadRoom();
  await rooms.give(0, roomWith(...tickets));
  rooms.waiting.length = 0;
}

test("a step's answer that comes after later events does not take them back", async () => {
  await enterRoom(ticket("called"));
  void queue.step("start", { ticket: "T230103-A001" });
  hear(event(11, "ticket-start", "serving"));
  hear(event(12, "ticket-finish", "done"));
  await steps.give(0, ticket("serving"));
  expect(queue.present.value).toBeUndefined();
  void queue.step("call");
  await steps.give(1, ticket("called", "T230103-A002"));
  expect(queue.present.value?.code).toBe("T230103-A002");
});

test("a room that is loaded during a step does not make of the same step another one", async () => {
  await enterRoom();
  void queue.step("call");
  void queue.loadRoom();
  await rooms.give(0, roomWith());
  await steps.fail(0, new Problem(0, {}));
  void queue.step("call");
  expect(stepKeys[1]).toBe(stepKeys[0]);
  await steps.fail(1, new Problem(0, {}));
  void queue.loadRoom(); // which shows what became of it
  await rooms.give(1, roomWith());
  void queue.step("call");
  expect(stepKeys[2]).not.toBe(stepKeys[0]);
  await steps.give(2, ticket("called"));
});

test("an older room does not come after the newer one", async () => {
  void queue.loadRoom();
  void queue.loadRoom();
  await rooms.give(1, roomWith(ticket("called")));
  await rooms.give(0, roomWith());
  expect(queue.room.value?.tickets.size).toBe(1);
});
