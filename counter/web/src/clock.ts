// The server's clock: waiting times and what is late do not depend on this machine's.

import { signal } from "@preact/signals";

let ahead = 0; // ms that the server's clock is ahead of this machine's

/** The server's now, anew each second. */
export const now = signal(new Date());

function tick(): void {
  now.value = new Date(Date.now() + ahead);
}

export function setServerClock(instant: string): void {
  ahead = Date.parse(instant) - Date.now();
  tick();
}

setInterval(tick, 1_000);
