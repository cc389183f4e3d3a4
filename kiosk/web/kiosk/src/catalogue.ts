// The procedures, loaded when first looked for, in the language of then, and anew in another: so few
// that finding one needs no server.

import { signal } from "@preact/signals";

import { Problem } from "@motcua/api/client";
import { language } from "@motcua/language";

import { getProcedures, type ProcedureVersion } from "./api";

const pageSize = 100;
const mostPages = 20;
const oldest = 10 * 60_000;

export interface Catalogue {
  items: readonly ProcedureVersion[];
  asOf: string | null;
  fromCopy: boolean;
}

export const catalogue = signal<Catalogue | null>(null);
export const catalogueFailed = signal(false);

let loadedAt = -oldest;
let loadedIn: string | undefined;
let loading = false;

export async function loadCatalogue(): Promise<void> {
  const spoken = language.peek();
  const isFresh = loadedIn === spoken && performance.now() - loadedAt < oldest;
  if (loading || isFresh) return;
  loading = true;
  catalogueFailed.value = false;
  try {
    const items: ProcedureVersion[] = [];
    for (let page = 0; page < mostPages; ++page) {
      const part = await getProcedures(items.length, pageSize);
      items.push(...part.items);
      if (items.length >= part.total || part.items.length === 0) {
        catalogue.value = { items, asOf: part.as_of ?? null, fromCopy: part.from_copy ?? false };
        break;
      }
    }
    loadedAt = performance.now();
    loadedIn = spoken;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    catalogueFailed.value = catalogue.value === null;
  } finally {
    loading = false;
  }
}
