// The open drafts of an intake: what was typed is in the store within 300 ms, and comes back after
// a reload, a crash, or a core that was away.

import { now } from "@motcua/clock";
import { whenPersonLeaves } from "@motcua/session";
import { batch, computed, signal } from "@preact/signals";

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

/** Where the drafts of a login are: what is written goes where it belongs, whoever is logged in by
 *  then. */
interface Home {
  login: string;
  store: DraftStore;
  hurried: DraftStore; // the same, in no order, for a page that goes
}

let home: Home | undefined;
const unsaved = new Map<string, { since: number; timer: number }>();
/** Writes that have not ended, by draft. */
const underWay = new Map<string, number>();
/** With the browser only: asked again until the agent has it, as what is there outlives the browser. */
const again = new Map<string, number>();
/** Done with on purpose: to be removed from the store. What is only not in the page stays there. */
const gone = new Set<string>();

export const newId = () => crypto.randomUUID().slice(0, 8);
const blank = () => newDraft(newId(), now.value.toISOString());
const find = (id: string) => drafts.value.find((each) => each.id === id);

async function write(id: string, from: Home, store: DraftStore): Promise<void> {
  const draft = find(id);
  if (gone.has(id) || (draft && isBlank(draft))) {
    await store.remove(prefix + id);
    if (home === from) gone.delete(id);
    return;
  }
  if (!draft) return;
  const saved_at = new Date().toISOString();
  const isWithAgent = await store.save({ key: prefix + id, saved_at, value: draft });
  if (isWithAgent || home !== from) return;
  clearTimeout(again.get(id));
  again.set(
    id,
    window.setTimeout(() => void save(id), askAgentAgainAfter),
  );
}

async function save(id: string): Promise<void> {
  const from = home;
  if (!from) return; // a card that was scanned while the store is still looked for
  clearTimeout(unsaved.get(id)?.timer);
  unsaved.delete(id);
  clearTimeout(again.get(id));
  again.delete(id);
  underWay.set(id, (underWay.get(id) ?? 0) + 1);
  try {
    await write(id, from, from.store);
  } catch {
    if (home === from) schedule(id, 2_000); // neither place took it: the page keeps it, tries again
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
  const ids = id ? [id] : new Set([...unsaved.keys(), ...underWay.keys()]);
  await Promise.all([...ids].map(save));
}

/** Nothing where the draft is not in the page (any more): its person has left. */
export function change(id: string, make: (draft: Draft) => Draft): void {
  if (!find(id)) return;
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
  gone.add(id);
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
  if (!find(id)) return;
  gone.add(id);
  batch(() => {
    drafts.value = drafts.value.map((each) => (each.id === id ? next : each));
    openId.value = next.id;
  });
  void save(id);
  if (!isBlank(next)) schedule(next.id);
}

/** Of whoever logged in: what was open on this machine before. */
export async function restoreDrafts(login: string): Promise<void> {
  letGo();
  const hurried = storeOf(login, hasAgent.value, { keepalive: true });
  const here = { login, store: inOrder(storeOf(login, hasAgent.value)), hurried };
  home = here;
  const found = (await here.store.list().catch(() => []))
    .filter((each) => each.key.startsWith(prefix))
    .map((each) => restored(each.value))
    .filter((each): each is Draft => each !== undefined)
    .sort((a, b) => a.startedAt.localeCompare(b.startedAt));
  if (home !== here) return; // logged out in between
  // A card scanned while the store was still being read is not lost.
  const meanwhile = drafts.value.filter(
    (each) => !isBlank(each) && !found.some((other) => other.id === each.id),
  );
  batch(() => {
    const all = [...found, ...meanwhile];
    drafts.value = all.length > 0 ? all : [blank()];
    openId.value = drafts.value[drafts.value.length - 1]?.id ?? "";
  });
  for (const each of meanwhile) schedule(each.id);
}

/** Another person on this machine starts with nothing of the one before, whose drafts are saved once
 *  more where they belong. */
function letGo(): void {
  if (!home) return;
  void saveNow();
  for (const { timer } of unsaved.values()) clearTimeout(timer);
  for (const timer of again.values()) clearTimeout(timer);
  unsaved.clear();
  again.clear();
  gone.clear();
  home = undefined;
  allSaved.value = true;
  drafts.value = [];
}

whenPersonLeaves((login) => {
  if (home?.login === login) letGo();
});

/** Logs out by `end`, for which everything is saved before: what is done goes, what is not stays for
 *  the same log-in. Where `end` fails all stays as it is. */
export async function leaveDrafts(end: () => Promise<void>): Promise<void> {
  await saveNow();
  const done = drafts.value.filter((each) => each.result !== null || isBlank(each));
  await Promise.allSettled(done.map((each) => home?.store.remove(prefix + each.id)));
  try {
    await end();
  } catch (error) {
    for (const each of done) if (find(each.id)) schedule(each.id);
    throw error;
  }
}

// The page goes and can wait for nothing, not even for a write before.
window.addEventListener("pagehide", () => {
  const from = home;
  if (!from) return;
  for (const id of new Set([...unsaved.keys(), ...underWay.keys()]))
    void write(id, from, from.hurried).catch(() => {}); // nobody is there to be told
});
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "hidden") void saveNow();
});
