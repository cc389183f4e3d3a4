// Where what an officer typed is kept: with the agent on disk, else in this browser's IndexedDB.
// Nothing of it goes to the core, into an address or into localStorage.

import { Problem } from "@motcua/api/client";
import { fetchJson } from "@motcua/api/wire";

export interface StoredDraft {
  key: string;
  /** An instant, in any zone. */
  saved_at: string;
  value: unknown;
}

export interface DraftStore {
  list(): Promise<StoredDraft[]>;
  /** False: only a reserve has it. */
  save(draft: StoredDraft): Promise<boolean>;
  remove(key: string): Promise<void>;
}

const path = (key: string) => `/local/drafts/${encodeURIComponent(key)}`;

export const agentStore: DraftStore = {
  async list() {
    const { items } = await fetchJson<{ items: { key: string; saved_at: string }[] }>(
      "GET",
      "/local/drafts",
    );
    return Promise.all(
      items.map(async ({ key, saved_at }) => ({
        key,
        saved_at,
        value: await fetchJson<unknown>("GET", path(key)),
      })),
    );
  },
  async save({ key, value }) {
    await fetchJson("PUT", path(key), { body: value });
    return true;
  },
  async remove(key) {
    await fetchJson("DELETE", path(key)).catch((error: unknown) => {
      if (!(error instanceof Problem) || error.status !== 404) throw error;
    });
  },
};

const database = "motcua-counter";
const table = "drafts";

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(database, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(table);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("IndexedDB"));
  });
}

async function withTable<T>(
  mode: IDBTransactionMode,
  work: (table: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const db = await openDatabase();
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = db.transaction(table, mode, { durability: "strict" });
      const request = work(transaction.objectStore(table));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onerror = () => reject(transaction.error ?? new Error("IndexedDB"));
    });
  } finally {
    db.close();
  }
}

/** Of one log-in: another one on this machine does not see them. */
export function browserStore(login: string): DraftStore {
  const prefix = `${login}/`;
  return {
    async list() {
      const range = IDBKeyRange.bound(prefix, `${prefix}\uFFFF`);
      return (await withTable("readonly", (drafts) => drafts.getAll(range))) as StoredDraft[];
    },
    async save(draft) {
      await withTable("readwrite", (drafts) => drafts.put(draft, prefix + draft.key));
      return true;
    },
    async remove(key) {
      await withTable("readwrite", (drafts) => drafts.delete(prefix + key));
    },
  };
}

/** The first store, and the second for as long as the first cannot be reached. The newest wins. */
export function withReserve(first: DraftStore, reserve: DraftStore): DraftStore {
  const listOf = (store: DraftStore) => store.list().catch((): StoredDraft[] => []);
  return {
    async list() {
      const newest = new Map<string, StoredDraft>();
      for (const draft of [...(await listOf(reserve)), ...(await listOf(first))]) {
        const known = newest.get(draft.key);
        // The agent writes +07:00 and whole seconds, a browser Z and parts of them.
        if (!known || Date.parse(known.saved_at) < Date.parse(draft.saved_at))
          newest.set(draft.key, draft);
      }
      return [...newest.values()];
    },
    async save(draft) {
      try {
        await first.save(draft);
      } catch {
        await reserve.save(draft);
        return false;
      }
      await reserve.remove(draft.key).catch(() => {});
      return true;
    },
    async remove(key) {
      await Promise.all([reserve.remove(key), first.remove(key)]);
    },
  };
}

/** What is kept of `login` on this machine. */
export function storeOf(login: string, hasAgent: boolean): DraftStore {
  const browser = browserStore(login);
  return hasAgent ? withReserve(agentStore, browser) : browser;
}

type Write = () => Promise<boolean>;

interface Writes {
  now: Promise<boolean>;
  next?: { write: Write; done: Promise<boolean> };
}

/** One write of a key at a time: two on their way at once may arrive the other way round, and what
 *  was typed last, or that the draft is gone, would be lost. Of those that wait the last is made. */
export function inOrder(store: DraftStore): DraftStore {
  const writes = new Map<string, Writes>();
  const begin = (key: string, write: Write): Promise<boolean> => {
    const now = write().finally(() => {
      const under = writes.get(key);
      if (under?.now === now && !under.next) writes.delete(key);
    });
    writes.set(key, { now });
    return now;
  };
  const put = (key: string, write: Write): Promise<boolean> => {
    const under = writes.get(key);
    if (!under) return begin(key, write);
    if (under.next) {
      under.next.write = write;
      return under.next.done;
    }
    const done = under.now
      .catch(() => false) // whoever asked for it was told
      .then(() => begin(key, under.next?.write ?? write));
    under.next = { write, done };
    return done;
  };
  return {
    list: () => store.list(),
    save: (draft) => put(draft.key, () => store.save(draft)),
    async remove(key) {
      await put(key, () => store.remove(key).then(() => true));
    },
  };
}
