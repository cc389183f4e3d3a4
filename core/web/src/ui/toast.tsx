// Short messages at the edge; also read out by screen readers.

import { signal } from "@preact/signals";

export type ToastKind = "good" | "warn" | "bad" | "info";

interface Toast {
  id: number;
  kind: ToastKind;
  text: string;
}

const longest = 4; // older ones go
const shownFor = { good: 5_000, info: 6_000, warn: 12_000, bad: 20_000 };

const toasts = signal<Toast[]>([]);
let last = 0;

export function toast(kind: ToastKind, text: string): void {
  const id = ++last;
  toasts.value = [...toasts.value, { id, kind, text }].slice(-longest);
  setTimeout(() => dismiss(id), shownFor[kind]);
}

function dismiss(id: number): void {
  toasts.value = toasts.value.filter((each) => each.id !== id);
}

/** Once on each page. */
export function Toasts() {
  return (
    <div class="toasts" role="status" aria-live="polite">
      {toasts.value.map((each) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: it goes by itself, a click is only sooner.
        // biome-ignore lint/a11y/useKeyWithClickEvents: as above.
        <div key={each.id} class={`notice ${each.kind}`} onClick={() => dismiss(each.id)}>
          {each.text}
        </div>
      ))}
    </div>
  );
}
