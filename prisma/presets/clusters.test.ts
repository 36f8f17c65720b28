import { describe, expect, it } from "vitest";
import { checkCriteriaSheet } from "#app/domain/year/check-criteria-sheet.ts";
import { clusterSlots, clustersOf } from "#app/domain/year/clusters.ts";
import { choiceOf, MEASURE_CHOICES, measureOf } from "#app/domain/year/measure-choice.ts";
import { listCriteria } from "#app/domain/year/review-run.ts";
import { PRESETS } from "./presets.ts";

const { sheet } = PRESETS["dai-son-2026"].proposal;
const known = [{ key: "hill", title: "Vùng cao", villages: [3, 4] }];

describe("clusters of villages", () => {
  it("K06: keep their key when they are named anew, and take each village once or not at all", () => {
    expect(clusterSlots(known).map(({ title }) => title)).toEqual(["Vùng cao", "", ""]);
    const slots = [
      { slot: 1, title: "Vùng núi" },
      { slot: 2, title: "Vùng thấp" },
      { slot: 3, title: "" },
    ];
    const made = clustersOf(
      known,
      slots,
      new Map([
        [4, 1],
        [7, 2],
        [3, 2],
      ]),
    );
    expect(made).toEqual({
      ok: true,
      value: [
        { key: "hill", title: "Vùng núi", villages: [4] },
        { key: "cluster-1", title: "Vùng thấp", villages: [3, 7] },
      ],
    });
    expect(clustersOf(known, slots, new Map([[4, 3]]))).toMatchObject({
      code: "cluster_without_name",
      slot: 3,
    });
    expect(clustersOf(known, [{ slot: 1, title: "" }], new Map())).toEqual({ ok: true, value: [] });
  });
});

describe("ways to measure a criterion", () => {
  it("K06: each can be chosen, says its own name, and makes a sound sheet", () => {
    for (const choice of MEASURE_CHOICES) {
      const measure = measureOf(choice);
      expect(choiceOf(measure)).toBe(choice);
      const groups = sheet.groups.map((group) => ({
        ...group,
        criteria: group.criteria.map((each) => (each.key === "quality" ? { ...each, measure } : each)),
      }));
      expect(listCriteria({ ...sheet, groups }).some(({ key }) => key === "quality")).toBe(true);
      expect(checkCriteriaSheet({ ...sheet, groups }), choice).toEqual([]);
    }
  });
});
