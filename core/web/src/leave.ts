import { Problem } from "./api/client";
import { problemText } from "./problem_text";
import { logOut } from "./session";
import { toast } from "./ui/toast";

/** Logs out; says why where the core has not agreed, and all stays as it is. */
export async function leave(end: () => Promise<void> = logOut): Promise<void> {
  try {
    await end();
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    toast("bad", problemText(problem));
  }
}
