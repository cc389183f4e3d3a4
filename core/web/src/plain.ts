// Words without what Vietnamese puts on letters, as people type them and as the core searches: lower
// case, no marks, `đ` and the letters that look like it as `d`, full width as usual, nothing that
// cannot be seen. Pure; held to the core by tests/support/search_cases.json.

/** Letters without a decomposition, as a plain keyboard has them. */
const keys: Record<string, string> = {
  đ: "d",
  ð: "d",
  ɖ: "d",
  ƀ: "b",
  ø: "o",
  æ: "ae",
  œ: "oe",
  ł: "l",
  ħ: "h",
  ŧ: "t",
  ı: "i",
  ß: "ss",
};

const keyless = new RegExp(`[${Object.keys(keys).join("")}]`, "gu");

/** Letters by Unicode, apostrophes to everybody: `Kʼlong`. */
const apostropheLetters = "\u02B9-\u02BF\u02C8-\u02CB\u02EE\uA78C";
const apostrophe = new RegExp(`['\`\u00B4\u2018-\u201B\u2032\uFF07${apostropheLetters}]`, "gu");
const between = new RegExp(`(?:[^\\p{L}\\p{N}]|[${apostropheLetters}])+`, "gu");

export function plain(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[\p{M}\p{Cf}]/gu, "")
    .replace(keyless, (letter) => keys[letter] ?? letter);
}

/** Its words, with a space between them. */
export function fold(text: string): string {
  return plain(text).replace(between, " ").trim();
}

/** A `y` that Vietnamese spells `i` too, behind nothing but consonants or behind `qu`: `dang ki`,
 *  `quinh`. `Thy` stays, since everybody's middle name is Thị. Of a plain text. */
export function spelledWithI(text: string): string {
  return text.replace(
    /(^|[^\p{L}\p{N}])(qu|[bcdfghj-np-tv-xz]*)y/gu,
    (all, before: string, consonants: string) =>
      consonants === "th" ? all : `${before}${consonants}i`,
  );
}

/** The words that were typed, as searchable() has them. */
export const searched = (typed: string): string => spelledWithI(fold(typed));

/** What a text is found by: its words, and each that an apostrophe parts as one. */
export function searchable(text: string): string {
  const joined = text
    .split(/[ \u00A0]/u)
    .filter((word) => word.search(apostrophe) > 0)
    .map((word) => fold(word.replace(apostrophe, "")));
  return spelledWithI([fold(text), ...joined].join(" "));
}
