// Nothing that was typed is lost: removed is only what was closed on purpose.

import { afterAll, beforeEach, expect, test, vi } from "vitest";

import { person } from "@motcua/session";

import type { DraftStore, StoredDraft } from "../../../counter/web/src/local/draft_store";
import { settled, stubBrowser } from "../browser";

const tell = stubBrowser();
vi.useFakeTimers();
afterAll(() => vi.useRealTimers());

const kept = new Map<string, StoredDraft>(); // by login and key
let isWithAgent = true;
let failing = false;
let held: (() => void)[] | undefined; // writes that wait
const keptAlive: string[] = [];

const memory = (login: string, keepalive: boolean): DraftStore => {
  const at = (key: string) => `${login}/${key}`;
  const write = async (key: string, work: () => void) => {
    if (keepalive) keptAlive.push(key);
    if (failing) throw new Error("away");
    if (held) await new Promise<void>((resolve) => held?.push(resolve));
    work();
  };
  return {
    list: async () =>
      [...kept].filter(([key]) => key.startsWith(`${login}/`)).map(([, draft]) => draft),
    get: async (key) => kept.get(at(key)),
    async save(draft) {
      await write(draft.key, () => kept.set(at(draft.key), draft));
      return isWithAgent;
    },
    remove: (key) => write(key, () => kept.delete(at(key))),
  };
};
vi.mock("../../../counter/web/src/local/draft_store", async (load) => ({
  ...(await load<object>()),
  storeOf: (login: string, _: boolean, { keepalive = false } = {}) => memory(login, keepalive),
}));

const page = await import("../../../counter/web/src/intake/drafts");
const { newDraft } = await import("../../../counter/web/src/intake/draft");
type Draft = ReturnType<typeof newDraft>;

const enter = async (login: string) => {
  person.value = { login, name: login, role: "officer" };
  await page.restoreDrafts(login);
};
const typed = (name: string) => (draft: Draft) => ({ ...draft, name });
const names = (login: string) =>
  [...kept].filter(([key]) => key.startsWith(login)).map(([, { value }]) => (value as Draft).name);
const firstId = () => page.drafts.value[0]?.id ?? "";

beforeEach(async () => {
  person.value = null;
  await settled();
  kept.clear();
  keptAlive.length = 0;
  isWithAgent = true;
  failing = false;
  held = undefined;
  await enter("lan");
});

test("what is with the browser only is not taken for closed after a log-out", async () => {
  isWithAgent = false;
  page.change(firstId(), typed("Hoa"));
  await vi.advanceTimersByTimeAsync(1_000);
  person.value = null;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(names("lan")).toEqual(["Hoa"]);
  await enter("lan");
  expect(page.drafts.value.map((each) => each.name)).toEqual(["Hoa"]);
});

test("what neither place took once stays where it was, whoever comes next", async () => {
  page.change(firstId(), typed("Hoa"));
  await vi.advanceTimersByTimeAsync(1_000);
  failing = true;
  page.change(firstId(), typed("Hoa Lê"));
  await vi.advanceTimersByTimeAsync(1_000);
  person.value = null;
  failing = false;
  await enter("minh");
  await vi.advanceTimersByTimeAsync(60_000);
  expect([names("lan"), names("minh")]).toEqual([["Hoa"], []]);
});

test("what was typed last before a log-out is saved where it belongs", async () => {
  page.change(firstId(), typed("Hoa"));
  await enter("minh"); // without a log-out in between, as after a reload
  await vi.advanceTimersByTimeAsync(1_000);
  expect([names("lan"), names("minh")]).toEqual([["Hoa"], []]);
  expect(page.drafts.value.map((each) => each.name)).toEqual([""]);
});

test("an answer for a draft whose person has left changes and removes nothing", async () => {
  page.change(firstId(), typed("Hoa"));
  const id = firstId();
  await page.saveNow();
  person.value = null;
  page.change(id, typed("somebody else's answer"));
  await page.saveNow(id);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(names("lan")).toEqual(["Hoa"]);
});

test("what is closed, replaced or emptied is removed, also when the store is away for a while", async () => {
  for (const end of ["close", "replace", "empty"]) {
    page.change(firstId(), typed("Hoa"));
    await page.saveNow();
    failing = true;
    if (end === "close") page.closeDraft(firstId());
    else if (end === "replace") page.replaceDraft(firstId(), newDraft("next", "2023-01-03"));
    else page.change(firstId(), typed(""));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(names("lan"), end).toEqual(["Hoa"]);
    failing = false;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(names("lan"), end).toEqual([]);
  }
});

test("a log-out that the core has not agreed to leaves everything on the page", async () => {
  page.change(firstId(), typed("Hoa"));
  await expect(page.leaveDrafts(() => Promise.reject(new Error("away")))).rejects.toThrow("away");
  expect(names("lan")).toEqual(["Hoa"]); // saved before it was asked
  expect(page.drafts.value.map((each) => each.name)).toEqual(["Hoa"]);
  await page.leaveDrafts(async () => {
    person.value = null;
  });
  expect(page.drafts.value).toEqual([]);
  expect(names("lan")).toEqual(["Hoa"]);
});

test("who is logged out while the drafts are read does not get them", async () => {
  page.change(firstId(), typed("Hoa"));
  await page.saveNow();
  person.value = null;
  person.value = { login: "lan", name: "", role: "officer" };
  const reading = page.restoreDrafts("lan");
  person.value = null;
  await reading;
  expect(page.drafts.value).toEqual([]);
});

test("a card that is scanned before the store was read is kept", async () => {
  person.value = null;
  page.addDraft(typed("Hoa"));
  await enter("lan");
  await vi.advanceTimersByTimeAsync(1_000);
  expect(names("lan")).toEqual(["Hoa"]);
});

test("what has not been saved goes out with the page, in no order and kept alive", async () => {
  held = [];
  page.change(firstId(), typed("Hoa"));
  tell("pagehide");
  expect(keptAlive).toEqual([`intake-${firstId()}`]);
  for (const go of held.splice(0)) go();
  await settled();
  expect(names("lan")).toEqual(["Hoa"]);
  held = undefined;
});
