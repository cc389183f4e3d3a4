// Which dossiers are being looked at: those that a figure counts, or that are due. Kept apart from
// the address, which says nothing of people.

import { whenPersonLeaves } from "@motcua/session";
import { signal } from "@preact/signals";

import {
  getCounted,
  getDossiers,
  type DossierPage,
  type DossierSummary,
  type GroupBy,
} from "../api";
import type { Period } from "../period/periods";
import { resource } from "../shared/resource";

export const pageLength = 100;

/** One list of dossiers; several stand side by side, as a form's column counts several figures. */
export interface DossierQuery {
  name: string;
  fetch: (skip: number, limit: number) => Promise<DossierPage>;
}

export interface DossierList {
  title: string;
  queries: DossierQuery[];
}

export const opened = signal<DossierList | null>(null);
export const chosen = signal(0);
export const openedCode = signal<string | null>(null);

export interface ShownPage {
  items: DossierSummary[];
  total: number | undefined;
  skip: number;
  next: number | null;
}
export const shown = resource<ShownPage>();

export function openDossiers(title: string, queries: DossierQuery[]): void {
  opened.value = { title, queries };
  choose(0);
}

export function choose(index: number): void {
  chosen.value = index;
  void loadFrom(0, true);
}

export async function loadFrom(skip: number, fresh = false): Promise<void> {
  const query = opened.value?.queries[chosen.value];
  if (!query) return;
  await shown.load(
    async () => {
      const page = await query.fetch(skip, pageLength);
      return { items: page.items, total: page.total, skip, next: page.next_skip };
    },
    { fresh },
  );
}

export function closeDossiers(): void {
  opened.value = null;
  shown.clear();
}

whenPersonLeaves(() => {
  closeDossiers();
  openedCode.value = null;
});

/** The dossiers behind a figure of a period, or of one group of it. */
export function counted(
  name: string,
  figure: string,
  period: Period,
  group?: { by: GroupBy; key: string },
): DossierQuery {
  return {
    name,
    fetch: (skip, limit) => getCounted({ ...period, ...group, figure, skip, limit }),
  };
}

/** The dossiers of a state now: overdue, due_today, suspended, open. */
export function withStatus(name: string, status: string): DossierQuery {
  return { name, fetch: (skip, limit) => getDossiers(status, skip, limit) };
}
