// Keys that a scanner presses, and what a machine makes of them: it imitates a US keyboard, and the
// machine may have Caps Lock on, another layout, or an input method for Vietnamese.

export const keyboards = ["us", "uk", "caps lock", "azerty", "qwertz", "telex"];

const places = {
  "-": "Minus",
  "=": "Equal",
  "[": "BracketLeft",
  "]": "BracketRight",
  "\\": "Backslash",
  ";": "Semicolon",
  "'": "Quote",
  "`": "Backquote",
  ",": "Comma",
  ".": "Period",
  "/": "Slash",
  " ": "Space",
};
const shifted = {
  _: "-",
  "+": "=",
  "{": "[",
  "}": "]",
  "|": "\\",
  ":": ";",
  '"': "'",
  "~": "`",
  "<": ",",
  ">": ".",
  "?": "/",
};
const aboveDigits = ")!@#$%^&*(";

/** The key of a US keyboard that types the character. */
function usKey(character) {
  if (/[a-z]/i.test(character)) {
    return { code: `Key${character.toUpperCase()}`, shift: /[A-Z]/.test(character) };
  }
  if (/\d/.test(character)) return { code: `Digit${character}`, shift: false };
  const digit = aboveDigits.indexOf(character);
  if (digit >= 0) return { code: `Digit${digit}`, shift: true };
  const plain = shifted[character];
  return { code: places[plain ?? character] ?? "", shift: plain !== undefined };
}

const azerty = {
  KeyA: "qQ",
  KeyQ: "aA",
  KeyW: "zZ",
  KeyZ: "wW",
  KeyM: ",?",
  Semicolon: "mM",
  Comma: ";.",
  Period: ":/",
  Slash: "!\u00a7",
  Minus: ")°",
  Backslash: "*µ",
  Digit0: "à0",
  Digit1: "&1",
  Digit2: "é2",
  Digit3: '"3',
  Digit4: "'4",
  Digit5: "(5",
  Digit6: "-6",
  Digit7: "è7",
  Digit8: "_8",
  Digit9: "ç9",
};
const uk = { Backslash: "#~", Backquote: "`\u00ac", Quote: "'@" };
const qwertz = {
  KeyY: "zZ",
  KeyZ: "yY",
  Minus: "ß?",
  Slash: "-_",
  Semicolon: "öÖ",
  Backslash: "#'",
  Comma: ",;",
  Period: ".:",
};

function keyOn(keyboard, character, { code, shift }) {
  const at = (layout) => layout[code]?.[shift ? 1 : 0] ?? character;
  switch (keyboard) {
    case "caps lock":
      return character === character.toUpperCase()
        ? character.toLowerCase()
        : character.toUpperCase();
    case "uk":
      return at(uk);
    case "azerty":
      return at(azerty);
    case "qwertz":
      return at(qwertz);
    case "telex": // an input method holds letters back
      return /[a-z]/i.test(character) ? "Process" : character;
    default:
      return character;
  }
}

export const keysOf = (text, keyboard) =>
  [...text].map((character) => {
    const place = usKey(character);
    return { key: keyOn(keyboard, character, place), ...place };
  });
