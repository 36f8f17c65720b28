import type { AwardList } from "#app/domain/awards/award-list.ts";
import { departureCounts } from "#app/domain/awards/departure.ts";
import { isOnList } from "#app/domain/awards/shortlist.ts";
import type { VillageFacts } from "#app/domain/year/criteria-sheet.ts";
import { monthsMet } from "#app/domain/year/judge-band.ts";
import type { ReviewResult } from "#app/domain/year/review-result.ts";
import { listCriteria } from "#app/domain/year/review-run.ts";
import type { CriterionScore, VillageScore } from "#app/domain/year/working.ts";
import type { Nominee, VillageRow } from "#app/domain/year-papers/paper-facts.ts";
import { yearAwards } from "#app/messages/vi/year-awards.ts";
import { yearPaper } from "#app/messages/year-paper-words.ts";

const FULL = 10_000;
const words = yearPaper.villages;

/** The table of DOMAIN.md 2.6, from the locked result and the list that was made of it. */
export function villageRows(
  result: ReviewResult,
  list: AwardList,
  nominees: readonly Pick<Nominee, "id">[],
): VillageRow[] {
  const named = namedVillages(list, nominees);
  const factsOf = new Map(result.facts.map((facts) => [facts.villageId, facts]));
  const bandOf = new Map(result.sheet.content.bands.map(({ key, title }) => [key, title]));
  const clusterOf = new Map(result.sheet.content.clusters.map(({ key, title }) => [key, title]));
  const natureOf = new Map(listCriteria(result.sheet.content).map(({ key, nature }) => [key, nature]));
  const standingOf = new Map(
    list.clusters.flatMap(({ rows }) => rows.map((row) => [row.villageId, row] as const)),
  );
  return result.villages.flatMap((village): VillageRow[] => {
    const facts = factsOf.get(village.villageId);
    if (facts === undefined) return [];
    const standing = standingOf.get(village.villageId);
    const sum = (nature: "bonus" | "deduction") =>
      village.criteria
        .filter(({ key }) => natureOf.get(key) === nature)
        .reduce((points, { shown }) => points + Math.abs(shown), 0);
    return [
      {
        name: village.name,
        ...countedOf(facts, village),
        bonus: sum("bonus"),
        deduction: sum("deduction"),
        score: village.score,
        rank: village.rank,
        cluster: village.cluster === null ? null : (clusterOf.get(village.cluster) ?? village.cluster),
        band: village.rank === null ? "" : (bandOf.get(village.band) ?? village.band),
        proposed: named.has(village.villageId) ? yearAwards.forms.commendation : "",
        note: noteOf(village, standing?.exclusion?.reason ?? null, list),
      },
    ];
  });
}

/** Those the papers name; while nobody is named, those the ranking and agreed departures bring onto the list. */
function namedVillages(
  { clusters, lines }: AwardList,
  nominees: readonly Pick<Nominee, "id">[],
): ReadonlySet<number> {
  if (nominees.length === 0) {
    const rows = clusters.flatMap((cluster) => cluster.rows);
    return new Set(rows.filter(({ standing }) => isOnList(standing)).map(({ villageId }) => villageId));
  }
  const ids = new Set(nominees.map(({ id }) => id));
  return new Set(
    lines.flatMap(({ proposal: { id, recipient } }) =>
      ids.has(id) && (recipient.kind === "village" || recipient.kind === "team")
        ? (recipient.villageId ?? [])
        : [],
    ),
  );
}

function countedOf(facts: VillageFacts, village: VillageScore) {
  const { coverage, proficientPeople, reports, goodWork } = facts;
  return {
    households: facts.households,
    members: facts.members,
    people: proficientPeople === null ? null : proficientPeople.reduce((sum, { people }) => sum + people, 0),
    coverage: coverage === null ? null : shareOf(coverage.reached, coverage.households),
    monthsMet: isPeopleScored(village.criteria) ? monthsMet(village.criteria) : null,
    reportsOnTime:
      reports === null ? null : reports.filter(({ daysLate }) => daysLate !== null && daysLate <= 0).length,
    goodWork: goodWork === null ? null : Object.values(goodWork).reduce((sum, count) => sum + count, 0),
  };
}

function isPeopleScored(criteria: readonly CriterionScore[]): boolean {
  return criteria.some(({ working }) => working?.kind === "people_mean");
}

/** Basis points, rounded down: nobody passes a line by rounding. */
function shareOf(part: number, whole: number): number | null {
  return whole <= 0 ? null : Math.floor((part * FULL) / whole);
}

function noteOf(
  { villageId, rank, rankOfAll }: VillageScore,
  exclusion: string | null,
  { departures }: AwardList,
): string {
  const place = rankOfAll == null ? "" : words.rankOfAll(rankOfAll);
  const departure = departures.find((each) => each.villageId === villageId && departureCounts(each));
  const note = departure ? words.departure[departure.kind] : exclusion;
  return [place, note ?? (rank === null ? words.notRanked : "")].filter((each) => each !== "").join("; ");
}
