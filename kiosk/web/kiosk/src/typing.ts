// What a key of the keyboard on the screen makes of the text typed so far. Marks of tone are keys
// that mark the word just typed, so nobody has to know a typing method. Pure.

export const tones = {
  "´": "\u0301",
  "`": "\u0300",
  "?": "\u0309",
  "~": "\u0303",
  "•": "\u0323",
} as const;
export type Tone = keyof typeof tones;

const toneMarks = /[\u0300\u0301\u0303\u0309\u0323]/g;
const vowels = "aăâeêioôơuưy";
const hatted = "ăâêôơư";

/** Puts the tone on the last word, or takes it away when it is there already. */
export function withTone(text: string, tone: Tone): string {
  const start = text.search(/\p{L}*$/u);
  const word = [...text.slice(start)];
  const bare = word.map(bareOf);
  const place = tonePlace(bare.map((each) => each.toLowerCase()));
  if (place < 0) return text;
  const had = word.join("").normalize("NFD").includes(tones[tone]);
  if (!had) bare[place] += tones[tone];
  return text.slice(0, start) + bare.join("").normalize("NFC");
}

/** Without its tone, but with hat or horn. */
function bareOf(letter: string): string {
  return letter.normalize("NFD").replace(toneMarks, "").normalize("NFC");
}

/** Which letter carries it: the hatted one, else by whether a consonant follows. */
function tonePlace(word: readonly string[]): number {
  let first = word.findIndex((each) => vowels.includes(each));
  if (first < 0) return -1;
  // In `qu` and `gi` before another vowel the second letter belongs to the consonant.
  const pair = (word[first - 1] ?? "") + (word[first] ?? "");
  const follows = vowels.includes(word[first + 1] ?? "-");
  if ((pair === "qu" || pair === "gi") && follows) ++first;
  let last = first;
  while (last + 1 < word.length && vowels.includes(word[last + 1] ?? "-")) ++last;
  for (let at = last; at >= first; --at) if (hatted.includes(word[at] ?? "-")) return at;
  if (last === first) return first;
  return last + 1 < word.length || last - first === 2
    ? last - first === 2
      ? first + 1
      : last
    : first;
}

export function withoutLast(text: string): string {
  return [...text].slice(0, -1).join("");
}
