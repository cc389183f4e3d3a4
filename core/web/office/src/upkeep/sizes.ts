// Sizes of backups.

import { formatCount } from "@motcua/format";

const units = ["B", "kB", "MB", "GB"];

/** 512 B, 1,4 MB, 12 GB: thousands, as folders show them. */
export function formatBytes(bytes: number): string {
  let size = bytes;
  let unit = 0;
  while (size >= 1_000 && unit < units.length - 1) {
    size /= 1_000;
    unit += 1;
  }
  const text = size < 10 && unit > 0 ? size.toFixed(1).replace(".", ",") : formatCount(size);
  return `${text} ${units[unit]}`;
}
