// A vocabulary of the core: the names that the API writes, and the word for each in every language.

import { type Language, language } from "./language";

export interface Vocabulary<Name extends string> {
  /** In the order of the core's table. */
  readonly names: readonly Name[];
  /** The word in the language of now; the name itself where a newer core has one more. */
  word(name: string): string;
}

/** `words`: of each language one for each name, in the same order. */
export function vocabulary<const Name extends string>(
  names: readonly Name[],
  words: Record<Language, readonly string[]> & Record<string, readonly string[]>,
): Vocabulary<Name> {
  return {
    names,
    word: (name) => words[language.value][names.indexOf(name as Name)] ?? name,
  };
}

/** Where a word begins a line. */
export function capital(word: string): string {
  return word.charAt(0).toLocaleUpperCase() + word.slice(1);
}

/** Where a word stands within a sentence. */
export function lower(word: string): string {
  return word.charAt(0).toLocaleLowerCase() + word.slice(1);
}
