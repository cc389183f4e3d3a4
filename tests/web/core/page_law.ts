// Finds law in a page: what decides about instants, figures, states or roles, which the core decides
// and sends. A page may show them, name them and look whether there are any.

import ts from "typescript";

import { parsed } from "./parsed";

/** The names that the vocabularies give: of the states of dossiers and of tickets, of the report's
 *  figures, and of who works here. */
export interface Field {
  states: readonly string[];
  ticketStates: readonly string[];
  figures: readonly string[];
  roles: readonly string[];
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

/** Calls that give an amount or a share. */
const amounts = /fee|share|pct/i;

const children = (node: ts.Node): ts.Node[] => {
  const found: ts.Node[] = [];
  ts.forEachChild(node, (child) => void found.push(child));
  return found;
};

/** A value without what only the compiler sees of it. */
function unwrapped(node: ts.Node): ts.Node {
  return ts.isParenthesizedExpression(node) ||
    ts.isNonNullExpression(node) ||
    ts.isAsExpression(node)
    ? unwrapped(node.expression)
    : node;
}

/** The name of the member that is read: `d.state`, `d["state"]`. */
function memberOf(node: ts.Node): string | undefined {
  if (ts.isPropertyAccessExpression(node)) return node.name.text;
  const isNamed = ts.isElementAccessExpression(node) && ts.isStringLiteral(node.argumentExpression);
  return isNamed ? (node.argumentExpression as ts.StringLiteral).text : undefined;
}

/** What the declaration gives the name: a value, or the member that it is taken from. */
function declaredBy({ name, initializer }: ts.VariableDeclaration, text: string) {
  if (ts.isIdentifier(name)) return name.text === text ? initializer : undefined;
  if (!ts.isObjectBindingPattern(name)) return undefined;
  return name.elements.find((each) => each.name.getText() === text)?.propertyName;
}

/** What a name within a function stands for, when it stands for a member: `const at = d.due_at`. */
function meaningOf(name: ts.Identifier): ts.Node | undefined {
  for (let scope: ts.Node = name.parent; scope; scope = scope.parent) {
    if (!ts.isBlock(scope) && !ts.isSourceFile(scope)) continue;
    for (const statement of scope.statements.filter(ts.isVariableStatement)) {
      for (const each of statement.declarationList.declarations) {
        const found = declaredBy(each, name.text);
        const value = found && unwrapped(found);
        if (value && value !== name && (memberOf(value) || ts.isIdentifier(value))) return value;
      }
    }
  }
  return undefined;
}

/** Whether a value is made of one that has such a name: itself, its member, what a call makes of it,
 *  or the name that it was given. What stands in a function within it is not of the value. */
function isMadeOf(node: ts.Node, names: RegExp): boolean {
  if (ts.isIdentifier(node)) {
    const meaning = names.test(node.text) ? undefined : meaningOf(node);
    const member = meaning && (memberOf(meaning) ?? meaning.getText());
    return names.test(member ?? node.text);
  }
  if (ts.isFunctionLike(node) || ts.isJsxElement(node)) return false;
  const member = memberOf(node);
  if (member === "length") return false;
  if (member !== undefined && names.test(member)) return true;
  return children(node).some((child) => isMadeOf(child, names));
}

/** Whether anything within has the operator. */
const hasOperator = (node: ts.Node, operators: ReadonlySet<ts.SyntaxKind>): boolean =>
  (ts.isBinaryExpression(node) && operators.has(node.operatorToken.kind)) ||
  children(node).some((child) => hasOperator(child, operators));

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

/** `feePerCopyOf(d, p)` */
const givesAmount = (node: ts.Node): boolean =>
  (ts.isCallExpression(node) && amounts.test(node.expression.getText())) ||
  (!ts.isFunctionLike(node) && !ts.isJsxElement(node) && children(node).some(givesAmount));

/** `(part / whole) * 100` */
const isShare = (side: ts.Node, other: ts.Node): boolean =>
  ts.isNumericLiteral(side) &&
  side.text === "100" &&
  hasOperator(other, new Set([kinds.SlashToken]));

function countsFigures({ left, right, operatorToken: { kind } }: ts.BinaryExpression): boolean {
  const sides = [left, right];
  if (comparing.has(kind) && sides.some(isZero)) return false; // whether there are any
  if (!comparing.has(kind) && !counting.has(kind)) return false;
  if (kind === kinds.AsteriskToken && (isShare(left, right) || isShare(right, left))) return true;
  return sides.some((side) => isMadeOf(side, numbers) || givesAmount(side));
}

/** The function that a list's method is given: `list.reduce((sum, each) => …, 0)`. */
function givenTo(node: ts.Node, method: string): ts.Node | undefined {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression))
    return undefined;
  const [callback] = node.arguments;
  const isIt = node.expression.name.text === method && callback && ts.isFunctionLike(callback);
  return isIt ? callback : undefined;
}

/** `list.reduce((sum, each) => sum + …, 0)` */
function isSum(node: ts.Node): boolean {
  const callback = givenTo(node, "reduce");
  return callback !== undefined && hasOperator(callback, counting);
}

/** `list.filter((each) => each.state === "waiting").length` */
function isCountOfStates(node: ts.Node): boolean {
  if (!ts.isPropertyAccessExpression(node) || node.name.text !== "length") return false;
  const callback = givenTo(node.expression, "filter");
  const asks = (each: ts.Node): boolean => asked(each).length > 0 || children(each).some(asks);
  return callback !== undefined && asks(callback);
}

/** `a.due_at.localeCompare(b.due_at)` */
const ordersInstants = (node: ts.Node): boolean =>
  ts.isCallExpression(node) &&
  ts.isPropertyAccessExpression(node.expression) &&
  node.expression.name.text === "localeCompare" &&
  isMadeOf(node.expression.expression, instants);

/** `Date.parse(due)`, `new Date(due)`: an instant as a number is there to count with. */
function isCountable(node: ts.Node): boolean {
  const makes = /^(Date|Date\.parse|officeDate)$/;
  if (!ts.isNewExpression(node) && !ts.isCallExpression(node)) return false;
  const made = makes.test(node.expression.getText());
  return made && (node.arguments ?? []).some((each) => isMadeOf(each, instants));
}

/** Whether a value is a state: itself, or by the name that it was given. */
function isState(node: ts.Node): boolean {
  const value = unwrapped(node);
  const member = memberOf(value) ?? (ts.isIdentifier(value) ? value.text : "");
  if (member === "state") return true;
  const meaning = ts.isIdentifier(value) ? meaningOf(value) : undefined;
  return meaning !== undefined && (memberOf(meaning) ?? meaning.getText()) === "state";
}

/** The names that a state is asked to be, or not to be, joined by `||` or `&&`. */
function asked(node: ts.Node): string[] {
  const value = unwrapped(node);
  if (!ts.isBinaryExpression(value)) return [];
  const { left, right, operatorToken } = value;
  if (!equating.has(operatorToken.kind)) return [...asked(left), ...asked(right)];
  if (ts.isStringLiteral(right) && isState(left)) return [right.text];
  return ts.isStringLiteral(left) && isState(right) ? [left.text] : [];
}

/** Whether a value is somebody's role: itself, or by the name that it was given. */
function isRole(node: ts.Node): boolean {
  const value = unwrapped(node);
  const member = memberOf(value) ?? (ts.isIdentifier(value) ? value.text : "");
  if (member === "role") return true;
  const meaning = ts.isIdentifier(value) ? meaningOf(value) : undefined;
  return meaning !== undefined && memberOf(meaning) === "role";
}

/** `who.role === "admin"`, a case of it, a list of roles or a table of them that is asked: who may do
 *  what is in the description of each operation (`@motcua/access`). */
function decidesByRole(node: ts.Node, roles: readonly string[]): boolean {
  const isName = (each: ts.Node) => ts.isStringLiteral(each) && roles.includes(each.text);
  if (ts.isBinaryExpression(node)) {
    const { left, right, operatorToken } = node;
    if (!equating.has(operatorToken.kind)) return false;
    return (isRole(left) && isName(right)) || (isName(left) && isRole(right));
  }
  if (ts.isCaseClause(node)) {
    return isName(node.expression) && isRole(node.parent.parent.expression);
  }
  if (ts.isElementAccessExpression(node) && isRole(node.argumentExpression)) return true;
  const names = listed(node);
  return names.length > 0 && names.every((name) => roles.includes(name));
}

/** What stands in a list, or is a key of a table that says yes or no or is asked on the spot. */
function listed(node: ts.Node): string[] {
  if (ts.isArrayLiteralExpression(node)) {
    return node.elements.filter(ts.isStringLiteral).map((e) => e.text);
  }
  if (!ts.isObjectLiteralExpression(node)) return [];
  const pairs = node.properties.filter(ts.isPropertyAssignment);
  const decides = pairs.every(
    ({ initializer: { kind } }) => kind === kinds.TrueKeyword || kind === kinds.FalseKeyword,
  );
  const isAsked = ts.isElementAccessExpression(unwrapped(node).parent);
  return decides || isAsked
    ? pairs.map(({ name }) => (ts.isComputedPropertyName(name) ? "" : name.text))
    : [];
}

/** The names of each group of cases that share what is done. */
function caseGroups(node: ts.Node): string[][] {
  if (!ts.isCaseBlock(node)) return [];
  const groups: string[][] = [[]];
  for (const clause of node.clauses) {
    if (ts.isCaseClause(clause)) {
      groups.at(-1)?.push(ts.isStringLiteral(clause.expression) ? clause.expression.text : "");
    }
    if (clause.statements.length > 0) groups.push([]);
  }
  return groups;
}

/** A set of states, or the figures that another one is the sum of. */
function isSetOf(node: ts.Node, names: readonly string[]): boolean {
  return [listed(node), asked(node), ...caseGroups(node)].some(
    (each) => each.length > 1 && each.every((name) => names.includes(name)),
  );
}

/** What a procedure is, read from its Vietnamese name: by a pattern, by comparing, or by any call. */
function readsVietnamese(node: ts.Node): boolean {
  const isForeign = (each: ts.Node) => /[^\p{ASCII}…–→•“”]/u.test(each.getText());
  const isWord = (each: ts.Node) =>
    ts.isStringLiteralLike(each) && isForeign(each) && /\p{L}{2}/u.test(each.text);
  if (ts.isRegularExpressionLiteral(node)) return isForeign(node) && /\p{L}{2}/u.test(node.text);
  if (ts.isCallExpression(node)) return node.arguments.some(isWord);
  if (!ts.isBinaryExpression(node) || !equating.has(node.operatorToken.kind)) return false;
  return [node.left, node.right].some((each) => ts.isStringLiteralLike(each) && isForeign(each));
}

/** What the source decides about the field, piece by piece; empty when it only shows. */
export function lawIn(source: string, { states, ticketStates, figures, roles }: Field): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const isLaw =
      (ts.isBinaryExpression(node) && (comparesInstants(node) || countsFigures(node))) ||
      isSum(node) ||
      isCountable(node) ||
      isCountOfStates(node) ||
      ordersInstants(node) ||
      isSetOf(node, states) ||
      isSetOf(node, ticketStates) ||
      isSetOf(node, figures) ||
      decidesByRole(node, roles) ||
      readsVietnamese(node);
    if (isLaw) found.push(node.getText().replace(/\s+/g, " "));
    else ts.forEachChild(node, visit);
  };
  visit(parsed(source));
  return found;
}
