// Passwords made for somebody else, to be typed once from a slip of paper.

// No letters that look like another: 0 O, 1 I L, U V.
const letters = "23456789ABCDEFGHJKMNPQRSTWXYZ";
const groups = 3;
const groupLength = 4;

/** Like K7QT-2MXA-99RP: 58 bits, drawn without preferring any letter. */
export function makePassword(random: (bytes: Uint8Array) => Uint8Array = fill): string {
  const fair = 256 - (256 % letters.length);
  let text = "";
  while (text.length < groups * groupLength) {
    for (const byte of random(new Uint8Array(32))) {
      if (byte < fair && text.length < groups * groupLength) text += letters[byte % letters.length];
    }
  }
  return text.match(/.{4}/g)?.join("-") ?? text;
}

function fill(bytes: Uint8Array): Uint8Array {
  return crypto.getRandomValues(bytes as Uint8Array<ArrayBuffer>);
}
