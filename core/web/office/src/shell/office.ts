// What every page needs to know of the office: its name and its clock.

import { signal } from "@preact/signals";

import { answer, api, Problem } from "@motcua/api/client";
import { setServerClock } from "@motcua/clock";

import { getHealth } from "../api";

const tryAgainAfter = 3_000;

export const officeName = signal("");
/** Why it is not known: no period and no calendar can be shown without the office's day. */
export const officeProblem = signal<Problem | null>(null);

async function load(): Promise<void> {
  const [health, queue] = await Promise.all([getHealth(), answer(api.GET("/api/v1/queue"))]);
  setServerClock(health.now);
  officeName.value = queue.office;
}

/** Asks until it is known, for as long as the office is shown; gives what ends it. */
export function followOffice(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let left = false;
  const ask = async () => {
    try {
      await load();
      officeProblem.value = null;
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      if (left) return;
      officeProblem.value = problem;
      timer = setTimeout(() => void ask(), tryAgainAfter);
    }
  };
  void ask();
  return () => {
    left = true;
    officeProblem.value = null;
    clearTimeout(timer);
  };
}
