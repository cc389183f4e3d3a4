// What this person has to do: the open dossiers they received or work on, and results to give out.

import { Problem } from "@motcua/api/client";
import { setServerClock } from "@motcua/clock";
import { sortText, type Order } from "@motcua/list_order";
import { person, whenPersonLeaves } from "@motcua/session";
import { Turns } from "@motcua/turns";
import { computed, signal } from "@preact/signals";

import {
  type Colleague,
  type DossierQuestion,
  type Dossiers,
  type DossierSummary,
  listDossiers,
  loadColleagues,
} from "../api";
import { onEvent, onReload } from "../feed";
import { grouped, merged } from "./grouping";

const page = 200;
const mostPages = 5;
const settleTime = 700; // a counter's burst of acts is one reload
const reloadEvery = 60_000;

export type Whose = "mine" | "ward";
export const whose = signal<Whose>("mine");
export const dossiers = signal<DossierSummary[] | null>(null);
export const workProblem = signal<Problem | null>(null);
/** What the lists are sorted by, the whole of them; without one by what is due first. */
export const workOrder = signal<Order | undefined>(undefined);

/** There are more than are loaded; how many are late the core has counted. */
export interface Cut {
  shown: number;
  all: number;
  overdue: number;
}
export const cut = signal<Cut | null>(null);

export const groupedWork = computed(() => grouped(dossiers.value ?? []));
export const overdueCount = computed(
  () => cut.value?.overdue ?? groupedWork.value.get("overdue")?.length ?? 0,
);

type Question = Omit<DossierQuestion, "q">;

interface List {
  found: DossierSummary[];
  all: number;
  isCut: boolean;
}

const countOf = (answer: Dossiers) => answer.count ?? answer.count_at_least ?? 0;

/** Each page goes on behind the last row of the one before: others work on the list meanwhile. */
async function allPages(question: Question): Promise<List> {
  const found: DossierSummary[] = [];
  let cursor: string | null = null;
  let all = 0;
  for (let count = 0; count === 0 || (cursor !== null && count < mostPages); ++count) {
    const answer: Dossiers = await listDossiers({
      ...question,
      limit: page,
      ...(cursor !== null && { cursor }),
    });
    setServerClock(answer.now);
    found.push(...answer.items);
    cursor = answer.next_cursor;
    all = countOf(answer);
  }
  return { found, all, isCut: cursor !== null };
}

async function cutOf(lists: readonly List[], question: Question): Promise<Cut | null> {
  if (!lists.some((each) => each.isCut)) return null;
  return {
    shown: lists.reduce((sum, each) => sum + each.found.length, 0),
    all: lists.reduce((sum, each) => sum + each.all, 0),
    overdue: countOf(await listDossiers({ ...question, status: "overdue", limit: 1 })),
  };
}

const loads = new Turns();

export async function loadWork(): Promise<void> {
  const login = person.peek()?.login;
  if (!login) return;
  const isLatest = loads.begin();
  try {
    const order = workOrder.peek();
    const question: Question = {
      ...(whose.peek() === "mine" && { person: login }),
      ...(order && { sort: sortText(order) }),
    };
    const lists = await Promise.all(
      ["open", "to_return"].map((status) => allPages({ ...question, status })),
    );
    const isCut = await cutOf(lists, question);
    if (!isLatest()) return;
    dossiers.value = merged(...lists.map((each) => each.found));
    cut.value = isCut;
    workProblem.value = null;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    if (isLatest()) workProblem.value = error;
  }
}

// A dossier becomes late, or due today, by no event.
setInterval(() => void loadWork(), reloadEvery);

let timer = 0;
onEvent((event) => {
  if (event.topic !== "dossiers") return;
  clearTimeout(timer);
  timer = window.setTimeout(() => void loadWork(), settleTime);
});
onReload(loadWork);
whose.subscribe(() => void loadWork());
workOrder.subscribe(() => void loadWork());
whenPersonLeaves(() => {
  clearTimeout(timer);
  loads.end();
  dossiers.value = null;
  workProblem.value = null;
  cut.value = null;
  workOrder.value = undefined;
  whose.value = "mine";
});

const colleagues = signal<Colleague[]>([]);
onReload(async () => {
  colleagues.value = await loadColleagues();
});

/** Who a dossier can be forwarded to: who works these days, and who is seen in the lists. */
export const knownPeople = computed(() => {
  const seen = new Map(colleagues.value.map((each) => [each.login, each.name]));
  for (const each of dossiers.value ?? []) {
    for (const login of [each.officer, each.assignee]) {
      if (login && !seen.has(login)) seen.set(login, "");
    }
  }
  return [...seen]
    .map(([login, name]) => ({ login, name }))
    .sort((a, b) => a.login.localeCompare(b.login));
});

export function nameOf(login: string): string {
  return colleagues.value.find((each) => each.login === login)?.name || login;
}
