// Where one stands in a long list: the cursors of the pages on the way there. Going back asks with
// the cursor of a page before: rows are never counted off, since others come and go.

export interface PagePath {
  /** Of each page behind the first, the last one is the page shown. */
  cursors: readonly string[];
}

export const firstPage: PagePath = { cursors: [] };

export const isFirst = ({ cursors }: PagePath): boolean => cursors.length === 0;

export const pageBefore = ({ cursors }: PagePath): PagePath => ({ cursors: cursors.slice(0, -1) });

export const pageBehind = ({ cursors }: PagePath, next: string): PagePath => ({
  cursors: [...cursors, next],
});

/** What the core is asked for with it. */
export function cursorOf({ cursors }: PagePath): { cursor?: string } {
  const cursor = cursors.at(-1);
  return cursor === undefined ? {} : { cursor };
}

/** The number of the page's first row, when every page before it was full. */
export const firstRow = ({ cursors }: PagePath, pageLength: number): number =>
  cursors.length * pageLength + 1;
