// The sounds of a call, syllable by syllable: what is said is the core's.

import { beforeCounter, beforeNumber, digits } from "@motcua/speech";

import { telex } from "./telex";

const syllables = (text: string): string[] => text.toLowerCase().split(" ");

export function spellOut(number: string): string[] {
  return [...number].map((each) => digits[Number(each)] ?? each);
}

/** `Mời số B không không bảy đến quầy số hai`, in syllables. */
export function callSyllables(number: string, counter: number): string[] {
  return [
    ...syllables(beforeNumber),
    ...spellOut(number),
    ...syllables(beforeCounter),
    ...spellOut(String(counter)),
  ];
}

/** The sound's name, which is its file's without the ending: letters of numbers are named apart
 *  from syllables. */
export function soundName(syllable: string): string {
  return /^[A-Z]$/.test(syllable) ? `letter-${syllable.toLowerCase()}` : telex(syllable);
}

/** Every sound that calls of these services can need. */
export function soundsOfCalls(letters: readonly string[]): string[] {
  const words = new Set([...syllables(beforeNumber), ...syllables(beforeCounter)]);
  return [...words, ...digits, ...letters].map(soundName);
}
