// What this person has to do: the open dossiers they received or work on, and results to give out.

import { Problem } from "@motcua/api/client";
import { person } from "@motcua/session";
import { computed, signal } from "@preact/signals";

import {
  type Colleague,
  type DossierQuestion,
  type Dossiers,
  type DossierSummary,
  listDossiers,
  loadColleagues,
  loadDossier,
} from "../api";
import { now, setServerClock } from "../clock";
import { onEvent, onReload } from "../feed";
import { procedureOf } from "../intake/procedures";
import { grouped, merged } from "./grouping";

const page = 200;
const mostPages = 5;
const settleTime = 700; // a counter's burst of acts is one reload
const mostLookedAt = 40;
const reloadEvery = 60_000;

export type Whose = "mine" | "ward";
export const whose = signal<Whose>("mine");
export const dossiers = signal<DossierSummary[] | null>(null);
export const workProblem = signal<Problem | null>(null);
/** There are more than are shown. */
export const cut = signal(false);

const waitsFor = signal<ReadonlySet<string>>(new Set());
export const groupedWork = computed(() =>
  grouped(dossiers.value ?? [], now.value, (code) => waitsFor.value.has(code)),
);
export const lateCount = computed(() => groupedWork.value.get("late")?.length ?? 0);

async function allPages(question: Omit<DossierQuestion, "q">): Promise<DossierSummary[]> {
  const found: DossierSummary[] = [];
  let skip: number | null = 0;
  for (let count = 0; skip !== null && count < mostPages; ++count) {
    const answer: Dossiers = await listDossiers({ ...question, limit: page, skip });
    setServerClock(answer.now);
    found.push(...answer.items);
    skip = answer.next_skip;
  }
  if (skip !== null) cut.value = true;
  return found;
}

// The lists do not tell who waits for another agency; the dossiers of linked procedures do.
async function lookForAgencies(list: DossierSummary[]): Promise<void> {
  const told = list.filter((each) => each.waiting_for?.length).map((each) => each.code);
  const linked = list.filter(
    (each) =>
      each.waiting_for === undefined &&
      each.state === "in_progress" &&
      (handedOver.has(each.code) || procedureOf(each.procedure.code)?.linked_agencies.length),
  );
  const waiting = new Set(told);
  for (const { code } of linked.slice(0, mostLookedAt)) {
    const dossier = await loadDossier(code).catch(() => undefined);
    if (dossier?.hand_overs.some((each) => !each.answered_at)) waiting.add(code);
  }
  waitsFor.value = waiting;
}

const handedOver = new Set<string>(); // told by events

export async function loadWork(): Promise<void> {
  const login = person.value?.login;
  if (!login) return;
  cut.value = false;
  try {
    const questions: Omit<DossierQuestion, "q">[] =
      whose.value === "ward"
        ? [{ status: "open" }, { status: "to_return" }]
        : [
            { status: "open", officer: login },
            { status: "open", assignee: login },
            { status: "to_return", officer: login },
            { status: "to_return", assignee: login },
          ];
    const lists = await Promise.all(questions.map(allPages));
    dossiers.value = merged(...lists);
    workProblem.value = null;
    void lookForAgencies(dossiers.value);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    workProblem.value = error;
  }
}

// What becomes late does so by no event.
setInterval(() => void loadWork(), reloadEvery);

let timer = 0;
onEvent((event) => {
  if (event.topic !== "dossiers") return;
  if (event.type === "hand-over") handedOver.add(event.data.code);
  clearTimeout(timer);
  timer = window.setTimeout(() => void loadWork(), settleTime);
});
onReload(loadWork);
whose.subscribe(() => void loadWork());
person.subscribe((who) => {
  if (!who) dossiers.value = null;
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
