// The dossier on the screen, kept up to date while it is shown.

import { ActKeys } from "@motcua/api/act_keys";
import { Problem } from "@motcua/api/client";
import { language } from "@motcua/language";
import { whenPersonLeaves } from "@motcua/session";
import { Turns } from "@motcua/turns";
import { signal } from "@preact/signals";

import {
  type ActName,
  actOn,
  type Deadline,
  type Dossier,
  type DossierAct,
  type HistoryItem,
  loadDeadline,
  loadDossier,
  loadHistory,
  type PaperKind,
} from "../api";
import { onEvent, onReload } from "../feed";

export interface OpenDossier {
  dossier: Dossier;
  history: HistoryItem[];
  papers: PaperKind[]; // that can be printed
  deadline: Deadline | null; // null: not received
}

export const opened = signal<OpenDossier | null>(null);
export const openProblem = signal<Problem | null>(null);

let wanted = "";
const loads = new Turns();

/** Who is not received yet has no due date to explain. */
function unlessNotReceived(error: unknown): null {
  if (error instanceof Problem && error.body.code === "dossier-not-received-no-due") return null;
  throw error;
}

export async function open(code: string): Promise<void> {
  wanted = code;
  const isLatest = loads.begin();
  if (opened.value?.dossier.code !== code) opened.value = null;
  try {
    const [dossier, history, deadline] = await Promise.all([
      loadDossier(code),
      loadHistory(code),
      loadDeadline(code).catch(unlessNotReceived),
    ]);
    if (!isLatest()) return; // another one was opened in between, or this one anew
    opened.value = { dossier, history: history.items, papers: history.papers, deadline };
    openProblem.value = null;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    if (isLatest()) openProblem.value = error;
  }
}

export function close(): void {
  wanted = "";
  loads.end();
  opened.value = null;
  openProblem.value = null;
}

whenPersonLeaves(close);

export const reopen = async (): Promise<void> => {
  if (wanted) await open(wanted);
};

onEvent((event) => {
  if (event.topic === "dossiers" && event.data.code === wanted) void reopen();
});
onReload(reopen);
// It becomes late by no event.
setInterval(() => void reopen(), 60_000);
// The deadline's explanation is the core's, in the language that was asked for.
language.subscribe(() => void reopen());

const unsettledActs = 50;
const keys = new ActKeys(unsettledActs);

/** One act of a person, with the same key until it is known. Throws Problem. */
export async function act(code: string, name: ActName, body: DossierAct): Promise<Dossier> {
  const dossier = await keys.once([code, name, body], (key) => actOn(code, name, body, key));
  await reopen();
  return dossier;
}

/** What others did since that version: the acts after it. */
export function actsSince(history: HistoryItem[], version: number): HistoryItem[] {
  return history.filter((each) => Number(each.data?.version ?? 1) > version);
}
