// Follows a WebSocket of JSON messages for as long as the page is open: connects anew, a little
// later each time, and says honestly since when it is out of date.

import { signal, type ReadonlySignal } from "@preact/signals";

const firstWait = 300;
const longestWait = 5_000;
// The core pings every 20 s, but a browser does not show pings, and no wire tells of a server whose
// power failed: a page that heard nothing for so long opens a second socket, and when that does not
// come about in time, nobody is there.
const longestSilence = 45_000;
const longestProbe = 5_000;

export interface Following {
  readonly connected: ReadonlySignal<boolean>;
  /** Since when nothing can be known; null while connected. */
  readonly lostSince: ReadonlySignal<Date | null>;
  /** Connects anew without a gap, as what `path` asks for has changed. */
  renew(): void;
  stop(): void;
}

export interface FollowOptions {
  /** Path and query to connect to, made anew each time (with `since`). */
  path: () => string;
  onMessage: (message: unknown) => void;
  /** Connected, also again: load what may have been missed. */
  onOpen?: () => void;
}

export function follow({ path, onMessage, onOpen }: FollowOptions): Following {
  const connected = signal(false);
  const lostSince = signal<Date | null>(new Date());
  let socket: WebSocket | undefined;
  let wait = firstWait;
  let timer = 0;
  let silence = 0;
  let stopped = false;

  const lost = () => {
    if (connected.value || lostSince.value === null) lostSince.value = new Date();
    connected.value = false;
    clearTimeout(silence);
    if (stopped) return;
    timer = window.setTimeout(connect, wait);
    wait = Math.min(wait * 2, longestWait);
  };
  const heard = () => {
    clearTimeout(silence);
    silence = window.setTimeout(probe, longestSilence);
  };
  // Opens a second socket, and leaves the first when that has come about.
  const probe = () => {
    const old = socket;
    connect();
    const opened = socket;
    silence = window.setTimeout(() => opened?.close(), longestProbe);
    opened?.addEventListener("open", () => old?.close());
  };
  const connect = () => {
    const url = new URL(path(), location.href);
    url.protocol = url.protocol.replace("http", "ws");
    const opened = new WebSocket(url);
    socket = opened;
    opened.onopen = () => {
      wait = firstWait;
      lostSince.value = null;
      connected.value = true;
      heard();
      onOpen?.();
    };
    opened.onmessage = (event) => {
      heard();
      onMessage(JSON.parse(String(event.data)));
    };
    opened.onclose = () => {
      if (socket === opened) lost();
    };
  };
  // A network that came back is used at once.
  const hurry = () => {
    if (connected.value || stopped) return;
    clearTimeout(timer);
    socket?.close();
    socket = undefined;
    connect();
  };
  window.addEventListener("online", hurry);
  connect();
  return {
    connected,
    lostSince,
    renew() {
      clearTimeout(silence);
      if (connected.value) probe();
    },
    stop() {
      stopped = true;
      window.removeEventListener("online", hurry);
      clearTimeout(timer);
      clearTimeout(silence);
      socket?.close();
    },
  };
}
