// Where the officer's hands go next in an intake.

let timer = 0;
let pending = false;

function later(id: string): void {
  clearTimeout(timer);
  pending = true;
  timer = window.setTimeout(() => {
    pending = false;
    document.getElementById(id)?.focus();
  }, 30); // after the change that is being made is on the screen
}

export const focusName = () => later("intake-name");
export const focusProcedure = () => later("intake-procedure");
export const focusPapers = () => later("paper-0");
export const focusCopies = () => later("copy-name-0");

/** For a form that has just come up: unless the hands are somewhere, or on their way. */
export function focusNameIfNowhere(): void {
  if (!pending && document.activeElement === document.body) focusName();
}
