import { afterAll, expect, test, vi } from "vitest";

import { person } from "@motcua/session";

import type { DraftStore, StoredDraft } from "../../../counter/web/src/local/draft_store";
import { settled, stubBrowser } from "../browser";

const tell = stubBrowser();
vi.useFakeTimers();
afterAll(() => vi.useRealTimers());

const kept = new Map<string, unknown>();
const keptAlive: string[] = [];
vi.mock("../../../counter/web/src/local/draft_store", async (load) => ({
  ...(await load<object>()),
  storeOf: (login: string, _: boolean, { keepalive = false } = {}): DraftStore => ({
    list: async () => [],
    get: async (key) => kept.get(`${login}/${key}`) as StoredDraft | undefined,
    async save(draft) {
      if (keepalive) keptAlive.push(draft.key);
      kept.set(`${login}/${draft.key}`, draft);
      return true;
    },
    async remove(key) {
      kept.delete(`${login}/${key}`);
    },
  }),
}));

const { keptForm } = await import("../../../counter/web/src/local/kept_forms");

const lan = { login: "lan", name: "", role: "officer" } as const;
const keys = () => [...kept.keys()];

test("what was typed into a form is kept for who typed it, and forgotten when it is done", async () => {
  person.value = lan;
  const form = keptForm<string>("act-pay-1");
  form.keep("8000");
  person.value = { ...lan, login: "minh" };
  await vi.advanceTimersByTimeAsync(1_000);
  expect(keys()).toEqual(["lan/act-pay-1"]);
  form.forget(); // an answer that came after the log-out
  await settled();
  expect(keys()).toEqual([]);
});

test("a form is kept also when the page goes at once, and comes back", async () => {
  person.value = lan;
  keptForm<string>("act-pay-2").keep("8000");
  tell("pagehide");
  await settled();
  expect(keptAlive).toEqual(["act-pay-2"]);
  expect(await keptForm<string>("act-pay-2").kept()).toBe("8000");
  expect(await keptForm<string>("act-pay-3").kept()).toBeUndefined();
});

test("what is typed while the kept form is read is not written over", async () => {
  person.value = lan;
  keptForm<string>("act-pay-4").keep("8000");
  await vi.advanceTimersByTimeAsync(1_000);
  const form = keptForm<string>("act-pay-4");
  const reading = form.kept();
  form.keep("9");
  expect(await reading).toBeUndefined();
});
