// The office's clock is the server's, not this machine's: waiting times and what day it is do not
// depend on how a machine is set.

import { computed, signal } from "@preact/signals";

import { officeDate } from "./format";

/** How far the server's clock is ahead of this machine's, in milliseconds; undefined until told. */
const ahead = signal<number | undefined>(undefined);

/** The server's now, anew each second; this machine's until the server has told it. */
export const now = signal(new Date());

function tick(): void {
  now.value = atOffice(new Date());
}

export function setServerClock(instant: string): void {
  ahead.value = Date.parse(instant) - Date.now();
  tick();
}

/** What the office's clock showed at a moment of this machine's. */
export function atOffice(moment: Date): Date {
  return new Date(moment.getTime() + (ahead.peek() ?? 0));
}

/** The day at the office; undefined until the server has told its clock. */
export const today = computed(() =>
  ahead.value === undefined ? undefined : officeDate(now.value),
);

setInterval(tick, 1_000);
