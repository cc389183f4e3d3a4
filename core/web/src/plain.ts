// Words without what Vietnamese puts on letters, as people type them and as the core searches: lower
// case, no marks, `đ` and the letters that look like it as `d`, full width as usual, nothing that
// cannot be seen. Pure.

export function plain(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[\p{M}\p{Cf}]/gu, "")
    .replaceAll("đ", "d")
    .replaceAll("ð", "d")
    .replaceAll("ɖ", "d");
}

/** Its words, with a space between them. */
export function fold(text: string): string {
  return plain(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
