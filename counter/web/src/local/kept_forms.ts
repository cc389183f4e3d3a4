// What was typed into the small form of an act, kept like a draft until the act is done.

import { person, whenPersonLeaves } from "@motcua/session";

import { hasAgent } from "./agent";
import { type DraftStore, inOrder, storeOf } from "./draft_store";

const saveAfter = 200;

interface Known {
  login: string;
  hasAgent: boolean;
  store: DraftStore;
  hurried: DraftStore; // the same, in no order, for a page that goes
}

let known: Known | undefined;

function storesOfNow(): Known | undefined {
  const login = person.peek()?.login;
  if (!login) return undefined;
  if (known?.login !== login || known.hasAgent !== hasAgent.peek()) {
    const store = inOrder(storeOf(login, hasAgent.peek()));
    const hurried = storeOf(login, hasAgent.peek(), { keepalive: true });
    known = { login, hasAgent: hasAgent.peek(), store, hurried };
  }
  return known;
}

/** Keys of drafts are letters, digits and hyphens. */
export function formKey(code: string, act: string): string {
  return `act-${act}-${code}`
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 64);
}

/** Of the person who is logged in when it is made, also when an answer comes after a log-out. */
export interface KeptForm<T> {
  keep(value: T): void;
  /** Undefined: nothing was kept, it cannot be reached, or what was typed meanwhile is newer. */
  kept(): Promise<T | undefined>;
  forget(): void;
}

/** What waits to be saved. */
const waiting = new Set<(hurried?: boolean) => void>();

export function keptForm<T>(key: string): KeptForm<T> {
  const stores = storesOfNow();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let unsaved: T | undefined;
  let touched = false;
  const stop = () => {
    clearTimeout(timer);
    waiting.delete(save);
  };
  // Where it fails the form itself still holds it.
  const save = (hurried = false) => {
    stop();
    const to = hurried ? stores?.hurried : stores?.store;
    void to?.save({ key, saved_at: new Date().toISOString(), value: unsaved }).catch(() => {});
  };
  return {
    keep(value) {
      stop();
      touched = true;
      unsaved = value;
      waiting.add(save);
      timer = setTimeout(save, saveAfter);
    },
    async kept() {
      const stored = await stores?.store.get(key).catch(() => undefined);
      return touched ? undefined : (stored?.value as T | undefined);
    },
    forget() {
      stop();
      void stores?.store.remove(key).catch(() => {});
    },
  };
}

const saveAll = (hurried: boolean) => {
  for (const save of [...waiting]) save(hurried);
};
whenPersonLeaves(() => saveAll(false));
window.addEventListener("pagehide", () => saveAll(true));
