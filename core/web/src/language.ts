// Vietnamese first, other languages beside it. What a page says stands in words/, one file a
// language, in sections; a part of a page asks for its own.

import { effect, signal } from "@preact/signals";

import { type Language, languages, type Words } from "../words/languages";

export { type Language, languages };
export const languageCodes = Object.keys(languages) as Language[];
/** The first of the list: of what the office writes down and prints, whoever reads the page. */
export const officeLanguage = languageCodes[0] as Language;

const key = "motcua.language";

function stored(): Language {
  try {
    const kept = localStorage.getItem(key);
    return languageCodes.find((each) => each === kept) ?? officeLanguage;
  } catch {
    return officeLanguage;
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

/** `const t = wordsOf("login")`, then `t().title`: in the language of now, and anew when that changes
 *  (it reads a signal). The build puts the section's texts in the place of its name
 *  (words/sections). */
export function wordsOf<Section extends keyof Words>(
  section: Section,
): (of?: Language) => Words[Section] {
  const ofLanguage = section as unknown as Record<Language, Words[Section]>;
  return (of = language.value) => ofLanguage[of];
}
