import { Problem } from "@motcua/api/client";
import { toast } from "@motcua/ui";

import { problemText } from "./problem_text";

/** Does what a person asked for; what goes wrong is said. Tells whether it was done. */
export async function act(work: () => Promise<unknown>, done?: string): Promise<boolean> {
  try {
    await work();
    if (done) toast("good", done);
    return true;
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    toast("bad", problemText(problem));
    return false;
  }
}
