// What was typed into the small form of an act, kept like a draft until the act is done.

import { person } from "@motcua/session";

import { agent } from "./agent";
import { agentStore, browserStore, type DraftStore, withReserve } from "./draft_store";

const saveAfter = 200;

function storeOfNow(): DraftStore | undefined {
  const login = person.value?.login;
  if (!login) return undefined;
  return agent.value ? withReserve(agentStore, browserStore(login)) : browserStore(login);
}

/** Keys of drafts are letters, digits and hyphens. */
export function formKey(code: string, act: string): string {
  return `act-${act}-${code}`
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 64);
}

let timer = 0;

export function keepForm(key: string, value: unknown): void {
  clearTimeout(timer);
  timer = window.setTimeout(() => {
    void storeOfNow()
      ?.save({ key, saved_at: new Date().toISOString(), value })
      .catch(() => {}); // the form itself still holds it
  }, saveAfter);
}

export async function keptForm<T>(key: string): Promise<T | undefined> {
  const all =
    (await storeOfNow()
      ?.list()
      .catch(() => [])) ?? [];
  return all.find((each) => each.key === key)?.value as T | undefined;
}

export function forgetForm(key: string): void {
  clearTimeout(timer);
  void storeOfNow()
    ?.remove(key)
    .catch(() => {});
}
