// Finds dossiers by code, name, ID number or phone. The question goes in a body: it holds personal
// data, which belongs into no address and no log.

import { Problem } from "@motcua/api/client";
import { whenPersonLeaves } from "@motcua/session";
import { Turns } from "@motcua/turns";
import { signal } from "@preact/signals";

import { type DossierSummary, searchDossiers } from "../api";
import { go, openDossier } from "../navigation";
import { isScan } from "../scan/code";
import { readScan } from "../scan/read";

export interface Found {
  query: string;
  items: DossierSummary[];
  next: number | null;
  problem: Problem | null;
  busy: boolean;
}

const page = 50;

export const found = signal<Found | null>(null);

const turns = new Turns();

async function load(query: string, skip: number, isLatest: () => boolean): Promise<void> {
  try {
    const answer = await searchDossiers({ q: query, limit: page, skip });
    if (!isLatest()) return; // something else was asked in between
    found.value = {
      query,
      items: [...(skip === 0 ? [] : (found.value?.items ?? [])), ...answer.items],
      next: answer.next_skip,
      problem: null,
      busy: false,
    };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    if (isLatest() && found.value) found.value = { ...found.value, problem: error, busy: false };
  }
}

export async function searchFor(text: string): Promise<void> {
  const query = text.trim();
  const isLatest = turns.begin();
  const scan = isScan(query) ? await readScan(query) : undefined;
  if (!isLatest()) return;
  if (scan?.kind === "dossier") {
    openDossier(scan.code);
    return;
  }
  found.value = { query, items: [], next: null, problem: null, busy: true };
  go({ screen: "work" });
  await load(query, 0, isLatest);
}

export async function searchOn(): Promise<void> {
  const here = found.value;
  if (!here || here.next === null || here.busy) return;
  found.value = { ...here, busy: true };
  await load(here.query, here.next, turns.begin());
}

export function endSearch(): void {
  turns.end();
  found.value = null;
}

whenPersonLeaves(endSearch);
