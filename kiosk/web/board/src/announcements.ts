// The calls still to be spoken, one after the other. Pure.

import type { RoomCall } from "./room";

/** More do not wait: the oldest are then only seen, for the room cannot listen for so long. */
export const mostWaiting = 10;
/** With so many waiting each is spoken once only. */
export const manyWaiting = 4;
/** A call older than this is not spoken any more: it came while the board was cut off. */
export const oldestSpoken = 60_000;

/** A call that is repeated while it still waits is spoken once. */
export function add(
  waiting: readonly RoomCall[],
  calls: readonly RoomCall[],
  now: number,
): RoomCall[] {
  const news = calls.filter((each) => now - Date.parse(each.at) < oldestSpoken);
  const rest = waiting.filter((each) => !news.some((other) => other.code === each.code));
  return [...rest, ...news].slice(-mostWaiting);
}

/** Without those who have come, were sent away or given up meanwhile. */
export function stillCalled(
  waiting: readonly RoomCall[],
  isCalled: (call: RoomCall) => boolean,
): RoomCall[] {
  return waiting.filter(isCalled);
}
