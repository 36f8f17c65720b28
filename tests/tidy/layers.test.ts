import { describe, expect, it } from "vitest";
import { findCircles, findFeatureCircles, findIdleFeatureEdges, findLayerBreaks } from "./checks/layers.ts";
import type { SourceFile } from "./checks/source.ts";
import { FEATURE_EDGES } from "./feature-edges.ts";
import { house, planted } from "./house.ts";

function breaks(path: string, text: string, others: readonly string[] = []): string[] {
  const files: SourceFile[] = [...planted(path, text), ...others.map((other) => ({ path: other, text: "" }))];
  return findLayerBreaks(files, ["months -> ledger"]);
}

describe("layers", () => {
  it("imports go strictly down and equal ranks never meet", () => {
    expect(findLayerBreaks(house, FEATURE_EDGES)).toEqual([]);
  });

  it("no file imports itself in a circle, type imports counted", () => {
    expect(findCircles(house)).toEqual([]);
  });

  it("the listed edges between features are all used and make no circle", () => {
    expect(findIdleFeatureEdges(house, FEATURE_EDGES)).toEqual([]);
    expect(findFeatureCircles(FEATURE_EDGES)).toEqual([]);
  });
});

describe("canaries of the layers", () => {
  const inner = "app/domain/ids.ts";
  const feature = "app/features/ledger/read-balance.server.ts";

  it.each([
    ["up", "app/domain/a.ts", 'import { x } from "#app/features/ledger/read-balance.server.ts";', feature],
    [
      "up by a type only",
      "app/domain/a.ts",
      'import type { X } from "../platform/clock/clock.ts";',
      "app/platform/clock/clock.ts",
    ],
    [
      "up by a type expression",
      "app/domain/a.ts",
      'type X = import("../platform/clock/clock.ts").X;',
      "app/platform/clock/clock.ts",
    ],
    [
      "up by a dynamic import",
      "app/features/a/b.ts",
      'await import("#app/routes/public/home.tsx");',
      "app/routes/public/home.tsx",
    ],
    [
      "up by a re-export",
      "app/ui/a.ts",
      'export * from "../routes/public/home.tsx";',
      "app/routes/public/home.tsx",
    ],
    [
      "sideways",
      "app/features/a/b.ts",
      'import { x } from "#app/ui/kit/button.tsx";',
      "app/ui/kit/button.tsx",
    ],
    [
      "sideways",
      "app/messages/vi.ts",
      'import { x } from "#app/platform/clock/clock.ts";',
      "app/platform/clock/clock.ts",
    ],
    [
      "to tests",
      "app/features/a/b.ts",
      'import { x } from "#tests/support/browser.ts";',
      "tests/support/browser.ts",
    ],
    ["to what is not there", "app/ui/a.ts", 'import { x } from "#app/domain/gone.ts";', inner],
    [
      "to server-only code from ui",
      "app/ui/a.tsx",
      'import { x } from "#app/platform/log/log.server.ts";',
      "app/platform/log/log.server.ts",
    ],
    [
      "to Prisma's types from a route",
      "app/routes/public/a.tsx",
      'import type { P } from "#app/platform/prisma-client/client.ts";',
      inner,
    ],
    ["to a package from domain", "app/domain/a.ts", 'import { z } from "zod";', inner],
    ["to Node from domain", "app/domain/a.ts", 'import { createHash } from "node:crypto";', inner],
    ["to zod from a route", "app/routes/public/a.tsx", 'import { z } from "zod";', inner],
    ["to the driver from a route", "app/routes/public/a.tsx", 'import pg from "pg";', inner],
    [
      "to an unlisted feature",
      "app/features/ledger/a.ts",
      'import { x } from "../months/close.ts";',
      "app/features/months/close.ts",
    ],
  ])("an import %s in %s is found", (_way, path, text, other) => {
    expect(breaks(path, text, [other])).toHaveLength(1);
  });

  it("a file outside every layer is found", () => {
    expect(breaks("app/stuff/a.ts", "")).toEqual(["app/stuff/a.ts:1 belongs to no layer"]);
  });

  it("what is allowed stays silent", () => {
    expect(
      breaks(
        "app/features/months/a.ts",
        'import { x } from "../ledger/read-balance.server.ts"; import { z } from "zod";',
        [feature],
      ),
    ).toEqual([]);
    expect(
      breaks("app/domain/a.test.ts", 'import { expect } from "vitest"; import { x } from "./ids.ts";', [
        inner,
      ]),
    ).toEqual([]);
  });

  it("a circle of three files is found, also through types", () => {
    const files = [
      { path: "app/domain/a.ts", text: 'import "./b.ts";' },
      { path: "app/domain/b.ts", text: 'import type { C } from "./c.ts";' },
      { path: "app/domain/c.ts", text: 'export { a } from "./a.ts";' },
    ];
    expect(findCircles(files)).toEqual([
      "app/domain/a.ts:1 imports itself in a circle: app/domain/a.ts -> app/domain/b.ts -> app/domain/c.ts -> app/domain/a.ts",
    ]);
  });

  it("an idle edge and a circle of features are found", () => {
    expect(findIdleFeatureEdges([], ["a -> b"])).toHaveLength(1);
    expect(findFeatureCircles(["a -> b", "b -> a"])).toEqual([
      "features import each other in a circle: a -> b -> a",
    ]);
  });
});
