import ts from "typescript";
import { type Finding, isTest, parse, type SourceFile } from "./source.ts";

/** One chapter of what the plans ask, as docs/requirements.json lists it. */
export interface RequirementGroup {
  readonly id: string;
  readonly name: string;
  /** Sentences by id. */
  readonly rows: Readonly<Record<string, string>>;
}

/** A test whose title begins with the ids of the rows it shows: "A14, A15: ...". */
export interface Claim {
  readonly ids: readonly string[];
  readonly file: string;
  readonly line: number;
}

const IDS = /^((?:[A-L]\d{2})(?:(?:, | and )[A-L]\d{2})*): /;
/** A test that does not run shows nothing. */
const ASLEEP = /\.(?:skip|todo|fails)\b/;

export function findClaims(files: readonly SourceFile[]): Claim[] {
  return files.filter((file) => isTest(file) && /\.test\.tsx?$/.test(file.path)).flatMap(claimsOf);
}

function claimsOf(file: SourceFile): Claim[] {
  if (!/["'`][A-L]\d{2}/.test(file.text)) return [];
  const source = parse(file);
  const claims: Claim[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      // What sleeps takes everything inside it along.
      if (ASLEEP.test(node.expression.getText(source))) return;
      const ids = idsOf(node.arguments[0]);
      if (ids) {
        const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
        claims.push({ ids, file: file.path, line: line + 1 });
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return claims;
}

function idsOf(title: ts.Expression | undefined): string[] | null {
  if (!title) return null;
  const text = ts.isStringLiteralLike(title)
    ? title.text
    : ts.isTemplateExpression(title)
      ? title.head.text
      : "";
  return IDS.exec(text)?.[1]?.split(/, | and /) ?? null;
}

/** Ids that no plan knows: a misspelt one would show nothing, in silence. */
export function findUnknownIds(claims: readonly Claim[], groups: readonly RequirementGroup[]): Finding[] {
  const known = new Set(groups.flatMap(({ rows }) => Object.keys(rows)));
  return claims.flatMap(({ ids, file, line }) =>
    ids.filter((id) => !known.has(id)).map((id) => `${file}:${line} names ${id}, which is no requirement`),
  );
}

/**
 * docs/requirements.md. A row is done when a test of the running product names it, in tests/integration, tests/e2e
 * or tests/golden; a rule that is only computed right is not yet something a person can do.
 */
export function requirementsText(groups: readonly RequirementGroup[], claims: readonly Claim[]): string {
  const places = new Map<string, Set<string>>();
  for (const { ids, file } of claims) {
    for (const id of ids) places.set(id, (places.get(id) ?? new Set()).add(file));
  }
  const filesOf = (id: string) => [...(places.get(id) ?? [])].sort();
  const isDone = (id: string) => filesOf(id).some(isProduct);
  const all = groups.flatMap(({ rows }) => Object.keys(rows));
  const done = all.filter(isDone);
  const ruled = all.filter((id) => !isDone(id) && filesOf(id).length > 0);
  const chapters = groups.map(({ id: letter, name, rows }) => {
    const lines = Object.entries(rows).map(([id, sentence]) => {
      const state = isDone(id) ? "done" : filesOf(id).length > 0 ? "not yet (rule only)" : "not yet";
      return `| ${id} | ${sentence} | ${state} | ${filesOf(id)
        .map((file) => `\`${file}\``)
        .join(", ")} |`;
    });
    const share = `${Object.keys(rows).filter(isDone).length} of ${Object.keys(rows).length}`;
    return [
      `## ${letter}. ${name} (${share})`,
      "",
      "| Row | What the plans ask | State | Tests that name it |",
      "|---|---|---|---|",
      ...lines,
    ].join("\n");
  });
  return `${[
    "# Requirements",
    `What the plans ask, row by row, and which tests show it. ${done.length} of ${all.length} rows are done; of ${ruled.length} more the rule is computed and tested, and no screen offers it yet.`,
    "Written by `npx tsx tests/tidy/write-requirements.ts` from `docs/requirements.json` and the titles of tests that begin with the row's id. Do not edit it: a check compares it with the tests.",
    ...chapters,
  ].join("\n\n")}\n`;
}

function isProduct(file: string): boolean {
  return /^tests\/(?:integration|e2e|golden)\//.test(file);
}
