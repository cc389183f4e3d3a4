// What is said when a number is called. The rule is the core's (core/domain/call_text): all digits
// one by one, those of the counter as well.

import { telex } from "./telex";

/** A call is spoken so many times, after a chime. */
export const timesSpoken = 2;

const digits = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];

export function spellOut(number: string): string[] {
  return [...number].map((each) => digits[Number(each)] ?? each);
}

/** `Mời số B không không bảy đến quầy số hai`, in syllables. */
export function callSyllables(number: string, counter: number): string[] {
  return [
    ...["mời", "số"],
    ...spellOut(number),
    ...["đến", "quầy", "số"],
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
  return [...["mời", "số", "đến", "quầy"], ...digits, ...letters].map(soundName);
}
