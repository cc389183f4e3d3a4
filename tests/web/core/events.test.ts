import { afterAll, beforeEach, expect, test, vi } from "vitest";

import { stubBrowser } from "../browser";

stubBrowser();
vi.useFakeTimers();
afterAll(() => vi.useRealTimers());

/** A socket whose other end is the test. */
class Socket {
  static made: Socket[] = [];
  onopen: () => void = () => {};
  onmessage: (event: { data: string }) => void = () => {};
  onclose: () => void = () => {};
  closed = false;
  constructor(readonly url: URL) {
    Socket.made.push(this);
  }
  close(): void {
    this.closed = true;
  }
  say(message: unknown): void {
    this.onmessage({ data: JSON.stringify(message) });
  }
}
vi.stubGlobal("WebSocket", Socket);

const { follow } = await import("@motcua/api/events");

const silence = 45_000;
const probe = 5_000;

let language = "vi";
let heard: unknown[] = [];
function begin() {
  const following = follow({
    path: () => `/local/events?language=${language}`,
    onMessage: (message) => heard.push(message),
  });
  return { following, first: Socket.made[0] as Socket };
}

beforeEach(() => {
  Socket.made = [];
  heard = [];
  language = "vi";
});

test("a second socket that does not come about is the end of the first, which tells nothing more", () => {
  const { following, first } = begin();
  first.onopen();
  vi.advanceTimersByTime(silence);
  expect(Socket.made).toHaveLength(2);
  first.say("late"); // still heard while the second is tried
  vi.advanceTimersByTime(probe);
  expect(following.connected.value).toBe(false);
  expect([first.closed, Socket.made[1]?.closed]).toEqual([true, true]);
  first.say("from a socket that was left");
  expect(heard).toEqual(["late"]);
  following.stop();
});

test("a second socket that comes about takes over, and the first is left", () => {
  const { following, first } = begin();
  first.onopen();
  vi.advanceTimersByTime(silence);
  const second = Socket.made[1] as Socket;
  second.onopen();
  first.say("old");
  first.onclose();
  second.say("new");
  expect(heard).toEqual(["new"]);
  expect([first.closed, following.connected.value]).toEqual([true, true]);
  following.stop();
});

test("stopped in the middle of a probe nothing is open, said or tried again", () => {
  const { following, first } = begin();
  first.onopen();
  vi.advanceTimersByTime(silence);
  following.stop();
  for (const each of Socket.made) {
    expect(each.closed).toBe(true);
    each.onopen();
    each.say("late");
    each.onclose();
  }
  vi.advanceTimersByTime(10 * silence);
  expect(heard).toEqual([]);
  expect([following.connected.value, following.lostSince.value]).toEqual([true, null]);
  expect(Socket.made).toHaveLength(2);
});

test("what is asked for anew while it connects is asked for at once, in the language of now", () => {
  const { following, first } = begin();
  following.renew(); // nothing has changed
  expect(Socket.made).toHaveLength(1);
  language = "en";
  following.renew();
  expect(first.closed).toBe(true);
  expect(Socket.made[1]?.url.search).toBe("?language=en");
  Socket.made[1]?.onopen();
  language = "vi";
  following.renew();
  expect(Socket.made[2]?.url.search).toBe("?language=vi");
  expect(Socket.made[1]?.closed).toBe(false); // without a gap
  following.stop();
});
