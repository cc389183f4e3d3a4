// The rows of a table in another order, and as text for a spreadsheet.

export type Sortable = string | number | null | undefined;

/** Vietnamese order of letters; numbers in names count as numbers (Tổ 2 before Tổ 10). */
const letters = new Intl.Collator("vi", { numeric: true });

/** What is not known comes last, whichever way round. */
export function compareValues(a: Sortable, b: Sortable, descending: boolean): number {
  const known = (each: Sortable) => each !== null && each !== undefined && each !== "";
  if (!known(a) || !known(b)) return Number(known(b)) - Number(known(a));
  const order =
    typeof a === "number" && typeof b === "number" ? a - b : letters.compare(`${a}`, `${b}`);
  return descending ? -order : order;
}

/** Equal rows keep their order. */
export function sortRows<T>(
  rows: readonly T[],
  value: (row: T) => Sortable,
  descending: boolean,
): T[] {
  return [...rows].sort((a, b) => compareValues(value(a), value(b), descending));
}

const cell = (text: string) => {
  const line = text.replace(/\s+/g, " ").trim();
  return /^[=+@]/.test(line) ? `'${line}` : line; // no formula comes out of a name
};

/** Tabs between columns: what Excel and Word paste as a table. */
export function tableText(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(cell).join("\t")).join("\n");
}
