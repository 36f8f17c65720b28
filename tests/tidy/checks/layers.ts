import { type Finding, type ImportOf, importsOf, isCode, isTest, type SourceFile } from "./source.ts";

/** Imports go strictly down; equal ranks never meet. The longest prefix that fits names the layer. */
export const LAYER_RANKS: readonly (readonly [prefix: string, layer: string, rank: number])[] = [
  ["app/domain/", "domain", 0],
  ["app/messages/", "messages", 1],
  ["app/platform/", "platform", 1],
  ["prisma/presets/", "presets", 1],
  ["app/features/", "features", 2],
  ["app/ui/", "ui", 2],
  ["app/routes/", "routes", 3],
  ["app/root.tsx", "root", 3],
  ["app/entry.", "root", 3],
  ["workers/", "workers", 3],
  ["prisma/seed/", "seed", 3],
  ["app/server/", "server", 4],
];

const TEST_PACKAGES = /^(?:vitest|fast-check|@fast-check\/vitest|node:)/;
const GENERATED_CLIENT = "app/platform/prisma-client/";

interface Place {
  readonly layer: string;
  readonly rank: number;
}

export function placeOf(path: string): Place | null {
  const row = LAYER_RANKS.find(([prefix]) => path.startsWith(prefix));
  return row ? { layer: row[1], rank: row[2] } : null;
}

function featureOf(path: string): string | null {
  return /^app\/features\/([^/]+)\//.exec(path)?.[1] ?? null;
}

function isHouse(file: SourceFile): boolean {
  return isCode(file) && /^(?:app|workers|prisma)\//.test(file.path);
}

export function findLayerBreaks(files: readonly SourceFile[], featureEdges: readonly string[]): Finding[] {
  const known = new Set(files.map((file) => file.path));
  return files.filter(isHouse).flatMap((file) => {
    const from = placeOf(file.path);
    if (!from) return [`${file.path}:1 belongs to no layer`];
    return importsOf(file).flatMap((edge) => {
      const says = judge(file, from, edge, known, featureEdges);
      return says ? [`${file.path}:${edge.line} ${says}`] : [];
    });
  });
}

function judge(
  file: SourceFile,
  from: Place,
  edge: ImportOf,
  known: ReadonlySet<string>,
  featureEdges: readonly string[],
): string | null {
  const { target, specifier } = edge;
  if (target === null) return judgePackage(file, from, specifier);
  if (target.startsWith("tests/")) return isTest(file) ? null : `the house imports its own test ${target}`;
  const to = placeOf(target);
  if (!to) return /\.css$/.test(target) ? null : `imports ${target}, which belongs to no layer`;
  if (!known.has(target) && !target.startsWith(GENERATED_CLIENT))
    return `imports ${target}, which is not there`;
  if (target.startsWith(GENERATED_CLIENT) && from.layer !== "platform" && from.layer !== "features") {
    return "Prisma's row types stop at features";
  }
  if (from.layer === "ui" && /\.server\.tsx?$/.test(target)) return `ui imports the server-only ${target}`;
  if (from.layer === to.layer) return judgeFeatures(file.path, target, featureEdges);
  if (to.rank < from.rank) return null;
  const way = to.rank === from.rank ? "sideways" : "up";
  return `${from.layer} (${from.rank}) imports ${way} from ${to.layer} (${to.rank}): ${target}`;
}

function judgePackage(file: SourceFile, from: Place, specifier: string): string | null {
  if (isTest(file) && TEST_PACKAGES.test(specifier)) return null;
  if (from.layer === "domain" || from.layer === "messages" || from.layer === "presets") {
    return `${from.layer} knows no packages, yet imports ${specifier}`;
  }
  if (/^zod\b/.test(specifier) && !["features", "platform", "workers", "seed"].includes(from.layer)) {
    return `zod stays at the edge in features, yet ${from.layer} imports it`;
  }
  const isServerSide = /^(?:pg|bullmq|ioredis|pino|@prisma\/)/.test(specifier);
  if (isServerSide && ["ui", "routes", "root"].includes(from.layer))
    return `${from.layer} reaches past features to ${specifier}`;
  return null;
}

function judgeFeatures(from: string, target: string, featureEdges: readonly string[]): string | null {
  const [a, b] = [featureOf(from), featureOf(target)];
  if (a === null || b === null || a === b || featureEdges.includes(`${a} -> ${b}`)) return null;
  return `feature ${a} imports feature ${b}, an edge nobody has listed: ${target}`;
}

/** Edges of the literal list that no import needs any more. */
export function findIdleFeatureEdges(
  files: readonly SourceFile[],
  featureEdges: readonly string[],
): Finding[] {
  const used = new Set<string>();
  for (const file of files.filter(isHouse)) {
    for (const { target } of importsOf(file)) {
      const [a, b] = [featureOf(file.path), target ? featureOf(target) : null];
      if (a && b) used.add(`${a} -> ${b}`);
    }
  }
  return featureEdges
    .filter((edge) => !used.has(edge))
    .map((edge) => `feature edge "${edge}" is listed but not used`);
}

/** One finding per circle among files, `import type` counted, with the files in the order of import. */
export function findCircles(files: readonly SourceFile[]): Finding[] {
  const graph = new Map(
    files
      .filter(isHouse)
      .map((file) => [file.path, importsOf(file).flatMap(({ target }) => (target ? [target] : []))]),
  );
  return findGraphCircles(graph).map(
    (circle) => `${circle[0]}:1 imports itself in a circle: ${circle.join(" -> ")}`,
  );
}

export function findFeatureCircles(featureEdges: readonly string[]): Finding[] {
  const graph = new Map<string, string[]>();
  for (const edge of featureEdges) {
    const [from = "", to = ""] = edge.split(" -> ");
    graph.set(from, [...(graph.get(from) ?? []), to]);
  }
  return findGraphCircles(graph).map(
    (circle) => `features import each other in a circle: ${circle.join(" -> ")}`,
  );
}

function findGraphCircles(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const circles: string[][] = [];
  const done = new Set<string>();
  const trail: string[] = [];
  const visit = (node: string): void => {
    const at = trail.indexOf(node);
    if (at >= 0) circles.push([...trail.slice(at), node]);
    if (at >= 0 || done.has(node)) return;
    trail.push(node);
    for (const next of graph.get(node) ?? []) visit(next);
    trail.pop();
    done.add(node);
  };
  for (const node of graph.keys()) visit(node);
  return circles;
}
