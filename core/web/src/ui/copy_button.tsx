import { useState } from "preact/hooks";

import { wordsOf } from "../language";
import { Button, type ButtonProps } from "./button";
import { toast } from "./toast";

const t = wordsOf("copyButton");

const shownFor = 3_000;

/** Plain http of a LAN has no clipboard interface: the old way still works there. */
async function putOnClipboard(text: string): Promise<boolean> {
  if (navigator.clipboard) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // not allowed: try the old way
    }
  }
  const place = document.createElement("textarea");
  place.value = text;
  place.className = "hidden-visually";
  (document.querySelector("dialog[open]") ?? document.body).append(place);
  place.select();
  const done = document.execCommand("copy");
  place.remove();
  return done;
}

/** Copies what `text` gives at the click; says so on the button, which keeps the focus. */
export function CopyButton({
  text,
  label,
  look = "plain",
}: {
  text: () => string;
  label?: string;
  look?: NonNullable<ButtonProps["look"]>;
}) {
  const texts = t();
  const [copied, setCopied] = useState(false);
  const copy = async (event: Event) => {
    const button = event.currentTarget as HTMLButtonElement;
    const done = await putOnClipboard(text());
    button.focus();
    if (!done) return toast("warn", texts.failed);
    setCopied(true);
    setTimeout(() => setCopied(false), shownFor);
  };
  return (
    <Button look={look} onClick={copy}>
      <span aria-live="polite">{copied ? `✓ ${texts.copied}` : (label ?? texts.copy)}</span>
    </Button>
  );
}
