import ts from "typescript";
import { type Finding, importsOf, isCode, isTest, lineOf, parse, type SourceFile, walk } from "./source.ts";

/** Every job that a feature defines is answered by a worker that imports it and does something with it. */
export function findUnhandledJobs(files: readonly SourceFile[]): Finding[] {
  const workers = files.filter((file) => file.path.startsWith("workers/") && isCode(file) && !isTest(file));
  const used = new Set(workers.flatMap(jobsUsedBy));
  return files
    .filter((file) => /\.job\.ts$/.test(file.path))
    .flatMap((file) => {
      const jobs = definitionsIn(file);
      if (jobs.length === 0) return [`${file.path}:1 is a job file without defineJob() or defineSchedule()`];
      return jobs
        .filter(({ name }) => !used.has(`${file.path}#${name}`))
        .map(({ name, line }) => `${file.path}:${line} no worker handles ${name}`);
    });
}

function definitionsIn(file: SourceFile): { name: string; line: number }[] {
  const source = parse(file);
  return source.statements.filter(ts.isVariableStatement).flatMap((statement) =>
    statement.declarationList.declarations.flatMap(({ name, initializer }) => {
      if (!initializer || !ts.isCallExpression(initializer) || !ts.isIdentifier(name)) return [];
      const isDefinition = /^define(?:Job|Schedule)$/.test(initializer.expression.getText(source));
      return isDefinition ? [{ name: name.text, line: lineOf(source, statement) }] : [];
    }),
  );
}

function jobsUsedBy(worker: SourceFile): string[] {
  const mentions = new Map<string, number>();
  walk(parse(worker), (node) => {
    if (ts.isIdentifier(node) && !ts.isImportSpecifier(node.parent))
      mentions.set(node.text, (mentions.get(node.text) ?? 0) + 1);
  });
  return importsOf(worker).flatMap(({ target, names }) =>
    target?.endsWith(".job.ts")
      ? names.filter((name) => mentions.has(name)).map((name) => `${target}#${name}`)
      : [],
  );
}

/** The codes with which domain and features refuse: `refused({ code: "..." })` and `{ ok: false, code: "..." }`. */
export function listRefusalCodes(files: readonly SourceFile[]): { code: string; at: string }[] {
  return files
    .filter((file) => /^app\/(?:domain|features)\//.test(file.path) && isCode(file) && !isTest(file))
    .flatMap((file) => {
      const source = parse(file);
      const found: { code: string; at: string }[] = [];
      walk(source, (node) => {
        if (!ts.isObjectLiteralExpression(node) || !isRefusal(node)) return;
        for (const code of codesOf(node)) found.push({ code, at: `${file.path}:${lineOf(source, node)}` });
      });
      return found;
    });
}

function isRefusal(node: ts.ObjectLiteralExpression): boolean {
  const { parent } = node;
  if (
    ts.isCallExpression(parent) &&
    ts.isIdentifier(parent.expression) &&
    parent.expression.text === "refused"
  )
    return true;
  return node.properties.some(
    (property) =>
      ts.isPropertyAssignment(property) &&
      property.name.getText() === "ok" &&
      property.initializer.kind === ts.SyntaxKind.FalseKeyword,
  );
}

function codesOf(node: ts.ObjectLiteralExpression): string[] {
  return node.properties.flatMap((property) => {
    if (!ts.isPropertyAssignment(property) || property.name.getText() !== "code") return [];
    return literalsOf(property.initializer);
  });
}

/** Both branches of `late ? "a" : "b"` count. */
function literalsOf(node: ts.Expression): string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isConditionalExpression(node)) return [...literalsOf(node.whenTrue), ...literalsOf(node.whenFalse)];
  return ts.isAsExpression(node) || ts.isParenthesizedExpression(node) ? literalsOf(node.expression) : [];
}

export function findSilentRefusals(
  files: readonly SourceFile[],
  sentences: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
): Finding[] {
  return listRefusalCodes(files).flatMap(({ code, at }) =>
    Object.entries(sentences).flatMap(([language, catalogue]) => {
      const sentence = catalogue[code];
      const isSaid =
        typeof sentence === "function" || (typeof sentence === "string" && sentence.trim() !== "");
      return isSaid ? [] : [`${at} refuses with "${code}", for which ${language} has no sentence`];
    }),
  );
}

/** Two catalogues say the same things: same keys, same kind of entry, nothing empty. */
export function compareCatalogues(vi: unknown, en: unknown, at = ""): Finding[] {
  const here = at === "" ? "the catalogue" : at;
  if (typeof vi !== typeof en || Array.isArray(vi) !== Array.isArray(en))
    return [`${here} is not of one kind in both languages`];
  if (typeof vi === "string")
    return [vi, en].some((text) => String(text).trim() === "") ? [`${here} is empty`] : spellingOf(here, vi);
  if (typeof vi !== "object" || vi === null || en === null) return [];
  const [left, right] = [vi as Record<string, unknown>, en as Record<string, unknown>];
  const keys = [...new Set([...Object.keys(left), ...Object.keys(right)])].sort();
  return keys.flatMap((key) => {
    const path = at === "" ? key : `${at}.${key}`;
    if (!(key in left)) return [`${path} is missing in vi`];
    return key in right ? compareCatalogues(left[key], right[key], path) : [`${path} is missing in en`];
  });
}

/** Composed letters only: a decomposed one looks alike and is found by no search. */
function spellingOf(at: string, text: string): Finding[] {
  return text === text.normalize("NFC") ? [] : [`${at} is not in composed form (NFC)`];
}

/** Every word that is sent along in an address ("?xong=gui") is named by a page, which says in a sentence what was done. */
export function findUnsaidDeeds(files: readonly SourceFile[]): Finding[] {
  const code = files.filter((file) => file.path.startsWith("app/") && isCode(file) && !isTest(file));
  const pages = code.filter(({ path }) => /^app\/(?:routes|ui|messages)\//.test(path));
  return code.flatMap(({ path, text }) =>
    [...text.matchAll(/[?&]xong=([a-z][a-z-]*)/g)].flatMap((match) => {
      const deed = match[1] ?? "";
      const named = new RegExp(`"${deed}"|(?<![\\w-])${deed}:`);
      if (pages.some((page) => named.test(page.text))) return [];
      return [
        `${path}:${text.slice(0, match.index).split("\n").length} sends "xong=${deed}", which no page names`,
      ];
    }),
  );
}
