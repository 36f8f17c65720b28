import { execFileSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

/** One file of the house, by its path from the top with forward slashes. Checks see nothing else. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** "path:line says what is wrong": one line a person can act on. */
export type Finding = string;

export interface ImportOf {
  readonly specifier: string;
  readonly line: number;
  /** The path inside the house, or null for a package or a Node module. */
  readonly target: string | null;
  readonly names: readonly string[];
}

const CODE = /\.(?:ts|tsx|mts|js|mjs|cjs|jsx)$/;
const BINARY = /\.(?:png|jpe?g|webp|avif|gif|ico|woff2?|ttf|otf|pdf|docx|xlsx|zip|gz)$/i;
const ALIASES: readonly (readonly [string, string])[] = [
  ["#app/", "app/"],
  ["#workers/", "workers/"],
  ["#prisma/", "prisma/"],
  ["#tests/", "tests/"],
];

export const HOUSE_ROOT = process.cwd();

/** Every file that is, or is about to be, in the repository; nothing that git ignores. */
export function readHouse(root: string = HOUSE_ROOT): SourceFile[] {
  const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  return [...new Set(listed.split("\0"))]
    .filter((name) => name !== "" && !BINARY.test(name) && isFile(path.join(root, name)))
    .sort()
    .map((name) => ({ path: name, text: readFileSync(path.join(root, name), "utf8") }));
}

/** Listed files may have been deleted since; a link to a folder is none of the house's files. */
function isFile(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}

export function isCode(file: SourceFile): boolean {
  return CODE.test(file.path);
}

export function isTest(file: SourceFile): boolean {
  return file.path.startsWith("tests/") || /\.test\.tsx?$/.test(file.path);
}

export function parse(file: SourceFile): ts.SourceFile {
  const kind = /x$/.test(file.path)
    ? ts.ScriptKind.TSX
    : /\.[mc]?js$/.test(file.path)
      ? ts.ScriptKind.JS
      : ts.ScriptKind.TS;
  return ts.createSourceFile(file.path, file.text, ts.ScriptTarget.ES2022, true, kind);
}

export function lineOf(source: ts.SourceFile, node: ts.Node): number {
  return source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
}

/** Visits every node below and including `node`. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}

/** Static, type-only, re-exported and dynamic imports alike: each of them is an edge between layers. */
export function importsOf(file: SourceFile): ImportOf[] {
  const source = parse(file);
  const found: ImportOf[] = [];
  const add = (specifier: ts.Node | undefined, names: readonly string[]) => {
    if (!specifier || !ts.isStringLiteralLike(specifier)) return;
    const target = resolve(file.path, specifier.text);
    found.push({ specifier: specifier.text, line: lineOf(source, specifier), target, names });
  };
  walk(source, (node) => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, importedNames(node));
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, []);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, []);
    else if (ts.isCallExpression(node) && isImportCall(node)) add(node.arguments[0], []);
  });
  return found;
}

function isImportCall(call: ts.CallExpression): boolean {
  if (call.expression.kind === ts.SyntaxKind.ImportKeyword) return true;
  return ts.isIdentifier(call.expression) && call.expression.text === "require";
}

function importedNames(declaration: ts.ImportDeclaration): string[] {
  const bindings = declaration.importClause?.namedBindings;
  if (!bindings || !ts.isNamedImports(bindings)) return [];
  return bindings.elements.map((element) => (element.propertyName ?? element.name).text);
}

function resolve(from: string, specifier: string): string | null {
  const bare = specifier.replace(/\?.*$/, "");
  for (const [alias, folder] of ALIASES) {
    if (bare.startsWith(alias)) return folder + bare.slice(alias.length);
  }
  return bare.startsWith(".") ? path.posix.join(path.posix.dirname(from), bare) : null;
}
