// The agent of this machine, where there is one: printers, scanners, the scanner's folder.

import { Problem } from "@motcua/api/client";
import { type Following, follow } from "@motcua/api/events";
import { fetchJson } from "@motcua/api/wire";
import { language } from "@motcua/language";
import { person, whenPersonLeaves } from "@motcua/session";
import { computed, signal } from "@preact/signals";

import { type Scan, type ScanMessage, scanOf } from "../scan/code";

export interface Part {
  state: string;
  text: string;
  name?: string;
}

export interface AgentState {
  agent: "counter";
  counter: number | null;
  core: { online: boolean; lost_since: string | null };
  printers: { sheet?: Part; receipt?: Part };
  scanners: (Part & { name: string })[];
  folder: { path_name: string; state: string; text?: string };
}

/** A file in the scanner's folder. `code`: the dossier whose code was found on it. */
export interface ScannedFile {
  id: string;
  name: string;
  type: string;
  bytes: number;
  at: string;
  code?: string;
  /** Why it cannot be attached, as a sentence. */
  problem?: string;
}

/** Undefined: not asked yet; null: the page comes straight from the core. */
export const agent = signal<AgentState | null | undefined>(undefined);
export const agentAway = signal(false);
export const hasAgent = computed(() => Boolean(agent.value));
export const files = signal<ScannedFile[]>([]);

let following: Following | undefined;
let tellScan: (scan: Scan) => void = () => {};

export function whenScanned(handler: (scan: Scan) => void): void {
  tellScan = handler;
}

function hear(message: unknown): void {
  const { type, data } = message as { type: string; data: unknown };
  if (type === "state") agent.value = data as AgentState;
  if (type === "scan") tellScan(scanOf(data as ScanMessage));
  if (type === "file") {
    const file = data as ScannedFile;
    files.value = [...files.value.filter((each) => each.id !== file.id), file];
  }
  if (type === "file-gone") {
    const { id } = data as { id: string };
    files.value = files.value.filter((each) => each.id !== id);
  }
}

export async function loadFiles(): Promise<void> {
  if (!agent.value || !person.value) return;
  try {
    files.value = (await fetchJson<{ items: ScannedFile[] }>("GET", "/local/files")).items;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
  }
}

whenPersonLeaves(() => {
  files.value = [];
});

/** Asks once whether there is an agent, and follows it if so. */
export async function findAgent(): Promise<void> {
  try {
    agent.value = await fetchJson<AgentState>("GET", "/local/state");
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    agent.value = null;
    return;
  }
  following ??= follow({
    path: () => `/local/events?language=${language.value}`,
    onMessage: hear,
    onOpen: () => void loadFiles(),
  });
  // The agent's sentences come in the language that the socket asked for.
  language.subscribe(() => following?.renew());
  following.lostSince.subscribe((since) => (agentAway.value = since !== null));
}

export const filePath = (id: string) => `/local/files/${encodeURIComponent(id)}`;

export async function loadFile(file: ScannedFile): Promise<Blob> {
  const response = await fetch(filePath(file.id)).catch(() => undefined);
  if (!response?.ok) throw new Problem(response?.status ?? 0, {});
  const bytes = await response.arrayBuffer().catch(() => {
    throw new Problem(0, {});
  });
  return new Blob([bytes], { type: file.type });
}

export const fileDone = (id: string, dossier: string) =>
  fetchJson<unknown>("POST", `${filePath(id)}/done`, { body: { dossier } });
