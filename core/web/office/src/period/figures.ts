// The figures of the period report by their path, and the difference between two of them.

import type { Schemas } from "@motcua/api/client";
import * as vocabulary from "@motcua/vocabulary";

export type Figures = Schemas["PeriodFigures"];

/** As GET /reports/dossiers names them. */
export const figurePaths = vocabulary.figure.names;
export type FigurePath = vocabulary.Figure;

export function figureOf(figures: Figures, path: FigurePath): number {
  const [first, second] = path.split(".") as [keyof Figures, string | undefined];
  const value = figures[first];
  return second ? ((value as unknown as Record<string, number>)[second] ?? 0) : (value as number);
}

const sharePaths = {
  "resolved.early": (each: Figures) => each.resolved.early_pct,
  "resolved.on_time": (each: Figures) => each.resolved.on_time_pct,
  "resolved.late": (each: Figures) => each.resolved.late_pct,
  online_resolved: (each: Figures) => each.online_resolved_pct,
  digitised: (each: Figures) => each.digitised_pct,
} as const;

export interface Share {
  pct: number | null;
  value: number;
  base: number;
}

/** The figure as a share of what was resolved; undefined of a figure that is none. */
export function shareOf(figures: Figures, path: FigurePath): Share | undefined {
  if (!(path in sharePaths)) return undefined;
  const pct = sharePaths[path as keyof typeof sharePaths](figures);
  return { pct, value: figureOf(figures, path), base: figures.resolved.total };
}

/** Books that had not begun yet say nothing, which is not 0. */
export function knowsAnything(figures: Figures): boolean {
  return figurePaths.some((path) => figureOf(figures, path) !== 0);
}

export interface Difference {
  by: number;
  /** Of what it was; null when it was 0. */
  pct: number | null;
}

export function differenceOf(now: number, before: number): Difference {
  const pct = before === 0 ? null : Math.round(((now - before) / before) * 1_000) / 10;
  return { by: now - before, pct };
}

/** Percentage points between two shares; null when one is not known. */
export function pointsBetween(now: Share | undefined, before: Share | undefined): number | null {
  if (now?.pct == null || before?.pct == null) return null;
  return Math.round((now.pct - before.pct) * 100) / 100;
}
