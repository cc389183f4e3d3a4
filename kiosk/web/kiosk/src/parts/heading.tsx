import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";

import { speech } from "../reader";

/** The screen's name; gets the focus when it comes up, so that a screen reader reads what is shown,
 *  also when that was loaded first. `sounds` and `text` are what the
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
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}
