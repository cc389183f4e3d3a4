// What cannot be a name, seen before the core is asked, which knows the whole rule. Pure.

import { wordsOf } from "@motcua/language";

import { scanAtEnd } from "../scan/shape";

const t = wordsOf("counterApplicant");

/** Why the text is nobody's name, with what to do; none where it may be one. */
export function nameProblem(name: string): string | undefined {
  if (name.includes("|") || scanAtEnd(name.trim())) return t().nameIsScan;
  return /\d/.test(name) && !/\p{L}{2}/u.test(name) ? t().nameIsNumber : undefined;
}
