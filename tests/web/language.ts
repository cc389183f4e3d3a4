// A page's language for a part of a test.

import { type Language, language } from "@motcua/language";

export function inLanguage<T>(which: Language, work: () => T): T {
  const before = language.value;
  language.value = which;
  try {
    return work();
  } finally {
    language.value = before;
  }
}

export const inEnglish = <T>(work: () => T): T => inLanguage("en", work);
