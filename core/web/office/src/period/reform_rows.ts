// The rows of the reform report's BIỂU THỐNG KÊ that no book of the desk tells of: shown, so that
// the form is whole, and as not known.

import { wordsOf } from "@motcua/language";

const t = wordsOf("officeReformRows");

export interface ReformRow {
  number: number;
  name: string;
}

export function rowsNotInTheBooks(): ReformRow[] {
  return Object.entries(t()).map(([key, name]) => ({ number: Number(key.slice(3)), name }));
}
