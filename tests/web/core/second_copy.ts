// Finds what a page types again of the core's vocabularies: a list of the names, or a word.

import ts from "typescript";

/** Of one language: the words of each vocabulary by name. */
export type Vocabularies = Record<string, Record<string, string>>;

const sourceOf = (text: string) =>
  ts.createSourceFile("page.tsx", text, ts.ScriptTarget.ES2022, true, ts.ScriptKind.TSX);

function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}

/** The names that a list is made of: of an array, a type that is one of them, or a table of words. */
function listed(node: ts.Node): string[] {
  if (ts.isArrayLiteralExpression(node)) {
    return node.elements.filter(ts.isStringLiteral).map((each) => each.text);
  }
  if (ts.isUnionTypeNode(node)) {
    return node.types.flatMap((each) =>
      ts.isLiteralTypeNode(each) && ts.isStringLiteral(each.literal) ? [each.literal.text] : [],
    );
  }
  if (ts.isObjectLiteralExpression(node)) {
    return node.properties.flatMap((each) => {
      if (!ts.isPropertyAssignment(each) || !ts.isStringLiteral(each.initializer)) return [];
      const isWord = /^\p{L}[\p{L} ]/u.test(each.initializer.text);
      return isWord && !ts.isComputedPropertyName(each.name) ? [each.name.text] : [];
    });
  }
  return [];
}

/** One may be missing of a long list: a copy that was not kept up is one all the same. */
const enough = (names: number): number => (names > 3 ? names - 1 : names);

/** The vocabularies whose names the source lists. */
export function copiedLists(source: string, vocabularies: Vocabularies): string[] {
  const found = new Set<string>();
  walk(sourceOf(source), (node) => {
    const list = new Set(listed(node));
    if (list.size < 2) return;
    for (const [name, words] of Object.entries(vocabularies)) {
      const names = Object.keys(words);
      if (names.filter((each) => list.has(each)).length >= enough(names.length)) found.add(name);
    }
  });
  return [...found];
}

/** Texts that are a word of a vocabulary, as `section.key`. */
export function copiedWords(source: string, vocabularies: Vocabularies): string[] {
  const words = new Set(
    Object.values(vocabularies).flatMap((each) =>
      Object.values(each).map((word) => word.toLocaleLowerCase()),
    ),
  );
  const found: string[] = [];
  walk(sourceOf(source), (node) => {
    if (!ts.isPropertyAssignment(node) || !ts.isStringLiteral(node.initializer)) return;
    if (!words.has(node.initializer.text.toLocaleLowerCase())) return;
    let section: ts.Node = node;
    while (!ts.isVariableDeclaration(section) && section.parent) section = section.parent;
    const name = ts.isVariableDeclaration(section) ? `${section.name.getText()}.` : "";
    found.push(name + node.name.getText());
  });
  return found;
}
