// The open drafts of an intake: what was typed is in the store within 300 ms, and comes back after
// a reload, a crash, or a core that was away.

import { person } from "@motcua/session";
import { batch, computed, signal } from "@preact/signals";

import { now } from "../clock";
import { hasAgent } from "../local/agent";
import { type DraftStore, inOrder, storeOf } from "../local/draft_store";
import { type Draft, isBlank, newDraft, restored } from "./draft";

export const mostDrafts = 5;
const prefix = "intake-";
const saveAfter = 150; // ms after the last key; longer typing is saved in between
const longestUnsaved = 280;
const askAgentAgainAfter = 3_000;

export const drafts = signal<Draft[]>([]);
export const openId = signal<string>("");
/** Nothing typed is only in this page. */
export const allSaved = signal(true);
export const openDraft = computed(
  () => drafts.value.find((each) => each.id === openId.value) ?? drafts.value[0],
);

let store: DraftStore | undefined;
let hurriedStore: DraftStore | undefined; // the same, in no order
const unsaved = new Map<string, { since: number; timer: number }>();
/** Writes that have not ended, by draft. */
const underWay = new Map<string, number>();

export const newId = () => crypto.randomUUID().slice(0, 8);
const blank = () => newDraft(newId(), now.value.toISOString());

async function write(id: string, to: DraftStore | undefined): Promise<void> {
  const draft = drafts.value.find((each) => each.id === id);
  if (!draft || isBlank(draft)) return to?.remove(prefix + id);
  const saved_at = new Date().toISOString();
  const isWithAgent = await to?.save({ key: prefix + id, saved_at, value: draft });
  // With the agent it outlives this browser: asked again until it has it.
  if (isWithAgent === false) window.setTimeout(() => void save(id), askAgentAgainAfter);
}

async function save(id: string): Promise<void> {
  clearTimeout(unsaved.get(id)?.timer);
  unsaved.delete(id);
  underWay.set(id, (underWay.get(id) ?? 0) + 1);
  try {
    await write(id, store);
  } catch {
    schedule(id, 2_000); // neither place took it: the page keeps it and tries again
  } finally {
    const others = (underWay.get(id) ?? 1) - 1;
    if (others > 0) underWay.set(id, others);
    else underWay.delete(id);
    allSaved.value = unsaved.size === 0 && underWay.size === 0;
  }
}

function schedule(id: string, after = saveAfter): void {
  const since = unsaved.get(id)?.since ?? Date.now();
  clearTimeout(unsaved.get(id)?.timer);
  const wait = after > saveAfter ? after : Math.min(after, since + longestUnsaved - Date.now());
  const timer = window.setTimeout(() => void save(id), Math.max(0, wait));
  unsaved.set(id, { since, timer });
  allSaved.value = false;
}

/** At once: before what must not be lost is sent, and when the page goes. */
export async function saveNow(id?: string): Promise<void> {
  const ids = id ? [id] : [...unsaved.keys(), ...underWay.keys()];
  await Promise.all(ids.map(save));
}

export function change(id: string, make: (draft: Draft) => Draft): void {
  drafts.value = drafts.value.map((each) => (each.id === id ? make(each) : each));
  schedule(id);
}

/** Another draft beside; undefined when there are too many. A blank one is used again. */
export function addDraft(make: (draft: Draft) => Draft = (draft) => draft): Draft | undefined {
  const unused = drafts.value.find(isBlank);
  if (!unused && drafts.value.length >= mostDrafts) return undefined;
  const draft = make(unused ?? blank());
  batch(() => {
    drafts.value = unused
      ? drafts.value.map((each) => (each.id === unused.id ? draft : each))
      : [...drafts.value, draft];
    openId.value = draft.id;
  });
  if (!isBlank(draft)) schedule(draft.id);
  return draft;
}

/** Done with it: gone from the store too. There is always one to type into. */
export function closeDraft(id: string): void {
  const rest = drafts.value.filter((each) => each.id !== id);
  batch(() => {
    drafts.value = rest.length > 0 ? rest : [blank()];
    if (!drafts.value.some((each) => each.id === openId.value)) {
      openId.value = drafts.value[drafts.value.length - 1]?.id ?? "";
    }
  });
  void save(id);
}

export function replaceDraft(id: string, next: Draft): void {
  batch(() => {
    drafts.value = drafts.value.map((each) => (each.id === id ? next : each));
    openId.value = next.id;
  });
  void save(id);
  if (!isBlank(next)) schedule(next.id);
}

/** Of whoever logged in: what was open on this machine before. */
export async function restoreDrafts(login: string): Promise<void> {
  hurriedStore = storeOf(login, hasAgent.value);
  store = inOrder(hurriedStore);
  const found = (await store.list().catch(() => []))
    .filter((each) => each.key.startsWith(prefix))
    .map((each) => restored(each.value))
    .filter((each): each is Draft => each !== undefined)
    .sort((a, b) => a.startedAt.localeCompare(b.startedAt));
  // A card scanned while the store was still being read is not lost.
  const meanwhile = drafts.value.filter(
    (each) => !isBlank(each) && !found.some((other) => other.id === each.id),
  );
  batch(() => {
    const all = [...found, ...meanwhile];
    drafts.value = all.length > 0 ? all : [blank()];
    openId.value = drafts.value[drafts.value.length - 1]?.id ?? "";
  });
}

/** Before a log-out: what is done goes, what is not stays for the same log-in. */
export async function leaveDrafts(): Promise<void> {
  await saveNow();
  const done = drafts.value.filter((each) => each.result !== null || isBlank(each));
  await Promise.allSettled(done.map((each) => store?.remove(prefix + each.id)));
  drafts.value = [];
}

// Another person on this machine starts with nothing of the one before.
person.subscribe((who) => {
  if (who) return;
  void saveNow().finally(() => {
    if (!person.value) drafts.value = [];
  });
});

// The page goes and can wait for nothing, not even for a write before.
window.addEventListener("pagehide", () => {
  for (const id of new Set([...unsaved.keys(), ...underWay.keys()])) void write(id, hurriedStore);
});
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "hidden") void saveNow();
});
