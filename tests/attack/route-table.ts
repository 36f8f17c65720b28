import { readFileSync } from "node:fs";
import type { RoutePolicy } from "../tidy/checks/routes.ts";

export interface Route extends RoutePolicy {
  readonly parameters: readonly string[];
  /** Names of the query that its source reads. */
  readonly queries: readonly string[];
  matches(pathname: string): boolean;
}

/** Every address there is, the most exact first, so that the first that matches is the one that answers. */
export function listAllRoutes(): Route[] {
  const rows = JSON.parse(readFileSync("tests/tidy/route-policy.json", "utf8")) as RoutePolicy[];
  return rows
    .filter(({ path }) => path !== "*")
    .map((row) => {
      const parts = row.path.split("/").map((part) => {
        if (part === "*") return ".*";
        if (part.startsWith(":")) return part.endsWith("?") ? "[^/]*" : "[^/]+";
        return part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
      });
      const pattern = new RegExp(`^${parts.join("/")}/?$`, "i");
      const source = readFileSync(row.file, "utf8");
      return {
        ...row,
        parameters: [...row.path.matchAll(/:([a-zA-Z]+)/g)].map(([, name]) => name ?? ""),
        queries: [
          ...new Set([...source.matchAll(/[gG]et(?:All)?\("([a-zA-Z-]+)"\)/g)].map(([, name]) => name ?? "")),
        ],
        matches: (pathname: string) => pattern.test(pathname),
      };
    })
    .sort((a, b) => weight(b.path) - weight(a.path));
}

function weight(path: string): number {
  return (
    path.split("/").reduce((sum, part) => sum * 4 + (part === "*" ? 0 : part.startsWith(":") ? 2 : 3), 1) *
    (path.includes("*") ? 0.001 : 1)
  );
}

export function routeOf(routes: readonly Route[], path: string): Route | undefined {
  const pathname = (path.split("?")[0] ?? path).replace(/\.data$/, "");
  // As many parts as the address has, or a star.
  return routes.find((route) => route.matches(pathname));
}
