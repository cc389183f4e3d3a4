// The core's events, followed for as long as somebody is logged in. Who listens gets each event
// once and in order; `onReload` says that the state is to be loaded anew.

import { Problem } from "@motcua/api/client";
import { type Following, follow } from "@motcua/api/events";
import { tellMistake } from "@motcua/mistakes";
import { signal } from "@preact/signals";

import type { DossierEvent, QueueEvent } from "./api";

export type FeedEvent = QueueEvent | DossierEvent;

export const connected = signal(false);
/** Since when nothing can be known of the core; null while connected. */
export const lostSince = signal<Date | null>(null);

const listeners = new Set<(event: FeedEvent) => void>();
const reloaders = new Set<() => Promise<void>>();
let following: Following | undefined;
let endFollowing: (() => void)[] = [];
let seq: number | null = null; // of the last event heard, or of the state that was loaded

// A state is loaded while events come in, and may be older than the last of them.
const mostKept = 500;
let heard: FeedEvent[] = []; // on this connection, the last ones

export function onEvent(listener: (event: FeedEvent) => void): void {
  listeners.add(listener);
}

/** Called whenever what is shown may be out of date. */
export function onReload(reload: () => Promise<void>): void {
  reloaders.add(reload);
}

/** The state that was loaded is that of `loadedSeq`. Returns the events after it that were heard
 *  while it was on its way: whoever loaded it applies them. */
export function startFrom(loadedSeq: number): FeedEvent[] {
  const later = heard.filter((each) => each.seq > loadedSeq);
  seq = later.at(-1)?.seq ?? loadedSeq;
  return later;
}

/** What the core could not be asked is asked again with the next connection; a mistake is told. */
export async function reloadAll(): Promise<void> {
  for (const each of await Promise.allSettled([...reloaders].map((reload) => reload()))) {
    if (each.status === "rejected" && !(each.reason instanceof Problem)) tellMistake(each.reason);
  }
}

function hear(message: unknown): void {
  const event = message as FeedEvent;
  if (event.type === ("reload" as string)) {
    seq = event.seq;
    heard = [];
    void reloadAll();
    return;
  }
  if (seq !== null && event.seq <= seq) return;
  seq = event.seq;
  heard = [...heard.slice(1 - mostKept), event];
  for (const listener of listeners) listener(event);
}

export function startFeed(): void {
  if (following) return;
  const socket = follow({
    path: () => `/api/v1/events?topics=queue,dossiers${seq === null ? "" : `&since=${seq}`}`,
    onMessage: hear,
    onOpen: () => {
      heard = [];
      void reloadAll();
    },
  });
  following = socket;
  endFollowing = [
    socket.connected.subscribe((value) => {
      connected.value = value;
    }),
    socket.lostSince.subscribe((value) => {
      lostSince.value = value;
    }),
  ];
}

export function stopFeed(): void {
  for (const end of endFollowing) end();
  endFollowing = [];
  following?.stop();
  following = undefined;
  seq = null;
  heard = [];
  connected.value = false;
  lostSince.value = null;
}
