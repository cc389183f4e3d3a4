// What a person chose of the look: kept on this machine, not with the log-in.

import { effect, signal } from "@preact/signals";

export const themes = ["light", "dark", "contrast"] as const;
export type Theme = (typeof themes)[number];

const key = "motcua.theme";
const sizeKey = "motcua.text-scale";

function stored<T extends string>(name: string, known: readonly T[]): T | undefined {
  try {
    const value = localStorage.getItem(name);
    return known.find((each) => each === value);
  } catch {
    return undefined; // storage is switched off: the choice holds for this page only
  }
}

function store(name: string, value: string): void {
  try {
    localStorage.setItem(name, value);
  } catch {
    // see above
  }
}

const wished = (): Theme => {
  if (matchMedia("(prefers-contrast: more)").matches) return "contrast";
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
};

export const theme = signal<Theme>(stored(key, themes) ?? wished());

export const textScales = ["1", "1.25", "1.5"] as const;
export const textScale = signal<(typeof textScales)[number]>(stored(sizeKey, textScales) ?? "1");

export function chooseTheme(value: Theme): void {
  theme.value = value;
  store(key, value);
}

export function chooseTextScale(value: (typeof textScales)[number]): void {
  textScale.value = value;
  store(sizeKey, value);
}

effect(() => {
  document.documentElement.dataset.theme = theme.value;
});
effect(() => {
  document.documentElement.style.setProperty("--text-scale", textScale.value);
});
