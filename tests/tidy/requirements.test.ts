import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { findClaims, findUnknownIds, requirementsText } from "./checks/requirements.ts";
import { house, planted } from "./house.ts";
import { REQUIREMENTS_FILE, readRequirements, requirementsNow } from "./requirements.ts";

const groups = readRequirements();

describe("the list of requirements", () => {
  it("holds every row of the plans once, in its chapter", () => {
    const ids = groups.flatMap(({ rows }) => Object.keys(rows));
    expect(ids).toHaveLength(248);
    expect(new Set(ids).size).toBe(248);
    for (const { id, rows } of groups) {
      const numbers = Object.keys(rows).map((_, index) => `${id}${String(index + 1).padStart(2, "0")}`);
      expect(Object.keys(rows)).toEqual(numbers);
    }
  });

  it("is cited by no test under an id that does not exist", () => {
    expect(findUnknownIds(findClaims(house), groups)).toEqual([]);
  });

  it("docs/requirements.md says what is done; `npx tsx tests/tidy/write-requirements.ts` writes it anew", () => {
    expect(readFileSync(REQUIREMENTS_FILE, "utf8")).toBe(requirementsNow(house));
  });
});

describe("canaries of the list of requirements", () => {
  const idsIn = (text: string, path = "tests/integration/a.test.ts") =>
    findClaims(planted(path, text)).flatMap(({ ids }) => ids);

  it.each([
    ['it("A10: five are enough", () => {})', ["A10"]],
    ['describe("A14, A15: leader and deputy", () => {})', ["A14", "A15"]],
    ['journey("A22: the annex", async () => {})', ["A22"]],
    ['it.each([1, 2])("K01: %s", () => {})', ["K01"]],
    ["test.prop([any])(`L05: $" + "{1} holds`, () => {})", ["L05"]],
    ['it("shows A10: nothing", () => {})', []],
    ['it.skip("A10: asleep", () => {})', []],
    ['describe.skip("asleep", () => { it("A10: inside", () => {}); })', []],
    ['it.todo("A10: one day")', []],
  ])("%s claims %j", (text, ids) => {
    expect(idsIn(text)).toEqual(ids);
  });

  it("only tests are heard", () => {
    expect(idsIn('it("A10: five", () => {})', "app/domain/a.ts")).toEqual([]);
  });

  it("an id nobody knows is found", () => {
    const claims = findClaims(planted("tests/e2e/a.test.ts", 'it("A99: far", () => {})'));
    expect(findUnknownIds(claims, groups)).toHaveLength(1);
  });

  it("a rule alone is not yet something a person can do", () => {
    const one = [{ id: "A", name: "Teams", rows: { A01: "Tree", A02: "Tiers", A03: "Teams" } }];
    const text = requirementsText(one, [
      ...findClaims(planted("app/domain/a.test.ts", 'it("A01: x", () => {})')),
      ...findClaims(planted("tests/integration/b.test.ts", 'it("A02: x", () => {})')),
    ]);
    expect(text).toContain("| A01 | Tree | not yet (rule only) | `app/domain/a.test.ts` |");
    expect(text).toContain("| A02 | Tiers | done | `tests/integration/b.test.ts` |");
    expect(text).toContain("| A03 | Teams | not yet |  |");
    expect(text).toContain("1 of 3 rows are done");
  });
});
