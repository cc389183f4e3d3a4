import type { Problem } from "@motcua/api/client";
import { wordsOf } from "@motcua/language";
import { problemText as sharedText } from "@motcua/problem_text";

const t = wordsOf("officeProblemText");

/** An older server does not know the address; what it does know names what it did not find. */
export function isMissing(problem: Problem): boolean {
  const { code } = problem.body;
  if (problem.status === 405 || code === "address-unknown") return true;
  return problem.status === 404 && code === undefined && /api\/openapi/.test(problem.message);
}

/** What went wrong and what to do, for the person before the page. */
export function problemText(problem: Problem): string {
  const texts = t();
  if (isMissing(problem)) return texts.missing;
  if (problem.status === 403 && !problem.message) return texts.forbidden;
  return sharedText(problem);
}
