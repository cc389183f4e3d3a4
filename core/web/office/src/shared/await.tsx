import type { ComponentChildren } from "preact";

import { formatTime } from "@motcua/format";
import { wordsOf } from "@motcua/language";
import { Button } from "@motcua/ui";

import { isMissing, problemText } from "./problem_text";
import type { Resource } from "./resource";

const t = wordsOf("officeAwait");

/** Shows what was loaded; before that a place of the height it will take, and what went wrong. */
export function Await<T>({
  of,
  again,
  height = "8rem",
  children,
}: {
  of: Resource<T>;
  again?: () => void;
  height?: string;
  children: (value: T) => ComponentChildren;
}) {
  const texts = t();
  const { value, at, busy, problem } = of.value;
  return (
    <div class="awaited" aria-busy={busy}>
      {problem && (
        <div class={`notice ${isMissing(problem) ? "warn" : "bad"}`} role="alert">
          {problemText(problem)} {value !== undefined && at && texts.old(formatTime(at))}
          {again && !isMissing(problem) && (
            <Button look="quiet" onClick={again}>
              {texts.again}
            </Button>
          )}
        </div>
      )}
      {value !== undefined && children(value)}
      {value === undefined && !problem && (
        <div class="loading" style={{ minHeight: height }} role="status">
          {texts.loading}
        </div>
      )}
    </div>
  );
}
