import { Problem } from "./api/client";
import { wordsOf } from "./language";

const t = wordsOf("problemText");

/** What went wrong and what to do, for the person before the page; never empty. */
export function problemText(problem: Problem): string {
  if (problem.status === 0) return t().unreachable;
  return problem.message || t().other(problem.status);
}

/** Of anything that was thrown. */
export function mistakeText(reason: unknown): string {
  if (reason instanceof Problem) return problemText(reason);
  if (reason instanceof Error) return reason.message || reason.name;
  return String(reason);
}
