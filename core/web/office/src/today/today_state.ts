// Today's figures, loaded anew when something happened in the room, and known to be of some moment.

import { signal } from "@preact/signals";

import { follow, type Following } from "@motcua/api/events";
import { setServerClock } from "@motcua/clock";

import { getToday, type Today } from "../api";
import { resource } from "../shared/resource";

// An event comes with every click in the room: figures anew at most so often.
const shortestPause = 2_000;
// Waiting times grow without any event.
const longestPause = 30_000;

export const figures = resource<Today>();

/** Since when the page hears nothing of the room; null while it does. */
export const lostSince = signal<Date | null>(null);

let last = 0;
let timer = 0;

async function load(): Promise<void> {
  clearTimeout(timer);
  last = Date.now();
  timer = window.setTimeout(() => void load(), longestPause);
  await figures.load(getToday);
  const { value } = figures.value;
  if (value) setServerClock(value.now);
}

/** Soon, but not oftener than the pause. */
function loadSoon(): void {
  clearTimeout(timer);
  const wait = Math.max(0, last + shortestPause - Date.now());
  timer = window.setTimeout(() => void load(), wait);
}

export const reload = load;

/** For as long as the page is shown; gives what ends it. */
export function followToday(): () => void {
  void load();
  const following: Following = follow({
    // without `since`: only that something happened counts, not what
    path: () => "/api/v1/events?topics=queue,dossiers",
    onMessage: loadSoon,
    onOpen: loadSoon,
  });
  let wasConnected = false;
  const unsubscribe = following.lostSince.subscribe((since) => {
    if (since === null) wasConnected = true;
    lostSince.value = wasConnected ? since : null; // the first connecting is no loss
  });
  return () => {
    unsubscribe();
    following.stop();
    clearTimeout(timer);
  };
}
