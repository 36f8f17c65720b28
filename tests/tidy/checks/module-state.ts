import ts from "typescript";
import { type Finding, isCode, isTest, lineOf, parse, type SourceFile, walk } from "./source.ts";

/** Objects that hold nothing between two calls. */
const STATELESS = /^(?:RegExp|URL|Date|TextEncoder|TextDecoder|Error|Intl\.[A-Za-z]+)$/;
const CHANGING_CALLS = new Set([
  "push",
  "pop",
  "shift",
  "unshift",
  "splice",
  "sort",
  "reverse",
  "fill",
  "set",
  "add",
  "delete",
  "clear",
]);

/**
 * The web bundle and the server hold two copies of every module, so a module that remembers would remember
 * twice and differently. What lives between requests lives in Platform, which only app/server builds.
 */
export function findModuleState(files: readonly SourceFile[]): Finding[] {
  return files
    .filter((file) => /^(?:app|workers|prisma)\//.test(file.path) && isCode(file) && !isTest(file))
    .filter(
      (file) =>
        !file.path.startsWith("app/server/") &&
        !/(?:^|[./])(?:entry\.client|[^/]+\.client)\.tsx?$/.test(file.path),
    )
    .flatMap(findIn);
}

function findIn(file: SourceFile): Finding[] {
  const source = parse(file);
  const findings: Finding[] = [];
  const add = (node: ts.Node, says: string) => findings.push(`${file.path}:${lineOf(source, node)} ${says}`);
  const constants = new Set<string>();
  for (const statement of source.statements) {
    if (ts.isClassDeclaration(statement)) findStaticState(statement, add);
    if (!ts.isVariableStatement(statement) || hasDeclare(statement)) continue;
    const isConst = (statement.declarationList.flags & ts.NodeFlags.Const) !== 0;
    for (const declaration of statement.declarationList.declarations) {
      if (!isConst) add(declaration, `module-level variable ${declaration.name.getText(source)} can change`);
      else if (holdsState(declaration))
        add(declaration, `module-level ${declaration.name.getText(source)} holds state`);
      if (ts.isIdentifier(declaration.name)) constants.add(declaration.name.text);
    }
  }
  findChanges(source, constants, add);
  return findings;
}

function hasDeclare(statement: ts.VariableStatement): boolean {
  return statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.DeclareKeyword) ?? false;
}

function findStaticState(statement: ts.ClassDeclaration, add: (node: ts.Node, says: string) => void): void {
  for (const member of statement.members) {
    if (!ts.isPropertyDeclaration(member)) continue;
    const kinds = new Set(member.modifiers?.map(({ kind }) => kind));
    if (kinds.has(ts.SyntaxKind.StaticKeyword) && !kinds.has(ts.SyntaxKind.ReadonlyKeyword))
      add(member, "static field can change");
  }
}

function holdsState({ type, initializer }: ts.VariableDeclaration): boolean {
  if (!initializer) return false;
  if (type && /^Readonly(?:Set|Map)\b/.test(type.getText())) return false;
  if (ts.isArrayLiteralExpression(initializer)) return initializer.elements.length === 0;
  if (ts.isObjectLiteralExpression(initializer)) return initializer.properties.length === 0;
  return ts.isNewExpression(initializer) && !STATELESS.test(initializer.expression.getText());
}

/** A function that changes a constant of its module: `cache.set(...)`, `table[key] = ...`. */
function findChanges(
  source: ts.SourceFile,
  constants: ReadonlySet<string>,
  add: (node: ts.Node, says: string) => void,
): void {
  const visit = (node: ts.Node, insideFunction: boolean, hidden: ReadonlySet<string>): void => {
    const isFunction = ts.isFunctionLike(node);
    const nowHidden = isFunction ? new Set([...hidden, ...namesDeclaredIn(node)]) : hidden;
    const changed = insideFunction ? changedName(node) : null;
    if (changed && constants.has(changed) && !hidden.has(changed))
      add(node, `a function changes the module's ${changed}`);
    ts.forEachChild(node, (child) => visit(child, insideFunction || isFunction, nowHidden));
  };
  visit(source, false, new Set());
}

function namesDeclaredIn(node: ts.Node): string[] {
  const names: string[] = [];
  walk(node, (inner) => {
    const isDeclaration =
      ts.isParameter(inner) || ts.isVariableDeclaration(inner) || ts.isBindingElement(inner);
    if (isDeclaration && ts.isIdentifier(inner.name)) names.push(inner.name.text);
  });
  return names;
}

function changedName(node: ts.Node): string | null {
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
    return CHANGING_CALLS.has(node.expression.name.text) ? rootName(node.expression.expression) : null;
  }
  if (ts.isBinaryExpression(node) && isAssignment(node.operatorToken.kind)) {
    return ts.isIdentifier(node.left) ? null : rootName(node.left);
  }
  return ts.isDeleteExpression(node) ? rootName(node.expression) : null;
}

function isAssignment(kind: ts.SyntaxKind): boolean {
  return kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;
}

function rootName(node: ts.Expression): string | null {
  if (ts.isIdentifier(node)) return node.text;
  if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node))
    return rootName(node.expression);
  return ts.isNonNullExpression(node) || ts.isParenthesizedExpression(node)
    ? rootName(node.expression)
    : null;
}
