import type { ComponentChildren } from "preact";

import { formatCount } from "@motcua/format";

/** One figure, large, with its name: a button where it opens what it counts. */
export function Stat({
  name,
  value,
  text,
  detail,
  look,
  onOpen,
}: {
  name: string;
  value?: number | null | undefined;
  /** In place of the value: a duration, a percentage. */
  text?: string;
  detail?: ComponentChildren;
  look?: "good" | "warn" | "bad" | "info" | undefined;
  onOpen?: (() => void) | undefined;
}) {
  const inner = (
    <>
      <span class="stat-value number">{text ?? formatCount(value)}</span>
      <span class="stat-name">{name}</span>
      {detail && <span class="stat-detail number">{detail}</span>}
    </>
  );
  const classes = `stat card ${look ?? ""}`;
  if (!onOpen || value === 0 || value == null) return <div class={classes}>{inner}</div>;
  return (
    <button type="button" class={`${classes} opens`} aria-haspopup="dialog" onClick={onOpen}>
      {inner}
    </button>
  );
}

/** A figure within text or a table that opens the dossiers it counts. */
export function FigureButton({
  value,
  name,
  onOpen,
}: {
  value: number | null | undefined;
  name: string;
  onOpen?: (() => void) | undefined;
}) {
  const text = formatCount(value);
  if (!onOpen || !value) return <>{text}</>;
  return (
    <button
      type="button"
      class="figure"
      aria-label={`${text}: ${name}`}
      aria-haspopup="dialog"
      onClick={onOpen}
    >
      {text}
    </button>
  );
}
