import { signal } from "@preact/signals";

import { idleAfter } from "./idle";
import { leave } from "./leave";
import { screen } from "./screen";

/** Counts down while the question is shown; null: not asked. */
export const secondsLeft = signal<number | null>(null);

let touchedAt = 0;

export function stay(): void {
  touchedAt = performance.now();
  secondsLeft.value = null;
}

export function watchIdle(): void {
  stay();
  // A touch while the question is shown answers it, wherever it is.
  for (const type of ["pointerdown", "keydown", "wheel"])
    window.addEventListener(type, stay, { capture: true, passive: true });
  screen.subscribe(stay);
  setInterval(() => {
    // Printing takes what it takes, and the ticket's screen leaves by itself.
    if (screen.value.name === "ticket") return stay();
    const isStart = screen.value.name === "start";
    const idle = idleAfter(performance.now() - touchedAt, { isStart });
    secondsLeft.value = idle.step === "ask" ? idle.secondsLeft : null;
    if (idle.step === "leave") {
      leave();
      stay();
    }
  }, 250);
}
