// Finds a procedure in three letters: by code, by words, or by the words' first letters. Pure.

import { fold, plain, searchable, spelledWithI } from "@motcua/plain";

import type { ProcedureVersion } from "../api";

export interface Indexed {
  procedure: ProcedureVersion;
  name: string; // plain, with `i` for `y` where both are spelled
  words: string[];
  initials: string; // of the words, without "thủ tục"
  code: string;
}

// How procedures' names begin without saying anything.
const emptyBeginnings = ["thu tuc ", "dang ki ", "cap "];

function initialsOf(words: string[]): string {
  return words.map((word) => word[0] ?? "").join("");
}

export function indexed(procedures: readonly ProcedureVersion[]): Indexed[] {
  return procedures.map((procedure) => {
    const name = spelledWithI(plain(procedure.name));
    const own = fold(name).split(" ").filter(Boolean);
    const said = own[0] === "thu" && own[1] === "tuc" ? own.slice(2) : own;
    const words = searchable(procedure.name).split(" ").filter(Boolean);
    return { procedure, name, words, initials: initialsOf(said), code: procedure.code };
  });
}

/** How well it fits; 0: not at all. */
export function score(entry: Indexed, query: string): number {
  const asked = spelledWithI(plain(query)).trim();
  if (!asked) return 1;
  if (entry.code.startsWith(asked)) return 100;
  if (asked.length > 2 && entry.code.includes(asked)) return 90;
  const solid = asked.replace(/\s+/g, "");
  const letters = solid.replaceAll("y", "i");
  if (entry.initials.startsWith(letters)) return 80;
  let said = entry.name;
  for (const beginning of emptyBeginnings) {
    if (said.startsWith(beginning)) said = said.slice(beginning.length);
  }
  if (said.startsWith(asked)) return 75;
  if (solid.length > 1 && entry.initials.includes(letters)) return 60;
  const askedWords = asked.split(/\s+/);
  if (askedWords.every((word) => entry.words.some((own) => own.startsWith(word)))) {
    return entry.name.includes(asked) ? 55 : 50;
  }
  return askedWords.every((word) => entry.name.includes(word)) ? 20 : 0;
}

/** The best first; among equals what this counter uses most, then the shorter name. */
export function search(
  entries: readonly Indexed[],
  query: string,
  uses: Readonly<Record<string, number>>,
  most: number,
): ProcedureVersion[] {
  const used = (entry: Indexed) => uses[entry.code] ?? 0;
  // Each use counts a little: what is taken every day overtakes a slightly better fit.
  const rank = (entry: Indexed) => score(entry, query) + Math.min(used(entry) * 2, 30);
  return entries
    .filter((entry) => score(entry, query) > 0)
    .sort(
      (a, b) => rank(b) - rank(a) || a.name.length - b.name.length || a.code.localeCompare(b.code),
    )
    .slice(0, most)
    .map((entry) => entry.procedure);
}
