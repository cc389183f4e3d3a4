// What to do with a scan, on whichever screen it comes.

import { signal } from "@preact/signals";

import type { Scan } from "./api";
import { go, replaceBy, screen, type Screen } from "./screen";
import { flow } from "./ticket";

const noticeFor = 8_000;

/** Ticket or dossier that a rating is about. */
export const ratedCode = signal<{ ticket?: string; dossier?: string } | null>(null);

/** A scan that opens nothing, and what to say of it. */
export const scanNotice = signal<{ kind: "card" | "unknown"; text: string } | null>(null);

let timer = 0;
let scans = 0;

export function scanned({ kind, code, text }: Scan): void {
  if (flow.state.value) return; // first things first: a ticket is on its way to somebody
  scanNotice.value = null;
  if ((kind !== "dossier" && kind !== "ticket") || !code) {
    tell(kind, text);
    return;
  }
  if (screen.value.name === "feedback") {
    ratedCode.value = { [kind]: code };
    return;
  }
  open({ name: kind === "dossier" ? "dossier" : "place", code, scan: ++scans });
}

function open(next: Screen): void {
  const isScanned = ["dossier", "place", "scan"].includes(screen.value.name);
  if (isScanned) replaceBy(next);
  else go(next);
}

function tell(kind: Scan["kind"], text = ""): void {
  scanNotice.value = { kind: kind === "card" ? "card" : "unknown", text };
  clearTimeout(timer);
  timer = window.setTimeout(() => (scanNotice.value = null), noticeFor);
}
