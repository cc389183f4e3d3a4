// What every page needs to know: the office's name, and what day it is there. The server's clock
// counts, not this machine's.

import { computed, signal } from "@preact/signals";

import { answer, api } from "@motcua/api/client";
import { officeDate } from "@motcua/format";

import { getHealth } from "../api";

export const officeName = signal("");

/** How far the server's clock is ahead of this machine's, in milliseconds. */
const ahead = signal<number | undefined>(undefined);

export function tellServerTime(instant: string): void {
  ahead.value = Date.parse(instant) - Date.now();
}

/** The moment at the office; undefined until the server has told it. */
export function officeNow(): Date | undefined {
  return ahead.value === undefined ? undefined : new Date(Date.now() + ahead.value);
}

export const today = computed(() => {
  const now = officeNow();
  return now && officeDate(now);
});

export async function loadOffice(): Promise<void> {
  const [health, queue] = await Promise.all([getHealth(), answer(api.GET("/api/v1/queue"))]);
  tellServerTime(health.now);
  officeName.value = queue.office;
}
