// Finds what a page types again of the core's vocabularies: a list of the names, or a word.

import ts from "typescript";

import { parsed } from "./parsed";

/** Of one language: the words of each vocabulary by name. */
export type Vocabularies = Record<string, Record<string, string>>;

function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}

const textOf = (node: ts.Node): string[] => (ts.isStringLiteralLike(node) ? [node.text] : []);

/** `onTime` as the vocabularies write it: `on_time`. */
const inSnakeCase = (name: string): string =>
  name.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);

/** What people read: a text that looks like one, or what a section of words gives. */
function isWord(node: ts.Node): boolean {
  if (ts.isTemplateExpression(node)) return true;
  if (ts.isStringLiteralLike(node)) return /^\p{L}[\p{L} ]/u.test(node.text);
  return /^(t\(\)|\w*[tT]exts)\./.test(node.getText());
}

/** The names that a list is made of: of an array, of pairs, a type that is one of them, the cases of
 *  a switch, or a table of words. */
function listed(node: ts.Node): string[] {
  if (ts.isArrayLiteralExpression(node)) {
    return node.elements.flatMap((each) =>
      ts.isArrayLiteralExpression(each) ? each.elements.slice(0, 1).flatMap(textOf) : textOf(each),
    );
  }
  if (ts.isUnionTypeNode(node)) {
    return node.types.flatMap((each) => (ts.isLiteralTypeNode(each) ? textOf(each.literal) : []));
  }
  if (ts.isCaseBlock(node)) {
    return node.clauses.flatMap((each) => (ts.isCaseClause(each) ? textOf(each.expression) : []));
  }
  if (ts.isObjectLiteralExpression(node)) {
    return node.properties.flatMap((each) => {
      if (!ts.isPropertyAssignment(each) || !isWord(each.initializer)) return [];
      return ts.isComputedPropertyName(each.name) ? [] : [inSnakeCase(each.name.text)];
    });
  }
  return [];
}

/** Half of the names: a copy that was not kept up, or that leaves some out, is one all the same. */
const enough = (names: number): number => Math.max(2, Math.ceil(names / 2));

/** The vocabularies whose names the source lists. */
export function copiedLists(source: string, vocabularies: Vocabularies): string[] {
  const found = new Set<string>();
  walk(parsed(source), (node) => {
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
  walk(parsed(source), (node) => {
    if (!ts.isPropertyAssignment(node) || !ts.isStringLiteralLike(node.initializer)) return;
    if (!words.has(node.initializer.text.toLocaleLowerCase())) return;
    let section: ts.Node = node;
    while (!ts.isVariableDeclaration(section) && section.parent) section = section.parent;
    const name = ts.isVariableDeclaration(section) ? `${section.name.getText()}.` : "";
    found.push(name + node.name.getText());
  });
  return found;
}

/** Texts that a page types itself: letters of no English word in a literal, any word in JSX. */
export function typedTexts(source: string): string[] {
  const found: string[] = [];
  walk(parsed(source), (node) => {
    const isLiteral =
      ts.isStringLiteralLike(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddleOrTemplateTail(node);
    const isForeign = isLiteral && /[^\P{L}\p{ASCII}]/u.test(node.text);
    if (isForeign || (ts.isJsxText(node) && /\p{L}{2}/u.test(node.text))) {
      found.push(node.getText().trim());
    }
  });
  return found;
}
