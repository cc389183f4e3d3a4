import { signal } from "@preact/signals";
import type { ComponentType } from "preact";

import { wordsOf } from "@motcua/language";

const t = wordsOf("officeLazy");

/** A part that is fetched when it is first shown, so that the first load stays small. */
export function lazy<P extends object>(fetch: () => Promise<ComponentType<P>>): ComponentType<P> {
  const part = signal<ComponentType<P> | "failed" | undefined>(undefined);
  let asked = false;
  return function Lazy(props: P) {
    if (!asked) {
      asked = true;
      fetch().then(
        (found) => (part.value = found),
        () => {
          asked = false;
          part.value = "failed";
        },
      );
    }
    const Part = part.value;
    if (Part === "failed") return <p class="notice bad">{t().failed}</p>;
    if (!Part) return <p class="loading">{t().loading}</p>;
    return <Part {...props} />;
  };
}
