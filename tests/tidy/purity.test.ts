import { describe, expect, it } from "vitest";
import { findEnvironmentReads } from "./checks/environment.ts";
import { findModuleState } from "./checks/module-state.ts";
import { findHiddenClocks, findImpurity } from "./checks/purity.ts";
import { house, planted } from "./house.ts";

describe("purity", () => {
  it("domain knows no clock, chance, world or time zone", () => {
    expect(findImpurity(house)).toEqual([]);
  });

  it("features, messages, routes and workers take time and chance from the platform", () => {
    expect(findHiddenClocks(house)).toEqual([]);
  });

  it("no module remembers anything outside the composition root", () => {
    expect(findModuleState(house)).toEqual([]);
  });

  it("the environment is read in platform/config and the launcher only", () => {
    expect(findEnvironmentReads(house)).toEqual([]);
  });
});

describe("canaries of purity", () => {
  it.each([
    "const now = Date.now();",
    "const now = new Date();",
    "const now = Date();",
    "const day = new Date(2026, 0, 1);",
    "const hour = when.getHours();",
    "const text = when.toLocaleDateString();",
    "const chance = Math.random();",
    "const chance = crypto.getRandomValues(bytes);",
    "const zone = process.env;",
    "setTimeout(work, 5);",
    "const start = performance.now();",
    "const answer = fetch(address);",
    "const page = globalThis.location;",
  ])("domain with %s is found", (text) => {
    expect(findImpurity(planted("app/domain/a.ts", text)).length).toBeGreaterThan(0);
  });

  it("names that only look like the world stay silent", () => {
    const text =
      "type X = { process: string; document: number }; export const f = (x: X) => ({ document: x.document, at: new Date(5) });";
    expect(findImpurity(planted("app/domain/a.ts", text))).toEqual([]);
  });

  it.each(["new Date();", "Date.now();", "Math.random();", "randomUUID();", "randomBytes(8);"])(
    "a feature with %s is found",
    (text) => {
      expect(findHiddenClocks(planted("app/features/a/b.server.ts", text))).toHaveLength(1);
    },
  );

  it.each([
    "let count = 0;",
    "var count = 0;",
    "const cache = new Map<string, string>();",
    "const cache: Record<string, string> = {};",
    "export const waiting: string[] = [];",
    "const pool = new Pool();",
    "class Seen { static count = 0; }",
    "const table = { a: 1 }; export function f() { table.a = 2; }",
    "const list = [1]; export const f = () => list.push(2);",
    "const table = { a: 1 }; export function f() { delete table.a; }",
  ])("a module with %s is found", (text) => {
    expect(findModuleState(planted("app/platform/a.ts", text))).toHaveLength(1);
  });

  it.each([
    'const CODES: ReadonlySet<string> = new Set(["a"]);',
    "const PATTERN = new RegExp('a');",
    "const LIST = [1, 2] as const;",
    "function f() { const list: number[] = []; list.push(1); let count = 0; count += 1; return list; }",
    "const list = [1]; function f(list: number[]) { list.push(2); }",
    "Button.displayName = 'Button';",
  ])("a module with %s stays silent", (text) => {
    expect(findModuleState(planted("app/platform/a.ts", text))).toEqual([]);
  });

  it.each([
    "process.env.PORT",
    'process["env"]',
    "import.meta.env.MODE",
    "import.meta.url",
    'import { env } from "node:process";',
  ])("a read of %s is found", (text) => {
    expect(findEnvironmentReads(planted("app/features/a/b.server.ts", text))).toHaveLength(1);
    expect(findEnvironmentReads(planted("app/platform/config/read-config.server.ts", text))).toEqual([]);
  });
});
