// Every key of the page is registered here, so that the overlay can list what works now. Letters
// alone are only keys outside of fields, and only when no other key follows at once: a scanner
// types letters too.

import { signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";

export interface Shortcut {
  /** As shown and as `aria-keyshortcuts`: F2, Alt+1, Ctrl+Enter, C */
  keys: string;
  label: string;
  group: string;
  run: () => void;
}

// A scanner's next character comes within this; a person's does not.
const scannerGap = 100;

export const shortcuts = signal<Shortcut[]>([]);

/** `Ctrl+Alt+K` of the event. */
export function nameOf(event: KeyboardEvent): string {
  const parts: string[] = [];
  if (event.ctrlKey) parts.push("Ctrl");
  if (event.altKey) parts.push("Alt");
  // With Alt some layouts give another letter: the key's place says which was meant.
  const letter = /^Key([A-Z])$/.exec(event.code)?.[1] ?? /^Digit(\d)$/.exec(event.code)?.[1];
  const key = event.altKey && letter ? letter : event.key;
  if (event.shiftKey && key.length > 1) parts.push("Shift");
  parts.push(key.length === 1 ? key.toUpperCase() : key);
  return parts.join("+");
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && !["checkbox", "radio", "button"].includes(target.type))
  );
}

let waiting = 0;

function onKeyDown(event: KeyboardEvent): void {
  clearTimeout(waiting);
  if (event.defaultPrevented || event.repeat || event.isComposing) return;
  const name = nameOf(event);
  // The newest first: a dialog's keys go before those of the page below.
  const found = [...shortcuts.value].reverse().find((each) => each.keys.split(" ").includes(name));
  if (!found) return;
  const inDialog = document.querySelector("dialog[open]");
  if (inDialog && found.group !== "dialog") {
    if (name.startsWith("F")) event.preventDefault();
    return;
  }
  if (name.length === 1) {
    if (isTyping(event.target)) return;
    waiting = window.setTimeout(found.run, scannerGap);
    return;
  }
  event.preventDefault();
  found.run();
}

window.addEventListener("keydown", onKeyDown);

/** The keys work while the component is shown. */
export function useShortcuts(list: Shortcut[]): void {
  const latest = useRef(list);
  latest.current = list;
  const identity = list.map((each) => `${each.keys}|${each.label}`).join("\n");
  useEffect(() => {
    const own = latest.current.map((each, index) => ({
      ...each,
      run: () => latest.current[index]?.run(),
    }));
    shortcuts.value = [...shortcuts.value, ...own];
    return () => {
      shortcuts.value = shortcuts.value.filter((each) => !own.includes(each));
    };
  }, [identity]);
}
