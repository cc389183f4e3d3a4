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

/** The question must not go from under the finger that answers it. */
function touched(): void {
  if (secondsLeft.value === null) stay();
}

export function watchIdle(): void {
  stay();
  for (const type of ["pointerdown", "keydown", "wheel"])
    window.addEventListener(type, touched, { capture: true, passive: true });
  // Wherever the screen was touched, the question is answered: after what was touched has acted.
  window.addEventListener("click", stay);
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
