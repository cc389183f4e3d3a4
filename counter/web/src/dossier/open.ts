// The dossier on the screen, kept up to date while it is shown.

import { newKey, Problem } from "@motcua/api/client";
import { language } from "@motcua/language";
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

export async function open(code: string): Promise<void> {
  wanted = code;
  if (opened.value?.dossier.code !== code) opened.value = null;
  try {
    const [dossier, history, deadline] = await Promise.all([
      loadDossier(code),
      loadHistory(code),
      loadDeadline(code).catch(() => null),
    ]);
    if (wanted !== code) return; // another one was opened in between
    opened.value = { dossier, history: history.items, papers: history.papers, deadline };
    openProblem.value = null;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    if (wanted === code) openProblem.value = error;
  }
}

export function close(): void {
  wanted = "";
  opened.value = null;
  openProblem.value = null;
}

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

const keys = new Map<string, string>();

/** One act of a person, with the same key until it is known. Throws Problem. */
export async function act(code: string, name: ActName, body: DossierAct): Promise<Dossier> {
  const identity = `${code} ${name} ${JSON.stringify(body)}`;
  const key = keys.get(identity) ?? newKey();
  keys.set(identity, key);
  try {
    const dossier = await actOn(code, name, body, key);
    keys.delete(identity);
    await reopen();
    return dossier;
  } catch (error) {
    if (error instanceof Problem && !error.mayTryAgain) keys.delete(identity);
    throw error;
  }
}

/** What others did since that version: the acts after it. */
export function actsSince(history: HistoryItem[], version: number): HistoryItem[] {
  return history.filter((each) => Number(each.data?.version ?? 1) > version);
}
