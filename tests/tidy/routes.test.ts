import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { routes } from "../../remix.config.js";
import {
  findStrayRoutes,
  findUnguardedDoors,
  listRoutes,
  type RouteTable,
  readPolicy,
} from "./checks/routes.ts";
import { house, planted } from "./house.ts";
import { POLICY_FILE, policyText } from "./route-policy.ts";

const listed = listRoutes(routes as RouteTable);

describe("the route policy", () => {
  it("F07: every loader and every action guards itself in its first line", () => {
    expect(findUnguardedDoors(house)).toEqual([]);
  });

  it("every address leads to a file and no file with a door is left without an address", () => {
    expect(findStrayRoutes(listed, house)).toEqual([]);
  });

  it("route-policy.json says who may pass; `npx tsx tests/tidy/write-route-policy.ts` writes it anew", () => {
    expect(readFileSync(POLICY_FILE, "utf8")).toBe(policyText(readPolicy(listed, house)));
  });
});

describe("canaries of the route policy", () => {
  it.each([
    "export async function loader(args) { return data(await readAll(args)); }",
    "export const action = async (args) => { const form = await readForm(args); await allow(args, 'x'); };",
    "export async function loader(args) { allow(args, 'seen'); return null; }",
    "export const loader = guarded(async () => null);",
    "export const loader = async () => null;",
    'export { loader } from "./other.tsx";',
    "export async function loader(args) { await allow(args, capability); }",
    "export async function loader(args) { if (open) return null; await allow(args, 'x'); }",
    "export async function action() {}",
  ])("%s is found", (text) => {
    expect(findUnguardedDoors(planted("app/routes/public/a.tsx", text))).toHaveLength(1);
  });

  it("guarded doors stay silent and are written into the policy", () => {
    const text = `
      export async function loader(args) { const visitor = await allow(args, "roster.read"); return visitor; }
      export const action = async (args) => { await allowAnyone(args); return null; };`;
    const files = planted("app/routes/office/people.tsx", text);
    expect(findUnguardedDoors(files)).toEqual([]);
    expect(readPolicy([{ path: "/people", file: "app/routes/office/people.tsx" }], files)).toEqual([
      { path: "*", file: "app/root.tsx", loader: null, action: null },
      { path: "/people", file: "app/routes/office/people.tsx", loader: "roster.read", action: "anyone" },
    ]);
  });

  it("an address without a file and a door without an address are found", () => {
    const files = planted("app/routes/public/a.tsx", "export const loader = null;");
    expect(findStrayRoutes([{ path: "/b", file: "app/routes/public/b.tsx" }], files)).toHaveLength(2);
  });

  it("nested addresses are read with their parents", () => {
    const table: RouteTable = (define) =>
      define((route) => {
        route("/office", "office.tsx", () => route("people/:id", "people.tsx", { index: false }));
      });
    expect(listRoutes(table)).toEqual([
      { path: "/office", file: "app/office.tsx" },
      { path: "/office/people/:id", file: "app/people.tsx" },
    ]);
  });
});
