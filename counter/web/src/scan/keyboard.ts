// What a key types on the keyboard that scanners imitate, a US one, whatever this machine makes of
// it: another layout, Caps Lock or a Vietnamese input method change `key`, never `code`. Pure.

const unshifted: Record<string, string> = {
  Minus: "-_",
  Equal: "=+",
  BracketLeft: "[{",
  BracketRight: "]}",
  Backslash: "\\|",
  Semicolon: ";:",
  Quote: "'\"",
  Backquote: "`~",
  Comma: ",<",
  Period: ".>",
  Slash: "/?",
  Space: "  ",
  NumpadDivide: "//",
  NumpadMultiply: "**",
  NumpadSubtract: "--",
  NumpadAdd: "++",
  NumpadDecimal: "..",
};
const aboveDigits = ")!@#$%^&*(";

/** Nothing for a key that types nothing there. */
export function usCharacter(code: string, shift: boolean): string {
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter) return shift ? letter : letter.toLowerCase();
  const [, place, digit] = /^(Digit|Numpad)(\d)$/.exec(code) ?? [];
  if (digit) return shift && place === "Digit" ? (aboveDigits[Number(digit)] ?? "") : digit;
  return unshifted[code]?.[shift ? 1 : 0] ?? "";
}
