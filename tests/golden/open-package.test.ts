import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { composePackage, type OpenLine, PACKAGE_FILES } from "#app/domain/open-package/open-package.ts";
import { type ReviewResult, writeResult } from "#app/domain/year/review-result.ts";
import { findPython, runPython } from "../support/python.ts";
import { reviewResults } from "../support/review-samples.ts";

const VERIFIER = "app/features/open-package/kiem-tra.py";
const verifier = readFileSync(VERIFIER, "utf8");
const hash = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");
const python = findPython();

/** Reads packages, one a line, and answers each with what is not equal in it. */
const DRIVER = `
import importlib.util, json, sys
spec = importlib.util.spec_from_file_location("kiem_tra", ${JSON.stringify(VERIFIER)})
module = importlib.util.module_from_spec(spec)
spec.loader.exec_module(module)
base = {}
for line in sys.stdin:
    change = {name: text.encode() for name, text in json.loads(line).items()}
    if len(change) > 1:
        base = change
    found, _, _, _ = module.check({**base, **change}, None)
    print(json.dumps(found))
`;

function findings(packages: readonly Readonly<Record<string, string>>[]): string[][] {
  const input = packages.map((files) => JSON.stringify(files)).join("\n");
  const { status, output } = runPython(python ?? "", ["-c", DRIVER], input);
  if (status !== 0) throw new Error(output.slice(-2_000));
  return output
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as string[]);
}

const LINES: readonly OpenLine[] = [202_602, 202_602, 202_603, 202_603, 202_603].map((month, index) => ({
  month,
  village: index === 3 ? null : `=Thôn ${index}`,
  worker: hash(`worker ${index % 2}`).slice(0, 12),
  work: hash(`work ${index}`).slice(0, 12),
  kind: "award",
  rule: "public-service",
  points: index === 4 ? -200 : 100 * (index + 1),
  corrects: index === 4 ? 2 : null,
}));

function packageOf(result: ReviewResult): Record<string, string> {
  const seals = result.months.map(({ id, sealNumber, sealSha256 }) => {
    const own = LINES.filter(({ month }) => month === id);
    return {
      month: id,
      number: sealNumber,
      sha256: sealSha256,
      previousSha256: String(sealNumber - 1).repeat(64),
      lines: own.length,
      points: own.reduce((sum, { points }) => sum + points, 0),
    };
  });
  const contents = {
    result: writeResult(result),
    lines: LINES,
    seals,
    verifier,
    readmeVi: "Đọc 1.",
    readmeEn: "Read 1.",
  };
  return Object.fromEntries(composePackage(contents, hash).map(({ name, text }) => [name, text]));
}

const RUNS = 160;
const CHANGES = 200;

describe.skipIf(python === null)("the open package and its verifier in another language", () => {
  it("K01: both programs come to the same scores, bands and ranks from any sheet and any facts", () => {
    const results = fc.sample(reviewResults, { numRuns: RUNS, seed: 7 });
    const found = findings(results.map(packageOf));
    for (const [index, lines] of found.entries())
      expect(lines, JSON.stringify(results[index]?.sheet)).toEqual([]);
    expect(found).toHaveLength(RUNS);
    const all = results.flatMap(({ villages }) => villages);
    expect(new Set(all.flatMap(({ criteria }) => criteria.map(({ state }) => state)))).toEqual(
      new Set(["scored", "no_data", "not_run"]),
    );
    expect(
      all.filter(({ heldBack }) => heldBack.length > 0).length,
      "conditions are met too",
    ).toBeGreaterThan(10);
    expect(all.filter(({ rank }) => rank !== null && rank > 3).length).toBeGreaterThan(100);
  });

  it("K01: one changed number, wherever it stands, is found and named, 200 times of 200", () => {
    const results = fc.sample(reviewResults, { numRuns: 4, seed: 11 });
    const asked: Record<string, string>[] = [];
    const places: (string | null)[] = [];
    for (const result of results) {
      const files = packageOf(result);
      asked.push(files);
      places.push(null);
      const names = Object.keys(files);
      for (let turn = 0; turn < CHANGES / results.length; turn++) {
        const name = names[turn % names.length] ?? "";
        asked.push({ [name]: changeOneNumber(files[name] ?? "", 31 * turn + 17) });
        places.push(name);
      }
    }
    const found = findings(asked);
    for (const [index, name] of places.entries()) {
      const lines = found[index] ?? [];
      if (name === null) expect(lines).toEqual([]);
      else {
        expect(lines.length, `a changed number in ${name}`).toBeGreaterThan(0);
        expect(lines.join("\n"), "and which file it is in").toContain(name);
      }
    }
    expect(places.filter((name) => name !== null)).toHaveLength(CHANGES);
  });

  it("K01: a changed figure is named by village, criterion and step, and by its place in the file", () => {
    const [result] = fc.sample(
      reviewResults.filter(({ villages }) =>
        villages.some(({ criteria }) => criteria[0]?.state === "scored"),
      ),
      { numRuns: 1, seed: 3 },
    );
    if (!result) throw new Error("no result");
    const files = packageOf(result);
    const at = result.villages.findIndex(({ criteria }) => criteria[0]?.state === "scored");
    const village = result.villages[at];
    const forged = structuredClone(result) as unknown as { villages: { criteria: { points: string }[] }[] };
    const criterion = forged.villages[at]?.criteria[0];
    if (!criterion || !village) throw new Error("no criterion");
    criterion.points = "4321/1";
    const [, lines] = findings([
      files,
      { [PACKAGE_FILES.result]: writeResult(forged as unknown as ReviewResult) },
    ]);
    const said = lines?.join("\n") ?? "";
    expect(said).toContain(
      `${village.name} > criteria > ${village.criteria[0]?.key} > points: ghi/written 4321/1`,
    );
    expect(said).toContain(`/villages/${at}/criteria/0/points`);
  });

  it("K01: a line taken out of the ledger, a file left out and a broken file are told, never a crash", () => {
    const [result] = fc.sample(reviewResults, { numRuns: 1, seed: 5 });
    if (!result) throw new Error("no result");
    const files = packageOf(result);
    const shorter = (files[PACKAGE_FILES.ledger] ?? "").replace(/^2,.*\r\n/m, "");
    const [, ledger, broken, empty] = findings([
      files,
      { [PACKAGE_FILES.ledger]: shorter },
      { [PACKAGE_FILES.result]: "{" },
      { [PACKAGE_FILES.cells]: "" },
    ]);
    expect(ledger?.join("\n")).toContain(
      "so-cai.csv tháng/month 202602, số dòng/lines: ghi/written 2, tính lại/computed 1",
    );
    expect(broken?.join("\n")).toContain("ket-qua.json: không đọc được/not readable");
    expect(empty?.join("\n")).toContain("tung-muc.csv: không đọc được/not readable");
  });
});

/** Another digit in the place of one; which one follows from the turn. */
function changeOneNumber(text: string, turn: number): string {
  const digits = [...text.matchAll(/\d/g)];
  const chosen = digits[(turn * 7_919) % digits.length];
  if (!chosen) throw new Error("no number in it");
  return `${text.slice(0, chosen.index)}${(Number(chosen[0]) + 1 + (turn % 8)) % 10}${text.slice(chosen.index + 1)}`;
}
