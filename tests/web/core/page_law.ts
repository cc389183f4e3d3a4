// Finds law in a page: what decides about instants, figures or states, which the core decides and
// sends. A page may show them, name them and look whether there are any.

import ts from "typescript";

/** The names that the vocabularies give: of a dossier's states, and of the report's figures. */
export interface Field {
  states: readonly string[];
  figures: readonly string[];
}

const instants =
  /^(due|due_at|dueAt|answer_due|appointment|new_appointment|deadline)$|^(received|submitted|resolved|closed|returned|handed|answered|acknowledged|arrived|called|started)(_at|At)$/;
const numbers =
  /^(figures?|figureOf|pct|carried_over|received|resolved|withdrawn|in_progress|returned|overdue|suspended|digitised|waiting|waiting_longest_s|working_days|fee_vnd|paid_vnd)$/;

const kinds = ts.SyntaxKind;
const comparing = new Set([
  kinds.LessThanToken,
  kinds.LessThanEqualsToken,
  kinds.GreaterThanToken,
  kinds.GreaterThanEqualsToken,
]);
const equating = new Set([kinds.EqualsEqualsEqualsToken, kinds.ExclamationEqualsEqualsToken]);
const counting = new Set([
  kinds.PlusToken,
  kinds.MinusToken,
  kinds.AsteriskToken,
  kinds.SlashToken,
  kinds.PlusEqualsToken,
]);

const children = (node: ts.Node): ts.Node[] => {
  const found: ts.Node[] = [];
  ts.forEachChild(node, (child) => void found.push(child));
  return found;
};

/** Whether a value is made of one that has such a name: itself, its member, or what a call makes of
 *  it. What stands in a function within it is not of the value. */
function isMadeOf(node: ts.Node, names: RegExp): boolean {
  if (ts.isIdentifier(node)) return names.test(node.text);
  if (ts.isFunctionLike(node) || ts.isJsxElement(node)) return false;
  if (ts.isPropertyAccessExpression(node) && node.name.text === "length") return false;
  return children(node).some((child) => isMadeOf(child, names));
}

const isZero = (node: ts.Node) => ts.isNumericLiteral(node) && node.text === "0";

/** Nothing, or a fixed word: to compare with it decides about no instant. */
const isFixed = (node: ts.Node) =>
  node.kind === kinds.NullKeyword ||
  ts.isStringLiteral(node) ||
  (ts.isIdentifier(node) && node.text === "undefined");

function comparesInstants({ left, right, operatorToken: { kind } }: ts.BinaryExpression): boolean {
  const sides = [left, right];
  if (comparing.has(kind) || kind === kinds.MinusToken) {
    return sides.some((side) => isMadeOf(side, instants));
  }
  return (
    equating.has(kind) && !sides.some(isFixed) && sides.some((each) => isMadeOf(each, instants))
  );
}

function countsFigures({ left, right, operatorToken: { kind } }: ts.BinaryExpression): boolean {
  const sides = [left, right];
  if (comparing.has(kind) && sides.some(isZero)) return false; // whether there are any
  if (!comparing.has(kind) && !counting.has(kind)) return false;
  return sides.some((side) => isMadeOf(side, numbers));
}

/** `list.reduce((sum, each) => sum + …, 0)` */
function isSum(node: ts.Node): boolean {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false;
  const [callback] = node.arguments;
  if (node.expression.name.text !== "reduce" || !callback) return false;
  return ts.isArrowFunction(callback) && ts.isBinaryExpression(callback.body);
}

/** `Date.parse(due)`, `new Date(due)`: an instant as a number is there to count with. */
function isCountable(node: ts.Node): boolean {
  const makes = /^(Date|Date\.parse|officeDate)$/;
  if (!ts.isNewExpression(node) && !ts.isCallExpression(node)) return false;
  const made = makes.test(node.expression.getText());
  return made && (node.arguments ?? []).some((each) => isMadeOf(each, instants));
}

/** The names that a value is asked to be, or not to be, joined by `||` or `&&`. */
function asked(node: ts.Node): string[] {
  if (!ts.isBinaryExpression(node)) return [];
  if (equating.has(node.operatorToken.kind)) {
    return ts.isStringLiteral(node.right) && /\bstate$/.test(node.left.getText())
      ? [node.right.text]
      : [];
  }
  return [...asked(node.left), ...asked(node.right)];
}

const texts = (node: ts.Node): string[] =>
  ts.isArrayLiteralExpression(node)
    ? node.elements.filter(ts.isStringLiteral).map((e) => e.text)
    : [];

/** A set of states, or the figures that another one is the sum of. */
function isSetOf(node: ts.Node, names: readonly string[]): boolean {
  return [texts(node), asked(node)].some(
    (each) => each.length > 1 && each.every((name) => names.includes(name)),
  );
}

/** What a procedure is, read from its Vietnamese name. */
function readsVietnamese(node: ts.Node): boolean {
  const isForeign = (each: ts.Node) => /[^\p{ASCII}…–→•“”]/u.test(each.getText());
  if (ts.isRegularExpressionLiteral(node)) return isForeign(node) && /\p{L}{2}/u.test(node.text);
  if (!ts.isBinaryExpression(node) || !equating.has(node.operatorToken.kind)) return false;
  return ts.isStringLiteral(node.right) && isForeign(node.right);
}

/** What the source decides about the field, piece by piece; empty when it only shows. */
export function lawIn(source: string, { states, figures }: Field): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const isLaw =
      (ts.isBinaryExpression(node) && (comparesInstants(node) || countsFigures(node))) ||
      isSum(node) ||
      isCountable(node) ||
      isSetOf(node, states) ||
      isSetOf(node, figures) ||
      readsVietnamese(node);
    if (isLaw) found.push(node.getText().replace(/\s+/g, " "));
    else ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile("page.tsx", source, ts.ScriptTarget.ES2022, true, ts.ScriptKind.TSX));
  return found;
}
