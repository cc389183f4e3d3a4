// When a screen was left alone: asks, then returns to the start, where the next person finds
// everything as usual. Pure; idle_watch ties it to the page.

export const quietBeforeAsking = 60_000;
export const askedFor = 15_000;

export type Idle = { step: "none" } | { step: "ask"; secondsLeft: number } | { step: "leave" };

/** `quiet`: milliseconds since the last touch. At the start nobody needs to be asked. */
export function idleAfter(quiet: number, { isStart }: { isStart: boolean }): Idle {
  if (quiet < quietBeforeAsking) return { step: "none" };
  const left = quietBeforeAsking + askedFor - quiet;
  if (isStart || left <= 0) return { step: "leave" };
  return { step: "ask", secondsLeft: Math.ceil(left / 1000) };
}
