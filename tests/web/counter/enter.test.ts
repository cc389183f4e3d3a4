import { expect, test, vi } from "vitest";

import { person } from "@motcua/session";

import { Answers, settled, stubBrowser } from "../browser";

stubBrowser();
vi.stubGlobal("fetch", async () => new Response("{}", { status: 401 }));

const reading = new Answers<void>();
const loading = new Answers<void>();
let started = 0;
vi.mock("../../../counter/web/src/intake/drafts", async (load) => ({
  ...(await load<object>()),
  restoreDrafts: () => reading.next(),
}));
vi.mock("../../../counter/web/src/shell/remembered", () => ({ loadOrRemember: async () => {} }));
vi.mock("../../../counter/web/src/feed", async (load) => ({
  ...(await load<object>()),
  reloadAll: () => loading.next(),
  startFeed: () => ++started,
}));

await import("../../../counter/web/src/app");

const lan = { login: "lan", name: "", role: "officer" } as const;

test("who is logged out while the page is being made ready is not let in", async () => {
  person.value = lan;
  person.value = null;
  await reading.give(0, undefined);
  expect(loading.waiting).toHaveLength(0);
  person.value = lan;
  await reading.give(1, undefined);
  person.value = null;
  person.value = lan; // again, which begins anew
  await loading.give(0, undefined);
  expect(started).toBe(0);
  await reading.give(2, undefined);
  await loading.give(1, undefined);
  await settled();
  expect(started).toBe(1);
});
