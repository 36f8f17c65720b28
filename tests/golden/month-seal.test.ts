import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { type SealedLine, type SealFacts, writeSeal, writeSealedLine } from "#app/domain/months/seal.ts";

const BYTES = "tests/golden/month-seal-202611.txt";
/** Of the file, as `sha256sum` tells it: whoever changes the format of seals breaks every seal that was printed. */
const SHA256 = "974f78868fb4c52dc44467f84016c8e34200c16b9c727ce81560c79857594c53";

const line = (seq: number, points: number, wish: Partial<SealedLine> = {}): SealedLine => ({
  seq,
  key: `award:01939a3e-7000-7000-8000-00000000c00${seq}:1:1:01939a3e-7000-7000-8000-00000000aaaa`,
  step: 0,
  kind: "award",
  rule: "online-public-service",
  points,
  member: "01939a3e-7000-7000-8000-00000000aaaa",
  team: 4,
  village: 2,
  workDate: "2026-11-03",
  isAdjustment: false,
  version: 1,
  claim: `01939a3e-7000-7000-8000-00000000c00${seq}`,
  revision: 1,
  unit: 1,
  decision: `01939a3e-7000-7000-8000-00000000d00${seq}`,
  verifier: "01939a3e-7000-7000-8000-00000000bbbb",
  corrects: null,
  reason: null,
  ...wish,
});
const LINES = [
  line(7, 400),
  line(8, 133, { village: null, isAdjustment: true, workDate: "2026-10-14" }),
  line(9, -400, {
    step: 1,
    key: line(7, 0).key,
    claim: line(7, 0).claim,
    corrects: 7,
    reason: "Hoà giải: ghi nhầm",
  }),
];

const facts: SealFacts = {
  number: 2,
  commune: 1,
  month: {
    id: 202611,
    firstDay: "2026-10-15",
    lastDay: "2026-11-14",
    graceEndsAt: "2026-11-17T17:00:00Z",
    appealsEndAt: "2026-11-22T17:00:00Z",
    isTrial: false,
  },
  rules: { version: 1, sha256: "ab".repeat(32) },
  chunks: [
    {
      first: 7,
      last: 9,
      count: 3,
      points: 133,
      sha256: createHash("sha256").update(LINES.map(writeSealedLine).join(""), "utf8").digest("hex"),
    },
  ],
  standings: {
    commune: [{ id: "1", points: 133, claims: 1, visits: 4 }],
    village: [{ id: "2", points: 0, claims: 0, visits: 0 }],
    team: [
      { id: "9", points: 133, claims: 1, visits: 4 },
      { id: "4", points: 133, claims: 1, visits: 4 },
      { id: "5", points: 40, claims: 1, visits: 1 },
    ],
    member: [{ id: "01939a3e-7000-7000-8000-00000000aaaa", points: 133, claims: 1, visits: 4 }],
  },
  exceptions: [
    {
      id: "01939a3e-7000-7000-8000-00000000e001",
      month: 202610,
      claim: "01939a3e-7000-7000-8000-00000000c001",
      effect: "reverse",
      document: "12/BB-VHXH",
      reason: "Buổi này không diễn ra",
      askedBy: "01939a3e-7000-7000-8000-00000000bbbb",
      decidedBy: "01939a3e-7000-7000-8000-00000000cccc",
      decision: "01939a3e-7000-7000-8000-00000000e001",
    },
  ],
  appeals: [{ id: "01939a3e-7000-7000-8000-00000000f001", claim: null, team: 4, outcome: "dismissed" }],
  previous: "cd".repeat(32),
};

it("J24: a month of the past is sealed in the very bytes it was sealed in, letter for letter", async () => {
  const content = writeSeal(facts);
  expect(content).toBe(await readFile(BYTES, "utf8"));
  expect(createHash("sha256").update(content, "utf8").digest("hex")).toBe(SHA256);
});
