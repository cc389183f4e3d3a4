import ts from "typescript";

/** A page's source as TypeScript reads it. Without an element it is no TSX, in which a generic arrow
 *  function would begin one. */
export function parsed(source: string): ts.SourceFile {
  const hasElements = /<\/[a-zA-Z>]|\/>/.test(source);
  const kind = hasElements ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  return ts.createSourceFile("page.tsx", source, ts.ScriptTarget.ES2022, true, kind);
}
