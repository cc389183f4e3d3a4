// Which dossiers are being looked at: those that a figure counts, or that are due. Kept apart from
// the address, which says nothing of people.

import { sortText, type Order } from "@motcua/list_order";
import { whenPersonLeaves } from "@motcua/session";
import { signal } from "@preact/signals";

import { getCounted, getDossiers, type DossierPage, type GroupBy, type PageQuestion } from "../api";
import type { Period } from "../period/periods";
import { cursorOf, firstPage, type PagePath } from "../shared/page_path";
import { resource } from "../shared/resource";

export const pageLength = 100;

/** One list of dossiers; several stand side by side, as a form's column counts several figures. */
export interface DossierQuery {
  name: string;
  fetch: (page: PageQuestion) => Promise<DossierPage>;
}

export interface DossierList {
  title: string;
  queries: DossierQuery[];
}

export const opened = signal<DossierList | null>(null);
export const chosen = signal(0);
export const openedCode = signal<string | null>(null);

export interface ShownPage {
  page: DossierPage;
  path: PagePath;
}
export const shown = resource<ShownPage>();

/** What the whole list is sorted by; without one its own order. */
const sort = signal<string | undefined>(undefined);

export function openDossiers(title: string, queries: DossierQuery[]): void {
  opened.value = { title, queries };
  sort.value = undefined;
  choose(0);
}

export function choose(index: number): void {
  chosen.value = index;
  void loadPage(firstPage, true);
}

/** All of the list in another order, from its beginning. */
export function sortBy(order: Order): void {
  sort.value = sortText(order);
  void loadPage(firstPage);
}

export async function loadPage(path: PagePath, fresh = false): Promise<void> {
  const query = opened.value?.queries[chosen.value];
  if (!query) return;
  const question = {
    limit: pageLength,
    ...(sort.value !== undefined && { sort: sort.value }),
    ...cursorOf(path),
  };
  await shown.load(async () => ({ page: await query.fetch(question), path }), { fresh });
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
    fetch: (page) => getCounted({ ...period, ...group, figure, ...page }),
  };
}

/** The dossiers of a state now: overdue, due_today, suspended, open. */
export function withStatus(name: string, status: string): DossierQuery {
  return { name, fetch: (page) => getDossiers(status, page) };
}
