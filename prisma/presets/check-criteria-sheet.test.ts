import { describe, expect, it } from "vitest";
import { checkCriteriaSheet } from "#app/domain/year/check-criteria-sheet.ts";
import type { CriteriaSheet, Criterion } from "#app/domain/year/criteria-sheet.ts";
import { PRESETS } from "./presets.ts";

const { sheet } = PRESETS["dai-son-2026"].proposal;

function withFirst(change: Partial<Criterion>): CriteriaSheet {
  const [group, ...rest] = sheet.groups;
  const [first, ...others] = group?.criteria ?? [];
  if (!group || !first) throw new Error("the sheet is empty");
  return { ...sheet, groups: [{ ...group, criteria: [{ ...first, ...change }, ...others] }, ...rest] };
}

const codes = (changed: CriteriaSheet) => checkCriteriaSheet(changed).map(({ code }) => code);

describe("K06: a sheet is refused", () => {
  it("that does not add up to its maximum, with the arithmetic", () => {
    const [fault] = checkCriteriaSheet(withFirst({ maximum: 2_900 }));
    expect(fault).toMatchObject({ code: "sheet_does_not_add_up", sum: 9_900, total: 10_000 });
    const parts = fault?.code === "sheet_does_not_add_up" ? fault.parts : [];
    expect(parts).toHaveLength(8);
    expect(parts.reduce((sum, { maximum }) => sum + maximum, 0)).toBe(9_900);
    expect(parts[0]).toEqual({ title: "Người thành thạo", maximum: 2_900 });
  });

  it.each<[string, CriteriaSheet, string[]]>([
    ["empty", { ...sheet, groups: [] }, ["sheet_empty"]],
    [
      "a half hundredth",
      withFirst({ maximum: 3_000.5 }),
      ["sheet_does_not_add_up", "sheet_maximum_impossible"],
    ],
    ["without words", withFirst({ title: "  " }), ["sheet_words_missing"]],
    ["a key twice", withFirst({ key: "quality" }), ["sheet_key_twice"]],
    [
      "a formula of another fact",
      withFirst({
        measure: {
          by: "metric",
          metric: "reports",
          formula: { kind: "share", asked: 5_000, absentAtMost: 0 },
        },
      }),
      ["sheet_formula_does_not_fit"],
    ],
    [
      "a count nobody keeps",
      withFirst({
        measure: { by: "metric", metric: "campaigns", formula: { kind: "each", points: { votes: 100 } } },
      }),
      ["sheet_formula_does_not_fit"],
    ],
    [
      "a share of nothing",
      withFirst({
        measure: {
          by: "metric",
          metric: "training",
          formula: { kind: "share", asked: 0, absentAtMost: 0 },
        },
      }),
      ["sheet_figure_impossible"],
    ],
    [
      "an ending before its beginning",
      withFirst({
        measure: {
          by: "metric",
          metric: "agreement",
          formula: { kind: "between", from: 9_500, to: 8_000, leastLooks: 10 },
        },
      }),
      ["sheet_figure_impossible"],
    ],
    [
      "bands that rise",
      { ...sheet, bands: sheet.bands.map((band, index) => ({ ...band, from: index * 1_000 })) },
      ["sheet_bands_do_not_fall"],
    ],
    ["no band at the bottom", { ...sheet, bands: sheet.bands.slice(0, 4) }, ["sheet_bands_do_not_fall"]],
    [
      "a last band with a condition",
      {
        ...sheet,
        bands: sheet.bands.map((band) =>
          band.from === 0 ? { ...band, conditions: [{ kind: "no_gap" }] } : band,
        ),
      },
      ["sheet_last_band_guarded"],
    ],
    ["a quota of none", { ...sheet, quota: 0 }, ["sheet_quota_impossible"]],
    ["a rung twice", { ...sheet, ties: ["agreement", "agreement"] }, ["sheet_tie_twice"]],
    [
      "a village in two clusters",
      {
        ...sheet,
        clusters: [
          { key: "a", title: "A", villages: [1, 2] },
          { key: "b", title: "B", villages: [2] },
        ],
      },
      ["sheet_village_in_two_clusters"],
    ],
  ])("%s", (_, changed, expected) => {
    expect(codes(changed)).toEqual(expected);
  });

  it("never, when it is one of the presets", () => {
    for (const { proposal } of Object.values(PRESETS)) expect(checkCriteriaSheet(proposal.sheet)).toEqual([]);
  });
});
