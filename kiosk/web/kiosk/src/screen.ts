// Where the citizen is: a stack of screens, so that "back" is always the one before.

import { computed, signal } from "@preact/signals";

export type Screen =
  | { name: "start" }
  | { name: "service"; letter: string }
  | { name: "ticket" }
  | { name: "procedures"; service?: string }
  | { name: "procedure"; code: string }
  | { name: "scan" }
  | { name: "dossier"; code: string; scan?: number } // each scan shows it anew
  | { name: "place"; code: string; scan?: number }
  | { name: "feedback" };

const start: Screen = { name: "start" };
const deepest = 20; // nobody goes back further

const stack = signal<readonly Screen[]>([start]);

export const screen = computed<Screen>(() => stack.value.at(-1) ?? start);

export function go(next: Screen): void {
  stack.value = [...stack.value.slice(-deepest), next];
}

/** In place of the present one: `back` does not come by it again. */
export function replaceBy(next: Screen): void {
  stack.value = [...stack.value.slice(0, -1), next];
}

export function back(): void {
  stack.value = stack.value.length > 1 ? stack.value.slice(0, -1) : [start];
}

export function home(): void {
  stack.value = [start];
}
