import ts from "typescript";
import { type Finding, isCode, isTest, lineOf, parse, type SourceFile, walk } from "./source.ts";

/**
 * The environment is read here and nowhere else. The embedded database's programs get a bare environment of
 * their own, made of the few names of the operating system without which no program starts.
 */
const READERS = [
  "app/platform/config/",
  "app/server/launch.mjs",
  "app/server/read-command-config.server.ts",
  "app/platform/db/embedded/run-program.server.ts",
];

/** Settings come in through Config; files are opened from `appRoot`, since a bundle lies elsewhere than its sources. */
export function findEnvironmentReads(files: readonly SourceFile[]): Finding[] {
  return files
    .filter((file) => /^(?:app|workers|prisma)\//.test(file.path) && isCode(file) && !isTest(file))
    .filter((file) => !READERS.some((reader) => file.path.startsWith(reader)))
    .flatMap((file) => {
      const source = parse(file);
      const findings: Finding[] = [];
      walk(source, (node) => {
        const says = judge(node);
        if (says) findings.push(`${file.path}:${lineOf(source, node)} ${says}`);
      });
      return findings;
    });
}

function judge(node: ts.Node): string | null {
  if (isMember(node, "env") && ts.isIdentifier(node.expression) && node.expression.text === "process") {
    return "reads process.env; only platform/config does";
  }
  if (
    ts.isImportDeclaration(node) &&
    /^(?:node:)?process$/.test((node.moduleSpecifier as ts.StringLiteral).text)
  ) {
    return "imports node:process; the environment comes in through Config";
  }
  const isMeta =
    (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) &&
    ts.isMetaProperty(node.expression);
  if (isMeta && (isMember(node, "env") || isMember(node, "url"))) {
    return "reads import.meta; settings come from Config, files from config.appRoot";
  }
  return null;
}

function isMember(
  node: ts.Node,
  name: string,
): node is ts.PropertyAccessExpression | ts.ElementAccessExpression {
  if (ts.isPropertyAccessExpression(node)) return node.name.text === name;
  return (
    ts.isElementAccessExpression(node) &&
    ts.isStringLiteralLike(node.argumentExpression) &&
    node.argumentExpression.text === name
  );
}
