// Finds procedures by what is typed without marks, the way the core does: lower case, no
// diacritics, `đ` as `d`, a `y` that may be an `i` as one. Pure.

import { fold, searchable, searched, spelledWithI } from "@motcua/plain";

export interface Findable {
  code: string;
  name: string;
  field: string;
}

/** Each typed word begins a word of name, field or code. Those whose name alone has them come
 *  first, among them the ones that begin with what was typed, and short names before long. */
export function find<T extends Findable>(all: readonly T[], typed: string): T[] {
  const words = searched(typed).split(" ").filter(Boolean);
  if (words.length === 0) return [...all];
  const phrase = words.join(" ");
  const ranked = all.flatMap((each) => {
    const name = ` ${spelledWithI(plainName(each.name))}`;
    const text = ` ${searchable(`${each.name} ${each.field} ${each.code}`)}`;
    if (!words.every((word) => text.includes(` ${word}`)))
      return compact(name).includes(compact(phrase)) ? [{ each, rank: 4 }] : [];
    const inName = words.every((word) => name.includes(` ${word}`));
    const rank = name.startsWith(` ${phrase}`)
      ? 0
      : name.includes(` ${phrase}`)
        ? 1
        : inName
          ? 2
          : 3;
    return [{ each, rank }];
  });
  return ranked
    .sort((a, b) => a.rank - b.rank || a.each.name.length - b.each.name.length)
    .map(({ each }) => each);
}

/** For who typed no spaces. */
const compact = (folded: string): string => folded.replaceAll(" ", "");

/** Nearly every name begins with these words, which tell nothing. */
function plainName(name: string): string {
  return fold(name).replace(/^thu tuc (hanh chinh )?/, "");
}

/** Under which letter it stands. */
export function firstLetter(name: string): string {
  const first = plainName(name)[0]?.toUpperCase() ?? "#";
  return /[A-Z]/.test(first) ? first : "#";
}

/** Letters that begin something, in order. */
export function letters(all: readonly Findable[]): string[] {
  return [...new Set(all.map((each) => firstLetter(each.name)))].sort();
}

/** Fields with how many procedures each has, the largest first. */
export function fieldsOf(all: readonly Findable[]): { field: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { field } of all) counts.set(field, (counts.get(field) ?? 0) + 1);
  return [...counts]
    .map(([field, count]) => ({ field, count }))
    .sort((a, b) => b.count - a.count || a.field.localeCompare(b.field, "vi"));
}
