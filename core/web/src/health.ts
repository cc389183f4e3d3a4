// How well a printer or a scanner is, as agents tell it: its word and its colour on every page.

import * as vocabulary from "@motcua/vocabulary";

import { wordsOf } from "./language";

const t = wordsOf("health");

const looks: Record<string, string> = { ok: "good", none: "", paper_low: "warn", unknown: "warn" };

/** What is not known here is a fault. */
export const healthLook = (state: string): string => looks[state] ?? "bad";

/** Nobody needs to go and look. */
export const isWell = (state: string): boolean => state === "ok" || state === "none";

/** A scanner is also `missing`, which no printer is: that one does not answer. */
export const healthWord = (state: string): string =>
  state === "missing" ? t().missing : vocabulary.printerHealth.word(state);
