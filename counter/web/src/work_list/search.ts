// Finds dossiers by code, name, ID number or phone. The question goes in a body: it holds personal
// data, which belongs into no address and no log.

import { Problem } from "@motcua/api/client";
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

async function load(query: string, skip: number): Promise<void> {
  try {
    const answer = await searchDossiers({ q: query, limit: page, skip });
    if (found.value?.query !== query) return; // something else was asked in between
    found.value = {
      query,
      items: [...(skip === 0 ? [] : found.value.items), ...answer.items],
      next: answer.next_skip,
      problem: null,
      busy: false,
    };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    if (found.value?.query === query) found.value = { ...found.value, problem: error, busy: false };
  }
}

export async function searchFor(text: string): Promise<void> {
  const query = text.trim();
  const scan = isScan(query) ? await readScan(query) : undefined;
  if (scan?.kind === "dossier") {
    openDossier(scan.code);
    return;
  }
  found.value = { query, items: [], next: null, problem: null, busy: true };
  go({ screen: "work" });
  await load(query, 0);
}

export async function searchOn(): Promise<void> {
  const here = found.value;
  if (!here || here.next === null || here.busy) return;
  found.value = { ...here, busy: true };
  await load(here.query, here.next);
}

export function endSearch(): void {
  found.value = null;
}
