// Numbers, dates and times as Vietnamese offices write them: 3.936, 84,17 %, 03/01/2023 08:12.
// Moments are shown in the office's time, whatever the machine's own time zone is.

import { wordsOf } from "./language";

const durations = wordsOf("duration");

const officeZone = "Asia/Ho_Chi_Minh";

const whole = new Intl.NumberFormat("vi-VN", { maximumFractionDigits: 0 });
const hundredths = new Intl.NumberFormat("vi-VN", {
  minimumFractionDigits: 0,
  maximumFractionDigits: 2,
});
const parts = new Intl.DateTimeFormat("en-GB", {
  timeZone: officeZone,
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

export const unknown = "–";

export function formatCount(value: number | null | undefined): string {
  return value === null || value === undefined ? unknown : whole.format(value);
}

export function formatPercent(value: number | null | undefined): string {
  return value === null || value === undefined ? unknown : `${hundredths.format(value)} %`;
}

export function formatMoney(vnd: number | null | undefined): string {
  return vnd === null || vnd === undefined ? unknown : `${whole.format(vnd)} đ`;
}

function split(instant: string | Date): Record<string, string> {
  const moment = typeof instant === "string" ? new Date(instant) : instant;
  return Object.fromEntries(parts.formatToParts(moment).map((each) => [each.type, each.value]));
}

/** dd/mm/yyyy of an instant, or of a date `YYYY-MM-DD`. */
export function formatDate(value: string | null | undefined): string {
  if (!value) return unknown;
  const date = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  if (date) return `${date[3]}/${date[2]}/${date[1]}`;
  const { day, month, year } = split(value);
  return `${day}/${month}/${year}`;
}

export function formatTime(value: string | Date | null | undefined): string {
  if (!value) return unknown;
  const { hour, minute } = split(value);
  return `${hour}:${minute}`;
}

export function formatMoment(value: string | null | undefined): string {
  return value ? `${formatTime(value)} ${formatDate(value)}` : unknown;
}

/** `YYYY-MM-DD` of the moment at the office. */
export function officeDate(moment: Date): string {
  const { year, month, day } = split(moment);
  return `${year}-${month}-${day}`;
}

/** 45 giây, 12 phút, 1 giờ 05 phút. */
export function formatDuration(seconds: number | null | undefined): string {
  if (seconds === null || seconds === undefined) return unknown;
  const texts = durations();
  if (seconds < 60) return `${Math.round(seconds)} ${texts.seconds}`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} ${texts.minutes}`;
  const rest = String(minutes % 60).padStart(2, "0");
  return `${Math.floor(minutes / 60)} ${texts.hours} ${rest} ${texts.minutes}`;
}

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
