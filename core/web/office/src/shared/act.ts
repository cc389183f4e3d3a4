import { Problem } from "@motcua/api/client";
import { toast } from "@motcua/ui";

import { problemText } from "./problem_text";

/** Does what a person asked for; gives what went wrong, to be said where the person looks. */
export async function attempt(work: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await work();
    return undefined;
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    return problemText(problem);
  }
}

/** The same on a page without a dialog: says it at the edge. Tells whether it was done. */
export async function act(work: () => Promise<unknown>, done?: string): Promise<boolean> {
  const wrong = await attempt(work);
  if (wrong) toast("bad", wrong);
  else if (done) toast("good", done);
  return !wrong;
}
