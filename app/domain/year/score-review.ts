import { makeSortKey } from "../text/sort-key.ts";
import type { CriteriaSheet, TieRung, VillageFacts } from "./criteria-sheet.ts";
import { compare, type Exact, exact, readExact } from "./exact.ts";
import { monthsMet } from "./judge-band.ts";
import { countsOf, leftOutOf } from "./measure-criterion.ts";
import { listCriteria, whatWasRun } from "./review-run.ts";
import { scoreVillage } from "./score-village.ts";
import type { VillageScore } from "./working.ts";

/**
 * All villages of a review by one sheet: scored, grouped and ranked 1 2 2 4 on the exact score, then down the declared
 * ladder. Clusters are ranked apart, and beside that all together. In the order of clusters, ranks and names; those kept
 * out come last and have no rank.
 */
export function scoreReview(
  sheet: CriteriaSheet,
  villages: readonly VillageFacts[],
  keptOut: ReadonlySet<number> = new Set(),
): VillageScore[] {
  const run = whatWasRun(sheet, villages);
  const absentAtMost = coverageAbsence(sheet);
  const rows = villages.map((facts): Row => {
    const score = scoreVillage(sheet, facts, run);
    return {
      ...score,
      cluster: clusterOf(sheet, facts.villageId),
      measures: [
        readExact(score.exact),
        ...sheet.ties.map((rung) => measureRung(rung, facts, score, absentAtMost)),
      ],
      sortKey: makeSortKey(score.name),
      isOut: keptOut.has(facts.villageId) || run.partsRun === 0,
    };
  });
  const groups = [...sheet.clusters.map(({ key }) => key), null];
  const ranked = groups.flatMap((group) =>
    rankRows(rows.filter((row) => row.cluster === group && !row.isOut)),
  );
  const overall = new Map(
    sheet.clusters.length === 0
      ? []
      : rankRows(rows.filter(({ isOut }) => !isOut)).map(({ villageId, rank }) => [villageId, rank]),
  );
  const ofAll = (villageId: number) =>
    sheet.clusters.length === 0 ? {} : { rankOfAll: overall.get(villageId) ?? null };
  const out = rows.filter(({ isOut }) => isOut).sort(byName);
  return [...ranked, ...out.map((row) => ({ ...row, rank: null }))].map(
    ({ measures: _measures, sortKey: _sortKey, isOut: _isOut, ...score }) => ({
      ...score,
      ...ofAll(score.villageId),
    }),
  );
}

interface Row extends Omit<VillageScore, "rank"> {
  /** The exact score, then the rungs; more is better on each. */
  readonly measures: readonly Exact[];
  readonly sortKey: string;
  readonly isOut: boolean;
}

function rankRows(rows: readonly Row[]): (Row & { readonly rank: number })[] {
  const ordered = [...rows].sort((left, right) => byMeasures(left, right) || byName(left, right));
  let rank = 0;
  return ordered.map((row, index) => {
    const above = ordered[index - 1];
    if (above === undefined || byMeasures(above, row) !== 0) rank = index + 1;
    return { ...row, rank };
  });
}

function byMeasures(left: Row, right: Row): number {
  for (const [index, mine] of left.measures.entries()) {
    const theirs = right.measures[index];
    const difference = theirs === undefined ? 0 : compare(theirs, mine);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Decides nothing but where equals are printed. */
function byName(left: Row, right: Row): number {
  if (left.sortKey !== right.sortKey) return left.sortKey < right.sortKey ? -1 : 1;
  return left.villageId - right.villageId;
}

/** Below every real rate: who has no figure stands behind who has one. */
const UNKNOWN = exact(-1);

function measureRung(
  rung: TieRung,
  facts: VillageFacts,
  score: Pick<VillageScore, "criteria">,
  absentAtMost: number,
): Exact {
  switch (rung) {
    case "household_coverage": {
      const counts = countsOf("household_coverage", facts);
      const whole = counts === null ? 0 : counts.whole - leftOutOf(counts, absentAtMost);
      return counts === null || whole <= 0 ? UNKNOWN : exact(Math.min(counts.part, whole), whole);
    }
    case "months_met":
      return exact(monthsMet(score.criteria));
    case "agreement": {
      const counts = countsOf("agreement", facts);
      return counts === null || counts.whole <= 0 ? UNKNOWN : exact(counts.part, counts.whole);
    }
  }
}

function coverageAbsence(sheet: CriteriaSheet): number {
  for (const { measure } of listCriteria(sheet)) {
    if (measure.by !== "metric" || measure.metric !== "household_coverage") continue;
    if (measure.formula.kind === "share" || measure.formula.kind === "threshold") {
      return measure.formula.absentAtMost;
    }
  }
  return 0;
}

function clusterOf(sheet: CriteriaSheet, villageId: number): string | null {
  return sheet.clusters.find(({ villages }) => villages.includes(villageId))?.key ?? null;
}
