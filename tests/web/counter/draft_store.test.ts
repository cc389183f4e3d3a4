import { expect, test } from "vitest";

import {
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
