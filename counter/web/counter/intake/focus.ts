// Where the officer's hands go next in an intake.

const later = (id: string) =>
  // after the change that is being made is on the screen
  window.setTimeout(() => document.getElementById(id)?.focus(), 30);

export const focusName = () => later("intake-name");
export const focusProcedure = () => later("intake-procedure");
export const focusPapers = () => later("paper-0");
export const focusCopies = () => later("copy-name-0");
