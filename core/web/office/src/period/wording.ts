// Figures as they are written in a report.

import { formatCount, formatDate, formatPercent, unknown } from "@motcua/format";

import type { Period } from "./periods";
import type { Difference, Share } from "./figures";

/** 84,17 % (3.312/3.935): never a percentage without what it is of. */
export function formatShare(share: Share | undefined): string {
  if (!share || share.pct === null) return unknown;
  return `${formatPercent(share.pct)} (${formatCount(share.value)}/${formatCount(share.base)})`;
}

const signed = (value: number, text: string) => (value > 0 ? `+${text}` : text.replace("-", "−"));

/** +120 (+3,1 %), −4, 0. */
export function formatDifference({ by, pct }: Difference): string {
  const count = signed(by, formatCount(by));
  if (by === 0 || pct === null) return count;
  return `${count} (${signed(pct, formatPercent(pct))})`;
}

/** +1,25 điểm %: the difference of two percentages is no percentage. */
export function formatPoints(points: number | null, word: string): string {
  if (points === null) return unknown;
  return `${signed(points, formatPercent(points).replace(" %", ""))} ${word}`;
}

export function formatPeriod({ from, to }: Period): string {
  return from === to ? formatDate(from) : `${formatDate(from)} – ${formatDate(to)}`;
}

/** 07/2023 of 2023-07. */
export function formatMonth(key: string): string {
  const [year, month] = key.split("-");
  return `${month}/${year}`;
}
