// Who was logged in on this tab, so that a reload while the core is away does not stop the work:
// the core still has the last word as soon as it is back.

import { Problem } from "@motcua/api/client";
import { loadSession, type Person, person } from "@motcua/session";

const key = "motcua.person";
const retryAfter = 3_000;

function stored(): Person | null {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? "null") as Person | null;
  } catch {
    return null;
  }
}

person.subscribe((who) => {
  if (who === undefined) return;
  try {
    if (who) sessionStorage.setItem(key, JSON.stringify(who));
    else sessionStorage.removeItem(key);
  } catch {
    // storage is switched off: a reload waits for the core
  }
});

async function askAgain(): Promise<void> {
  try {
    await loadSession();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    window.setTimeout(() => void askAgain(), retryAfter);
  }
}

/** Throws Problem when the core is away and nobody is remembered. */
export async function loadOrRemember(): Promise<void> {
  try {
    await loadSession();
  } catch (error) {
    const who = stored();
    if (!(error instanceof Problem) || !who) throw error;
    person.value = who;
    window.setTimeout(() => void askAgain(), retryAfter);
  }
}
