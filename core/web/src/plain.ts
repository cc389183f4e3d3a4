// Words without what Vietnamese puts on letters, as people type them and as the core searches: lower
// case, no marks, `đ` as `d`. Pure.

export function plain(text: string): string {
  return text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d");
}

/** Its words, with a space between them. */
export function fold(text: string): string {
  return plain(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
