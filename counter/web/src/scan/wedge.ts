// A scanner that types its text as a keyboard does, anywhere on the page. The text goes into the
// field that has the focus as it comes; when it turns out to be a scan, the field gets back what
// it held before. A field that holds a card's line nevertheless, pasted or typed, is emptied of it
// when Enter is pressed in it or it is left.

import { KeyRun, type End } from "./burst";
import { usCharacter } from "./keyboard";
import { scanAtEnd } from "./shape";

// Longer than the longest gap of a scanner on a busy machine.
const silence = 300;
/** Nothing more comes of a code that has not ended. */
const longSilence = 1_000;
/** A scanner's own Enter may come after its silence has ended the scan. */
const enterBelongs = 700;

// Between two keys of a text, and no part of it.
const passive = new Set([
  "Shift",
  "Control",
  "Alt",
  "AltGraph",
  "Meta",
  "CapsLock",
  "NumLock",
  "ScrollLock",
  "Fn",
]);
/** An input method or a dead key holds the letter back; the key itself is known. */
const heldBack = new Set(["Process", "Dead", "Unidentified", "Compose"]);

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

/** Where people type codes by hand and go on by Enter: there only a fast one is a scan. */
function isForCodes(field: Field | undefined): boolean {
  if (!field) return false;
  return field.element instanceof HTMLTextAreaElement || field.element.dataset?.codes !== undefined;
}

/** A card's line or a code of ours that stands at the end of a field's text. */
function scanIn(field: Field | undefined): { text: string; before: string } | undefined {
  if (!field || field.element instanceof HTMLTextAreaElement) return undefined;
  if (field.element.type === "password") return undefined;
  const shape = scanAtEnd(field.value.trimEnd());
  if (!shape) return undefined;
  return { text: field.value.slice(shape.start).trim(), before: field.value.slice(0, shape.start) };
}

const isAltGraph = (event: KeyboardEvent): boolean =>
  (event.ctrlKey && event.altKey) || Boolean(event.getModifierState?.("AltGraph"));

/** `onScan` gets what was scanned, in the readings that it may have, the likeliest first. */
export function listenForScanner(onScan: (readings: string[]) => void): () => void {
  const run = new KeyRun();
  let before: (Field | undefined)[] = []; // of each key of the run, what its field held
  let timer = 0;
  let scannedAt = -Infinity;
  let isPressed = false; // a key that has told its character itself

  const scanned = (readings: string[], at: number) => {
    run.clear();
    scannedAt = at;
    onScan(readings);
  };
  const finish = (end: End, at: number): boolean => {
    const found = run.find(end, isForCodes(focusedField()));
    if (!found || found.readings.length === 0) return false;
    giveBack(before[found.first]);
    scanned(found.readings, at);
    return true;
  };
  /** What a field holds that must not stay in it. */
  const clean = (field: Field | undefined, at: number): boolean => {
    const found = scanIn(field);
    if (!field || !found) return false;
    giveBack({ ...field, value: found.before });
    scanned([found.text], at);
    return true;
  };
  const wait = (at: number) => {
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      if (finish("silence", at + silence)) return;
      timer = window.setTimeout(
        () => finish("long-silence", at + longSilence),
        longSilence - silence,
      );
    }, silence);
  };
  const take = (key: string, us: string, at: number) => {
    const place = run.take({ key, us, at });
    before = before.slice(0, place);
    before[place] = focusedField();
    wait(at);
  };

  const onEnd = (event: KeyboardEvent) => {
    clearTimeout(timer);
    const at = event.timeStamp;
    const late = at - scannedAt < enterBelongs;
    scannedAt = -Infinity;
    const isScan = finish("key", at) || (event.key === "Enter" && clean(focusedField(), at));
    run.clear();
    if (!isScan && !late) return;
    scannedAt = -Infinity; // this was its Enter
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const onKey = (event: KeyboardEvent) => {
    const { key, code = "", repeat } = event;
    if (passive.has(key)) return;
    isPressed = !(event.altKey && code.startsWith("Numpad"));
    const other = isAltGraph(event);
    if (repeat || ((event.ctrlKey || event.altKey || event.metaKey) && !other)) return;
    if (key === "Enter" || key === "Tab") return onEnd(event);
    if (key === "Backspace") return run.takeBack();
    if (key.length !== 1 && !heldBack.has(key)) return run.clear();
    take(key, other ? "" : usCharacter(code, event.shiftKey), event.timeStamp);
  };
  // Letters that a scanner enters by their number (Alt and digits) come without a key of their own.
  const onPress = (event: KeyboardEvent) => {
    if (!isPressed && event.key.length === 1) take(event.key, "", event.timeStamp);
    isPressed = false;
  };
  const onKeyUp = () => {
    isPressed = false;
  };
  const onLeave = (event: FocusEvent) => {
    const { target } = event;
    if (target instanceof HTMLInputElement) {
      clean({ element: target, value: target.value }, event.timeStamp);
    }
  };
  // Before everything else: an Enter at the end of a scan must not press a button.
  const capture = { capture: true };
  window.addEventListener("keydown", onKey, capture);
  window.addEventListener("keypress", onPress, capture);
  window.addEventListener("keyup", onKeyUp, capture);
  window.addEventListener("focusout", onLeave, capture);
  return () => {
    clearTimeout(timer);
    window.removeEventListener("keydown", onKey, capture);
    window.removeEventListener("keypress", onPress, capture);
    window.removeEventListener("keyup", onKeyUp, capture);
    window.removeEventListener("focusout", onLeave, capture);
  };
}
