// Paper is white: while the page is printed it has the light colours, charts as well.

import { signal } from "@preact/signals";

import { theme } from "@motcua/theme/theme";

/** Charts draw themselves anew when it changes. */
export const isPrinting = signal(false);

export function followPrinting(): void {
  window.addEventListener("beforeprint", () => {
    document.documentElement.dataset.theme = "light";
    isPrinting.value = true;
  });
  window.addEventListener("afterprint", () => {
    document.documentElement.dataset.theme = theme.value;
    isPrinting.value = false;
  });
}
