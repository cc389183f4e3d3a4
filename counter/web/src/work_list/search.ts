// Finds dossiers by code, name, ID number or phone. The question goes in a body: it holds personal
// data, which belongs into no address and no log.

import { Problem } from "@motcua/api/client";
import { orderOf, sortText, type Order } from "@motcua/list_order";
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
  next: string | null;
  /** Of all that was found; so many at least where `isMore`. */
  count: number;
  isMore: boolean;
  order: Order | undefined;
  problem: Problem | null;
  busy: boolean;
}

const page = 50;

export const found = signal<Found | null>(null);

const turns = new Turns();

async function load(here: Found, isLatest: () => boolean): Promise<void> {
  try {
    const answer = await searchDossiers({
      q: here.query,
      limit: page,
      ...(here.order && { sort: sortText(here.order) }),
      ...(here.next !== null && { cursor: here.next }),
    });
    if (!isLatest()) return; // something else was asked in between
    found.value = {
      ...here,
      items: [...here.items, ...answer.items],
      next: answer.next_cursor,
      count: answer.count ?? answer.count_at_least ?? 0,
      isMore: answer.count === null,
      order: orderOf(answer.sort),
      problem: null,
      busy: false,
    };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    if (isLatest() && found.value) found.value = { ...found.value, problem: error, busy: false };
  }
}

async function begin(query: string, order: Order | undefined, isLatest: () => boolean) {
  const nothing = { items: [], next: null, count: 0, isMore: false, problem: null };
  found.value = { query, order, ...nothing, busy: true };
  await load(found.value, isLatest);
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
  go({ screen: "work" });
  await begin(query, undefined, isLatest);
}

export async function searchOn(): Promise<void> {
  const here = found.value;
  if (!here || here.next === null || here.busy) return;
  found.value = { ...here, busy: true };
  await load(found.value, turns.begin());
}

/** All that was found in another order, from its beginning. */
export async function sortFound(order: Order): Promise<void> {
  if (found.value) await begin(found.value.query, order, turns.begin());
}

export function endSearch(): void {
  turns.end();
  found.value = null;
}

whenPersonLeaves(endSearch);
