// The office's clock is the server's, not this machine's.

import { computed, signal } from "@preact/signals";

import { officeDate } from "@motcua/format";

/** How far the server's clock is ahead of this machine's, in milliseconds. */
const ahead = signal<number | undefined>(undefined);

export function tellServerTime(instant: string): void {
  ahead.value = Date.parse(instant) - Date.now();
}

/** What the office's clock showed at a moment of this machine's. */
export function atOffice(moment: Date): Date {
  return new Date(moment.getTime() + (ahead.peek() ?? 0));
}

/** The moment at the office; undefined until the server has told it. */
export function officeNow(): Date | undefined {
  return ahead.value === undefined ? undefined : new Date(Date.now() + ahead.value);
}

export const today = computed(() => {
  const now = officeNow();
  return now && officeDate(now);
});
