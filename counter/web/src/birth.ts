// When somebody was born, as the desk writes it: the day, or the year where no more is known. Pure.

import { formatDate } from "@motcua/format";

export interface Birth {
  birth_date: string | null;
  birth_year: number | null;
}

export const birthText = ({ birth_date, birth_year }: Birth): string =>
  birth_date ? formatDate(birth_date) : String(birth_year ?? "");

/** The day stays open: no card and no person has said it. */
export const isYearAlone = (text: string): boolean => /^\d{4}$/.test(text.trim());
