// At which counter this machine stands: remembered here, as it is of the room and not of a person.

import { signal } from "@preact/signals";

const key = "motcua.counter";

function stored(): number | null {
  try {
    const value = Number(localStorage.getItem(key));
    return Number.isInteger(value) && value > 0 ? value : null;
  } catch {
    return null; // storage is switched off: asked for each time
  }
}

export const counter = signal<number | null>(stored());
/** The dialog that asks for it is open. */
export const choosing = signal(false);

export function chooseCounter(number: number | null): void {
  counter.value = number;
  try {
    if (number === null) localStorage.removeItem(key);
    else localStorage.setItem(key, String(number));
  } catch {
    // see above
  }
}
