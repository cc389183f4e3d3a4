// The order of a list's rows: by which column, and which way round. On the wire `due`, and `-due`
// for the other way.

export interface Order {
  column: string;
  descending: boolean;
}

/** A second click on a column turns it round; figures begin with the largest. */
export function nextOrder(now: Order | undefined, column: string, isNumber: boolean): Order {
  if (now?.column !== column) return { column, descending: isNumber };
  return { column, descending: !now.descending };
}

export const sortText = ({ column, descending }: Order): string => (descending ? "-" : "") + column;

export const orderOf = (sort: string): Order => ({
  column: sort.replace(/^-/, ""),
  descending: sort.startsWith("-"),
});
