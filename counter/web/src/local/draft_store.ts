// Where what an officer typed is kept: with the agent on disk, else in this browser's IndexedDB.
// Nothing of it goes to the core, into an address or into localStorage.

import { Problem } from "@motcua/api/client";
import { fetchJson } from "@motcua/api/wire";
import { person } from "@motcua/session";

export interface StoredDraft {
  key: string;
  /** An instant, in any zone. */
  saved_at: string;
  value: unknown;
}

export interface DraftStore {
  list(): Promise<StoredDraft[]>;
  get(key: string): Promise<StoredDraft | undefined>;
  /** False: only a reserve has it. */
  save(draft: StoredDraft): Promise<boolean>;
  remove(key: string): Promise<void>;
}

const path = (key: string) => `/local/drafts/${encodeURIComponent(key)}`;

/** With the agent, which keeps by the log-in of the cookie: once that is another's, nothing of `login`
 *  goes there. `keepalive`: a write goes out although the page does not stay. */
export function agentStore(login: string, { keepalive = false } = {}): DraftStore {
  const ask = async <T>(method: string, at: string, body?: unknown): Promise<T> => {
    if (person.peek()?.login !== login) throw new Problem(401, {});
    return fetchJson<T>(method, at, { keepalive, ...(body === undefined ? {} : { body }) });
  };
  const infos = async () =>
    (await ask<{ items: { key: string; saved_at: string }[] }>("GET", "/local/drafts")).items;
  /** Undefined: it was deleted meanwhile. */
  const read = async ({ key, saved_at }: { key: string; saved_at: string }) => {
    const value = await ask<unknown>("GET", path(key)).catch(unlessMissing);
    return value === undefined ? undefined : { key, saved_at, value };
  };
  return {
    async list() {
      const all = await Promise.all((await infos()).map(read));
      return all.filter((each) => each !== undefined);
    },
    async get(key) {
      const info = (await infos()).find((each) => each.key === key);
      return info && read(info);
    },
    async save({ key, value }) {
      await ask("PUT", path(key), value);
      return true;
    },
    async remove(key) {
      await ask("DELETE", path(key)).catch(unlessMissing);
    },
  };
}

function unlessMissing(error: unknown): undefined {
  if (!(error instanceof Problem) || error.status !== 404) throw error;
}

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
      // Also without an error of a request: when the disk is full.
      transaction.onabort = () => reject(transaction.error ?? new Error("IndexedDB"));
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
    async get(key) {
      const found = await withTable("readonly", (drafts) => drafts.get(prefix + key));
      return found as StoredDraft | undefined;
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

/** The agent writes +07:00 and whole seconds, a browser Z and parts of them. */
const newer = (known: StoredDraft | undefined, draft: StoredDraft): StoredDraft =>
  known && Date.parse(known.saved_at) >= Date.parse(draft.saved_at) ? known : draft;

/** The first store, and the second for as long as the first cannot be reached. The newest wins. */
export function withReserve(first: DraftStore, reserve: DraftStore): DraftStore {
  const listOf = (store: DraftStore) => store.list().catch((): StoredDraft[] => []);
  const getOf = (store: DraftStore, key: string) => store.get(key).catch(() => undefined);
  return {
    async list() {
      const newest = new Map<string, StoredDraft>();
      for (const draft of [...(await listOf(reserve)), ...(await listOf(first))])
        newest.set(draft.key, newer(newest.get(draft.key), draft));
      return [...newest.values()];
    },
    async get(key) {
      const [known, draft] = [await getOf(reserve, key), await getOf(first, key)];
      return draft ? newer(known, draft) : known;
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
export function storeOf(
  login: string,
  hasAgent: boolean,
  options: { keepalive?: boolean } = {},
): DraftStore {
  const browser = browserStore(login);
  return hasAgent ? withReserve(agentStore(login, options), browser) : browser;
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
    get: (key) => store.get(key),
    save: (draft) => put(draft.key, () => store.save(draft)),
    async remove(key) {
      await put(key, () => store.remove(key).then(() => true));
    },
  };
}
