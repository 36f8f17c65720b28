/** A route of the build, as far as its address goes. */
export interface NamedRoute {
  readonly id: string;
  readonly parentId?: string | undefined;
  readonly path?: string | undefined;
}

export const UNKNOWN_ROUTE = "unknown";

type Segment = { readonly text: string; readonly kind: "word" | "parameter" | "rest" };

/**
 * Finds the pattern behind an address ("/bang-xep-hang/:ky"), for logs and metrics: a pattern names no person and
 * there are only as many as routes. Whatever falls to the route for everything else is "unknown".
 */
export function makeRouteNamer(routes: readonly NamedRoute[]): (path: string) => string {
  const byId = new Map(routes.map((route) => [route.id, route]));
  const patterns = [...new Set(routes.map((route) => patternOf(route, byId)))]
    .map((pattern) => ({ pattern, segments: pattern.split("/").filter(Boolean).map(readSegment) }))
    .sort((left, right) => weight(right.segments) - weight(left.segments));
  return (path) => {
    const words = path
      .replace(/\.data$/, "")
      .replace(/^\/_root$/, "/")
      .split("/")
      .filter(Boolean);
    const found = patterns.find(({ segments }) => matches(segments, words));
    return found === undefined || found.pattern === "/*" ? UNKNOWN_ROUTE : found.pattern;
  };
}

function patternOf(route: NamedRoute, byId: ReadonlyMap<string, NamedRoute>): string {
  const parent = route.parentId === undefined ? undefined : byId.get(route.parentId);
  const base = parent === undefined ? "" : patternOf(parent, byId);
  const parts = [...base.split("/"), ...(route.path ?? "").split("/")].filter(Boolean);
  return `/${parts.join("/")}`;
}

function readSegment(text: string): Segment {
  return { text, kind: text === "*" ? "rest" : text.startsWith(":") ? "parameter" : "word" };
}

/** Words before parameters before the rest, longer before shorter. */
function weight(segments: readonly Segment[]): number {
  const weights = { word: 4, parameter: 3, rest: -1 };
  return segments.reduce((sum, { kind }) => sum + weights[kind], 0);
}

function matches(segments: readonly Segment[], words: readonly string[]): boolean {
  for (const [index, segment] of segments.entries()) {
    if (segment.kind === "rest") return true;
    const word = words[index];
    const isOptional = segment.text.endsWith("?");
    if (word === undefined) return isOptional && index === segments.length - 1;
    if (segment.kind === "word" && segment.text.replace(/\?$/, "") !== word) return false;
  }
  return segments.length === words.length;
}
