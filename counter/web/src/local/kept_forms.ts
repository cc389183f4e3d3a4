// What was typed into the small form of an act, kept like a draft until the act is done.

import { person } from "@motcua/session";

import { hasAgent } from "./agent";
import { type DraftStore, inOrder, storeOf } from "./draft_store";

const saveAfter = 200;

let known: { login: string; hasAgent: boolean; store: DraftStore } | undefined;

function storeOfNow(): DraftStore | undefined {
  const login = person.value?.login;
  if (!login) return undefined;
  if (known?.login !== login || known.hasAgent !== hasAgent.value) {
    const store = inOrder(storeOf(login, hasAgent.value));
    known = { login, hasAgent: hasAgent.value, store };
  }
  return known.store;
}

/** Keys of drafts are letters, digits and hyphens. */
export function formKey(code: string, act: string): string {
  return `act-${act}-${code}`
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 64);
}

const timers = new Map<string, number>();

export function keepForm(key: string, value: unknown): void {
  clearTimeout(timers.get(key));
  const save = () => {
    timers.delete(key);
    void storeOfNow()
      ?.save({ key, saved_at: new Date().toISOString(), value })
      .catch(() => {}); // the form itself still holds it
  };
  timers.set(key, window.setTimeout(save, saveAfter));
}

export async function keptForm<T>(key: string): Promise<T | undefined> {
  const all =
    (await storeOfNow()
      ?.list()
      .catch(() => [])) ?? [];
  return all.find((each) => each.key === key)?.value as T | undefined;
}

export function forgetForm(key: string): void {
  clearTimeout(timers.get(key));
  timers.delete(key);
  void storeOfNow()
    ?.remove(key)
    .catch(() => {});
}
