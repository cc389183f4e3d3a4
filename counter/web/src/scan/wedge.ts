// A scanner that types its text as a keyboard does, anywhere on the page. The text goes into the
// field that has the focus as it comes; when it turns out to be a scan, the field gets back what
// it held before.

import { BurstDetector } from "./burst";
import { isScan } from "./code";

const silence = 160;

interface Field {
  element: HTMLInputElement | HTMLTextAreaElement;
  value: string;
}

function focusedField(): Field | undefined {
  const element = document.activeElement;
  if (!(element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement)) {
    return undefined;
  }
  return { element, value: element.value };
}

function giveBack(field: Field | undefined): void {
  if (!field || field.element.value === field.value) return;
  field.element.value = field.value;
  field.element.dispatchEvent(new Event("input", { bubbles: true }));
}

export function listenForScanner(onScan: (text: string) => void): () => void {
  const burst = new BurstDetector();
  let before: Field | undefined;
  let timer = 0;
  const finish = (text: string | undefined): boolean => {
    if (!text || !isScan(text)) return false;
    giveBack(before);
    onScan(text);
    return true;
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
    clearTimeout(timer);
    if (event.key === "Enter" || event.key === "Tab") {
      if (finish(burst.end(event.timeStamp))) {
        event.preventDefault();
        event.stopImmediatePropagation();
      }
      return;
    }
    if (event.key.length !== 1) return;
    const field = focusedField();
    if (burst.take(event.key, event.timeStamp)) before = field;
    timer = window.setTimeout(() => finish(burst.end(0, true)), silence);
  };
  // Before everything else: an Enter at the end of a scan must not press a button.
  window.addEventListener("keydown", onKey, { capture: true });
  return () => {
    clearTimeout(timer);
    window.removeEventListener("keydown", onKey, { capture: true });
  };
}
