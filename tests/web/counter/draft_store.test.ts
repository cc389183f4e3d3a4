import { expect, test, vi } from "vitest";

import { person } from "@motcua/session";

import {
  agentStore,
  browserStore,
  type DraftStore,
  inOrder,
  type StoredDraft,
  withReserve,
} from "../../../counter/web/src/local/draft_store";

class MemoryStore implements DraftStore {
  readonly kept = new Map<string, StoredDraft>();
  away = false;
  private check(): void {
    if (this.away) throw new Error("away");
  }
  async list() {
    this.check();
    return [...this.kept.values()];
  }
  async get(key: string) {
    this.check();
    return this.kept.get(key);
  }
  async save(stored: StoredDraft) {
    this.check();
    this.kept.set(stored.key, stored);
    return true;
  }
  async remove(key: string) {
    this.check();
    this.kept.delete(key);
  }
}

const key = "intake-1";
const values = async (store: DraftStore) => (await store.list()).map((each) => each.value);

test("an agent that is away loses nothing: the browser keeps it until the agent is back", async () => {
  const [agent, browser] = [new MemoryStore(), new MemoryStore()];
  const store = withReserve(agent, browser);
  expect(await store.save({ key, saved_at: "2023-01-03T08:00:01+07:00", value: "N" })).toBe(true);
  agent.away = true;
  expect(await store.save({ key, saved_at: "2023-01-03T01:00:02.500Z", value: "Ng" })).toBe(false);
  expect(await values(store)).toEqual(["Ng"]);
  agent.away = false;
  expect(await values(store)).toEqual(["Ng"]);
  await store.save({ key, saved_at: "2023-01-03T01:00:03.000Z", value: "Ngu" });
  expect(browser.kept.size).toBe(0);
  await store.remove(key);
  expect(await store.list()).toEqual([]);
});

/** Each write ends when the test says so, in whatever order. */
class SlowStore extends MemoryStore {
  readonly waiting: (() => void)[] = [];
  override save(stored: StoredDraft): Promise<boolean> {
    return this.whenToldTo(() => super.save(stored));
  }
  override remove(name: string): Promise<void> {
    return this.whenToldTo(() => super.remove(name));
  }
  /** Ends the write that was begun last, as a second connection may. */
  async endLast(): Promise<void> {
    this.waiting.pop()?.();
    await new Promise((resolve) => setTimeout(resolve));
  }
  private whenToldTo<T>(write: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.waiting.push(() => void write().then(resolve, reject));
    });
  }
}

const draft = (value: string): StoredDraft => ({ key, saved_at: "2023-01-03T08:00:00Z", value });

test("what was typed last is kept, however slow the write before it is", async () => {
  const slow = new SlowStore();
  const store = inOrder(slow);
  const saved = ["N", "Ng", "Ngu"].map((value) => store.save(draft(value)));
  while (slow.waiting.length > 0) await slow.endLast();
  expect(await Promise.all(saved)).toEqual([true, true, true]);
  expect(await values(store)).toEqual(["Ngu"]);
});

test("a draft that is done with does not come back by a write that was on its way", async () => {
  const slow = new SlowStore();
  const store = inOrder(slow);
  const done = [store.save(draft("N")), store.remove(key)];
  while (slow.waiting.length > 0) await slow.endLast();
  await Promise.all(done);
  expect(await store.list()).toEqual([]);
});

test("a write that fails is told to who asked for it, and holds up none after it", async () => {
  const slow = new SlowStore();
  const store = inOrder(slow);
  slow.away = true;
  const first = store.save(draft("N"));
  const second = store.save(draft("Ng"));
  await Promise.all([expect(first).rejects.toThrow("away"), slow.endLast()]);
  slow.away = false;
  await slow.endLast();
  expect(await second).toBe(true);
  expect(await values(store)).toEqual(["Ng"]);
});

const lan = { login: "lan", name: "", role: "officer" } as const;

/** An agent that answers by method and path. */
function agentWith(answers: Record<string, unknown>): string[] {
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (path: string, { method }: RequestInit) => {
    asked.push(`${method} ${path}`);
    const answer = answers[path];
    return new Response(JSON.stringify(answer ?? {}), { status: answer === undefined ? 404 : 200 });
  });
  return asked;
}

test("a draft that was deleted while they are read takes none of the others with it", async () => {
  person.value = lan;
  const saved_at = "2023-01-03T08:00:01+07:00";
  agentWith({
    "/local/drafts": {
      items: [
        { key: "a", saved_at },
        { key: "b", saved_at },
      ],
    },
    "/local/drafts/b": "B",
  });
  const store = agentStore("lan");
  expect(await values(store)).toEqual(["B"]);
  expect(await store.get("a")).toBeUndefined();
  expect(await store.get("b")).toEqual({ key: "b", saved_at, value: "B" });
  await store.remove("a");
});

test("nothing of one log-in goes to the agent by the cookie of another", async () => {
  person.value = { ...lan, login: "minh" };
  const asked = agentWith({});
  await expect(agentStore("lan").save(draft("N"))).rejects.toMatchObject({ status: 401 });
  await expect(agentStore("lan").remove(key)).rejects.toMatchObject({ status: 401 });
  expect(asked).toEqual([]);
});

test("of one draft the newest is read, wherever it is", async () => {
  const [agent, browser] = [new MemoryStore(), new MemoryStore()];
  const store = withReserve(agent, browser);
  expect(await store.get(key)).toBeUndefined();
  await browser.save({ ...draft("Ng"), saved_at: "2023-01-03T01:00:02.500Z" });
  await agent.save({ ...draft("N"), saved_at: "2023-01-03T08:00:01+07:00" });
  expect((await store.get(key))?.value).toBe("Ng");
  agent.away = true;
  expect((await store.get(key))?.value).toBe("Ng");
});

test("a disk that is full is told: a transaction that ends without an error of its request", async () => {
  const transaction = { error: null, onabort: () => {}, objectStore: () => ({ put: () => ({}) }) };
  const database = { transaction: () => transaction, close: () => {} };
  vi.stubGlobal("indexedDB", {
    open: () => {
      const request = { result: database, onsuccess: () => {} };
      setTimeout(() => request.onsuccess());
      return request;
    },
  });
  const saving = browserStore("lan").save(draft("N"));
  setTimeout(() => transaction.onabort(), 5);
  await expect(saving).rejects.toThrow("IndexedDB");
});
