// Finds texts of the pages that no page uses: sections that none takes, and keys that none of those
// names who take the section. A section that is looked into by a name at run time, or handed on as a
// whole, counts as used.

import ts from "typescript";

import { parsed } from "./parsed";

interface Uses {
  sections: Set<string>;
  names: Set<string>;
  looksUp: boolean;
}

/** What a source takes and names. */
function usesOf(source: string): Uses {
  const uses: Uses = { sections: new Set(), names: new Set(), looksUp: false };
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) || ts.isStringLiteralLike(node)) uses.names.add(node.text);
    if (ts.isCallExpression(node) && node.expression.getText() === "wordsOf") {
      for (const each of node.arguments) if (ts.isStringLiteral(each)) uses.sections.add(each.text);
    }
    if (ts.isCallExpression(node)) {
      uses.looksUp ||= node.arguments.some((each) => /^(t\(\)|\w*[tT]exts)$/.test(each.getText()));
    }
    if (ts.isElementAccessExpression(node) && !ts.isStringLiteral(node.argumentExpression)) {
      uses.looksUp ||= /\bt\(\)|[tT]exts\b/.test(node.expression.getText());
    }
    ts.forEachChild(node, visit);
  };
  visit(parsed(source));
  return uses;
}

/** The keys of each section that a file of words exports. */
function sectionsOf(words: string): Map<string, string[]> {
  const sections = new Map<string, string[]>();
  for (const statement of parsed(words).statements.filter(ts.isVariableStatement)) {
    for (const { name, initializer } of statement.declarationList.declarations) {
      if (!initializer || !ts.isObjectLiteralExpression(initializer)) continue;
      const keys = initializer.properties.flatMap(({ name: key }) =>
        key && (ts.isIdentifier(key) || ts.isStringLiteral(key)) ? [key.text] : [],
      );
      sections.set(name.getText(), keys);
    }
  }
  return sections;
}

/** `section`, or `section.key`. */
export function unusedWords(words: string, sources: readonly string[]): string[] {
  const all = sources.map(usesOf);
  const unused: string[] = [];
  for (const [section, keys] of sectionsOf(words)) {
    const users = all.filter((each) => each.sections.has(section));
    if (users.length === 0) unused.push(section);
    if (users.length === 0 || users.some((each) => each.looksUp)) continue;
    for (const key of keys) {
      if (!users.some((each) => each.names.has(key))) unused.push(`${section}.${key}`);
    }
  }
  return unused;
}
