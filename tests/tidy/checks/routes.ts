import ts from "typescript";
import { type Finding, lineOf, parse, type SourceFile } from "./source.ts";

/** One address of the route table and who may pass each of its two doors. */
export interface RoutePolicy {
  readonly path: string;
  readonly file: string;
  /** A capability, "anyone", or null where the file has no such function. */
  readonly loader: string | null;
  readonly action: string | null;
}

export interface ListedRoute {
  readonly path: string;
  readonly file: string;
}

type RouteOptions = { index?: boolean; id?: string; caseSensitive?: boolean };
type DefineRoute = (
  path: string | undefined,
  file: string,
  second?: RouteOptions | (() => void),
  third?: () => void,
) => void;
export type RouteTable = (defineRoutes: (callback: (route: DefineRoute) => void) => unknown) => unknown;

/** The route table as Remix would read it, flattened: every file with its full address. */
export function listRoutes(table: RouteTable): ListedRoute[] {
  const found: ListedRoute[] = [];
  const parents: string[] = [];
  const define: DefineRoute = (path, file, second, third) => {
    const full = [...parents, path ?? ""].map((part) => part.replace(/^\/+|\/+$/g, "")).filter(Boolean);
    found.push({ path: `/${full.join("/")}`, file: `app/${file}` });
    const children = typeof second === "function" ? second : third;
    if (!children) return;
    parents.push(path ?? "");
    children();
    parents.pop();
  };
  table((callback) => {
    callback(define);
    return {};
  });
  return found;
}

export function readPolicy(routes: readonly ListedRoute[], files: readonly SourceFile[]): RoutePolicy[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const everywhere = [{ path: "*", file: "app/root.tsx" }, ...routes];
  return everywhere
    .map(({ path, file }) => {
      const source = byPath.get(file);
      const doors = source ? doorsOf(source) : [];
      const guardOf = (name: string) => doors.find((door) => door.name === name)?.guard ?? null;
      return { path, file, loader: guardOf("loader"), action: guardOf("action") };
    })
    .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.file < b.file ? -1 : 1));
}

/**
 * A parent's loader does not run before its child's when the child is asked for by itself, so every loader
 * and every action guards itself, in its first line.
 */
export function findUnguardedDoors(files: readonly SourceFile[]): Finding[] {
  return files
    .filter((file) => /^app\/(?:routes\/.*|root)\.tsx?$/.test(file.path) && !/\.test\.tsx?$/.test(file.path))
    .flatMap((file) =>
      doorsOf(file).flatMap((door) => {
        if (door.guard !== null) return [];
        return [`${file.path}:${door.line} ${door.name} does not begin with allow() or allowAnyone()`];
      }),
    );
}

export function findStrayRoutes(routes: readonly ListedRoute[], files: readonly SourceFile[]): Finding[] {
  const there = new Set(files.map((file) => file.path));
  const listed = new Set(routes.map((route) => route.file));
  const stray = files.filter((file) => /^app\/routes\/.*\.tsx?$/.test(file.path) && !listed.has(file.path));
  return [
    ...routes
      .filter(({ file }) => !there.has(file))
      .map(({ path, file }) => `remix.config.js: ${path} leads to ${file}, which is not there`),
    ...stray
      .filter((file) => !/\.test\.tsx?$/.test(file.path) && doorsOf(file).length > 0)
      .map((file) => `${file.path}:1 has a loader or an action and no address in remix.config.js`),
  ];
}

interface Door {
  readonly name: string;
  readonly line: number;
  readonly guard: string | null;
}

/** Exported loaders and actions. One that is re-exported from elsewhere cannot be read here, so it is unguarded. */
function doorsOf(file: SourceFile): Door[] {
  const source = parse(file);
  const doors: Door[] = [];
  const add = (name: string, node: ts.Node, body: ts.Node | undefined) => {
    if (!/^(?:loader|action|clientLoader|clientAction)$/.test(name)) return;
    const guard = name.startsWith("client") ? "browser" : guardOf(body);
    doors.push({ name, line: lineOf(source, node), guard });
  };
  for (const statement of source.statements) {
    if (
      ts.isExportDeclaration(statement) &&
      statement.exportClause &&
      ts.isNamedExports(statement.exportClause)
    ) {
      for (const element of statement.exportClause.elements) add(element.name.text, element, undefined);
    }
    if (!isExported(statement)) continue;
    if (ts.isFunctionDeclaration(statement) && statement.name)
      add(statement.name.text, statement, statement.body);
    if (!ts.isVariableStatement(statement)) continue;
    for (const { name, initializer } of statement.declarationList.declarations) {
      const isFunction =
        initializer && (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer));
      if (ts.isIdentifier(name)) add(name.text, statement, isFunction ? initializer.body : undefined);
    }
  }
  return doors;
}

function isExported(statement: ts.Statement): boolean {
  const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined;
  return modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
}

/** The capability that the first statement asks for: `const visitor = await allow(args, "capability")`. */
function guardOf(body: ts.Node | undefined): string | null {
  if (!body || !ts.isBlock(body)) return null;
  const first = body.statements[0];
  if (!first) return null;
  const expression = ts.isVariableStatement(first)
    ? first.declarationList.declarations[0]?.initializer
    : ts.isExpressionStatement(first)
      ? first.expression
      : undefined;
  if (!expression || !ts.isAwaitExpression(expression) || !ts.isCallExpression(expression.expression))
    return null;
  const { expression: callee, arguments: given } = expression.expression;
  if (!ts.isIdentifier(callee)) return null;
  if (callee.text === "allowAnyone") return "anyone";
  const capability = given[1];
  return callee.text === "allow" && capability && ts.isStringLiteralLike(capability) ? capability.text : null;
}
