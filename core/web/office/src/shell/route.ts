// Where a person is, in the address after `#`: page and what it shows (dates, never a person), so
// that it can be reloaded, bookmarked and gone back from.

import { computed, signal } from "@preact/signals";

export interface Route {
  page: string;
  query: URLSearchParams;
}

export function readRoute(hash: string): Route {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split("?");
  return { page: path, query: new URLSearchParams(query) };
}

export function writeRoute(page: string, query: Record<string, string | undefined> = {}): string {
  const known = Object.entries(query).filter((each): each is [string, string] => Boolean(each[1]));
  const text = new URLSearchParams(known).toString();
  return `#/${page}${text ? `?${text}` : ""}`;
}

const hash = signal(globalThis.location?.hash ?? "");
export const route = computed(() => readRoute(hash.value));

globalThis.addEventListener?.("hashchange", () => {
  hash.value = location.hash;
});

/** `replace` for what is no place of its own, as a choice within the page. */
export function goTo(target: string, { replace = false } = {}): void {
  if (replace) history.replaceState(null, "", target);
  else history.pushState(null, "", target);
  hash.value = location.hash;
}
globalThis.addEventListener?.("popstate", () => {
  hash.value = location.hash;
});
