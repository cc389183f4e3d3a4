import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";

import { speech } from "../reader";

/** The screen's name; gets the focus when the screen opens. `sounds` and `text` are what the
 *  screen says when asked to. */
export function Heading({
  children,
  sounds,
  text,
}: {
  children: ComponentChildren;
  sounds: readonly string[];
  text: string;
}) {
  const names = sounds.join(" ");
  useEffect(() => {
    speech.value = { sounds: names.split(" "), text };
    return () => (speech.value = null);
  }, [names, text]);
  return <h1 tabIndex={-1}>{children}</h1>;
}
