// How well a printer or a scanner is, as agents tell it: its word and its colour on every page.

import * as vocabulary from "@motcua/vocabulary";

const looks: Record<string, string> = { ok: "good", none: "", paper_low: "warn", unknown: "warn" };

/** What is not known here is a fault. */
export const healthLook = (state: string): string => looks[state] ?? "bad";

/** Nobody needs to go and look. */
export const isWell = (state: string): boolean => state === "ok" || state === "none";

const isPresence = (state: string): boolean =>
  (vocabulary.presence.names as readonly string[]).includes(state);

/** What is no printer is there or not; of a printer more is known. */
export const healthWord = (state: string): string =>
  (isPresence(state) ? vocabulary.presence : vocabulary.printerHealth).word(state);
