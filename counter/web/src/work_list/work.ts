// What this person has to do: the open dossiers they received or work on, and results to give out.

import { Problem } from "@motcua/api/client";
import { setServerClock } from "@motcua/clock";
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
/** There are more than are shown. */
export const cut = signal(false);

export const groupedWork = computed(() => grouped(dossiers.value ?? []));
export const overdueCount = computed(() => groupedWork.value.get("overdue")?.length ?? 0);

interface List {
  found: DossierSummary[];
  isCut: boolean;
}

async function allPages(question: Omit<DossierQuestion, "q">): Promise<List> {
  const found: DossierSummary[] = [];
  let skip: number | null = 0;
  for (let count = 0; skip !== null && count < mostPages; ++count) {
    const answer: Dossiers = await listDossiers({ ...question, limit: page, skip });
    setServerClock(answer.now);
    found.push(...answer.items);
    skip = answer.next_skip;
  }
  return { found, isCut: skip !== null };
}

const loads = new Turns();

export async function loadWork(): Promise<void> {
  const login = person.peek()?.login;
  if (!login) return;
  const isLatest = loads.begin();
  try {
    const questions: Omit<DossierQuestion, "q">[] =
      whose.peek() === "ward"
        ? [{ status: "open" }, { status: "to_return" }]
        : [
            { status: "open", officer: login },
            { status: "open", assignee: login },
            { status: "to_return", officer: login },
            { status: "to_return", assignee: login },
          ];
    const lists = await Promise.all(questions.map(allPages));
    if (!isLatest()) return;
    dossiers.value = merged(...lists.map((each) => each.found));
    cut.value = lists.some((each) => each.isCut);
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
whenPersonLeaves(() => {
  clearTimeout(timer);
  loads.end();
  dossiers.value = null;
  workProblem.value = null;
  cut.value = false;
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
