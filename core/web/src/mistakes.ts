import { mistakeText } from "./problem_text";
import { toast } from "./ui/toast";

/** A mistake of ours must not look like nothing happened. */
export const tellMistake = (reason: unknown): void => toast("bad", mistakeText(reason));

/** Once on each page: tells what nobody has caught. */
export function tellMistakes(): void {
  window.addEventListener("unhandledrejection", ({ reason }) => tellMistake(reason));
}
