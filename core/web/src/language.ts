// Vietnamese first, English beside it. Each page defines its texts in both at one place, so that
// the compiler finds a missing one.

import { effect, signal } from "@preact/signals";

export const languages = ["vi", "en"] as const;
export type Language = (typeof languages)[number];

const key = "motcua.language";

function stored(): Language {
  try {
    return localStorage.getItem(key) === "en" ? "en" : "vi";
  } catch {
    return "vi";
  }
}

export const language = signal<Language>(stored());

/** `keep: false` for a kiosk, where the next person is somebody else. */
export function chooseLanguage(value: Language, { keep = true } = {}): void {
  language.value = value;
  if (!keep) return;
  try {
    localStorage.setItem(key, value);
  } catch {
    // storage is switched off: the choice holds for this page only
  }
}

effect(() => {
  document.documentElement.lang = language.value;
});

/** Texts by key: a string, or a function of what it says. Both languages have the same keys. */
export type Texts = Record<string, string | ((...values: never[]) => string)>;

type SameKeys<T extends Texts> = { [K in keyof T]: T[K] extends string ? string : T[K] };

/** `const t = defineTexts({ ok: "Đồng ý" }, { ok: "OK" })`, then `t().ok`: in the language of now,
 *  and anew when that changes (it reads a signal). */
export function defineTexts<T extends Texts>(vi: T, en: SameKeys<T>): () => SameKeys<T> {
  return () => (language.value === "en" ? en : (vi as SameKeys<T>));
}
