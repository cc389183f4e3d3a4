// Which screen is shown. It stands behind the # of the address, so that a reload comes back to it;
// a dossier's code is no personal data.

import { signal } from "@preact/signals";

export type Screen = "intake" | "work" | "dossier";

export interface Place {
  screen: Screen;
  dossier?: string;
}

function read(): Place | undefined {
  const [, screen, code] = location.hash.split("/");
  if (screen === "dossier" && code) return { screen, dossier: decodeURIComponent(code) };
  if (screen === "intake" || screen === "work") return { screen };
  return undefined;
}

export const place = signal<Place>(read() ?? { screen: "intake" });

export const hasPlace = (): boolean => read() !== undefined;

export function go(to: Place): void {
  const hash = to.dossier ? `#/dossier/${encodeURIComponent(to.dossier)}` : `#/${to.screen}`;
  if (location.hash === hash) place.value = to;
  else location.hash = hash;
}

export const openDossier = (code: string) => go({ screen: "dossier", dossier: code });

window.addEventListener("hashchange", () => {
  place.value = read() ?? { screen: "intake" };
});
