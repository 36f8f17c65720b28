import ts from "typescript";
import { type Finding, isCode, isTest, lineOf, parse, type SourceFile, walk } from "./source.ts";

/** Names through which time, chance or the world outside would enter. */
const WORLD = new Set([
  "process", "globalThis", "window", "document", "navigator", "crypto", "performance", "fetch", "console",
  "setTimeout", "setInterval", "setImmediate", "queueMicrotask", "localStorage", "Buffer", "require",
]); // biome-ignore format: a list of names reads best in rows
const CHANCE = new Set(["randomBytes", "randomUUID", "randomInt", "getRandomValues"]);
/** Answers that change with the machine's time zone or language. */
const LOCAL_TIME =
  /^(?:get(?:FullYear|Month|Date|Day|Hours|Minutes|Seconds|Milliseconds|TimezoneOffset)|set(?:FullYear|Month|Date|Hours|Minutes|Seconds|Milliseconds)|toLocale(?:Date|Time)?String)$/;

/** `domain` decides the same on every machine and phone: no clock, no chance, no world, no time zone. */
export function findImpurity(files: readonly SourceFile[]): Finding[] {
  return files
    .filter((file) => file.path.startsWith("app/domain/") && isCode(file) && !isTest(file))
    .flatMap((file) =>
      report(file, (node) => {
        if (ts.isIdentifier(node) && WORLD.has(node.text) && isFreeName(node))
          return `domain may not use ${node.text}`;
        if (ts.isPropertyAccessExpression(node) && LOCAL_TIME.test(node.name.text)) {
          return `${node.name.text} depends on the machine's zone or language`;
        }
        if (
          ts.isNewExpression(node) &&
          isNamed(node.expression, "Date") &&
          (node.arguments?.length ?? 0) > 1
        ) {
          return "new Date(year, month, ...) reads the machine's time zone";
        }
        return readsClockOrChance(node);
      }),
    );
}

/** Above domain too, `now` and chance come from `platform.clock` and `platform.random`. */
export function findHiddenClocks(files: readonly SourceFile[]): Finding[] {
  return files
    .filter(
      (file) =>
        /^(?:app\/(?:features|messages|routes)|workers)\//.test(file.path) && isCode(file) && !isTest(file),
    )
    .flatMap((file) => report(file, (node) => readsClockOrChance(node)));
}

function readsClockOrChance(node: ts.Node): string | null {
  if (ts.isPropertyAccessExpression(node)) {
    if (isNamed(node.expression, "Date") && node.name.text === "now") return "Date.now() reads the clock";
    if (isNamed(node.expression, "Math") && node.name.text === "random") return "Math.random() is chance";
  }
  if (ts.isIdentifier(node) && CHANCE.has(node.text) && !ts.isImportSpecifier(node.parent))
    return `${node.text} is chance`;
  if (ts.isNewExpression(node) && isNamed(node.expression, "Date") && !node.arguments?.length)
    return "new Date() reads the clock";
  if (ts.isCallExpression(node) && isNamed(node.expression, "Date")) return "Date() reads the clock";
  return null;
}

function isNamed(node: ts.Node, name: string): boolean {
  return ts.isIdentifier(node) && node.text === name;
}

/** A name that stands for itself: not a property, key, label, parameter or declaration. */
function isFreeName(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isQualifiedName(parent)) return parent.left === node;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  if (ts.isVariableDeclaration(parent) || ts.isParameter(parent) || ts.isBindingElement(parent))
    return parent.initializer === node;
  const names = [
    ts.isPropertySignature,
    ts.isPropertyDeclaration,
    ts.isMethodSignature,
    ts.isMethodDeclaration,
  ];
  return (
    !names.some((isKind) => isKind(parent)) && !ts.isImportSpecifier(parent) && !ts.isExportSpecifier(parent)
  );
}

function report(file: SourceFile, judge: (node: ts.Node) => string | null): Finding[] {
  const source = parse(file);
  const findings: Finding[] = [];
  walk(source, (node) => {
    const says = judge(node);
    if (says) findings.push(`${file.path}:${lineOf(source, node)} ${says}`);
  });
  return findings;
}
