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
  /** Connects anew without a gap where `path` asks for something else by now. */
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
  let socket: WebSocket | undefined; // the one that was opened last
  let before: WebSocket | undefined; // heard until that one has come about
  let asked = ""; // the path of the one that was opened last
  let wait = firstWait;
  let timer = 0;
  let silence = 0;
  let deadline = 0;
  let stopped = false;

  // A socket that was left tells nothing more, whatever is still on its way.
  const isOurs = (opened: WebSocket) => opened === socket || opened === before;
  const leaveAll = () => {
    const left = [before, socket];
    before = undefined;
    socket = undefined;
    for (const each of left) each?.close();
    for (const each of [timer, silence, deadline]) clearTimeout(each);
  };
  const lost = () => {
    leaveAll();
    if (connected.value || lostSince.value === null) lostSince.value = new Date();
    connected.value = false;
    timer = window.setTimeout(connect, wait);
    wait = Math.min(wait * 2, longestWait);
  };
  const heard = () => {
    clearTimeout(silence);
    silence = window.setTimeout(probe, longestSilence);
  };
  // Opens a second socket, and leaves the first when that has come about.
  const probe = () => {
    const unopened = before && socket;
    before ??= socket;
    connect();
    unopened?.close();
    clearTimeout(deadline);
    deadline = window.setTimeout(lost, longestProbe);
  };
  const connect = () => {
    asked = path();
    const url = new URL(asked, location.href);
    url.protocol = url.protocol.replace("http", "ws");
    const opened = new WebSocket(url);
    socket = opened;
    opened.onopen = () => {
      if (opened !== socket) return;
      const left = before;
      before = undefined;
      left?.close();
      clearTimeout(deadline);
      wait = firstWait;
      lostSince.value = null;
      connected.value = true;
      heard();
      onOpen?.();
    };
    opened.onmessage = (event) => {
      if (!isOurs(opened)) return;
      heard();
      onMessage(JSON.parse(String(event.data)));
    };
    opened.onclose = () => {
      if (opened === before) before = undefined;
      else if (opened === socket) lost();
    };
  };
  // A network that came back is used at once.
  const hurry = () => {
    if (connected.value || stopped) return;
    leaveAll();
    connect();
  };
  window.addEventListener("online", hurry);
  connect();
  return {
    connected,
    lostSince,
    renew() {
      if (stopped || path() === asked) return;
      if (connected.value) probe();
      else hurry();
    },
    stop() {
      stopped = true;
      window.removeEventListener("online", hurry);
      leaveAll();
    },
  };
}
