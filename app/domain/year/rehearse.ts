import type { CriteriaSheet, Criterion, VillageFacts } from "./criteria-sheet.ts";
import { add, compare, divide, type Exact, exact, multiply, readExact, subtract, sumOf } from "./exact.ts";
import { listCriteria } from "./review-run.ts";
import { scoreReview } from "./score-review.ts";
import type { VillageScore } from "./working.ts";

/** A village under the sheet as it is and as it might be. */
export interface Move {
  readonly villageId: number;
  readonly name: string;
  readonly before: Pick<VillageScore, "score" | "rank" | "band">;
  readonly after: Pick<VillageScore, "score" | "rank" | "band">;
}

/** Maxima by criterion that are tried instead of the sheet's own, in hundredths. */
export type TriedWeights = ReadonlyMap<string, number>;

/** The sheet with other maxima; what weighs nothing is no criterion any more. */
export function withWeights(sheet: CriteriaSheet, tried: TriedWeights): CriteriaSheet {
  const groups = sheet.groups.map((group) => ({
    ...group,
    criteria: group.criteria
      .map((criterion) => ({ ...criterion, maximum: tried.get(criterion.key) ?? criterion.maximum }))
      .filter(({ maximum }) => maximum > 0),
  }));
  return { ...sheet, groups };
}

/** Every village under both sheets, in the order it would stand. */
export function rehearse(
  before: CriteriaSheet,
  after: CriteriaSheet,
  facts: readonly VillageFacts[],
  keptOut: ReadonlySet<number>,
): Move[] {
  const earlier = new Map(scoreReview(before, facts, keptOut).map((row) => [row.villageId, row]));
  return scoreReview(after, facts, keptOut).flatMap(({ villageId, name, score, rank, band }) => {
    const was = earlier.get(villageId);
    if (!was) return [];
    return [
      {
        villageId,
        name,
        before: { score: was.score, rank: was.rank, band: was.band },
        after: { score, rank, band },
      },
    ];
  });
}

/** One weight that decides who stands at a place: how far it would have to move, alone, until somebody else does. */
export interface Decisive {
  readonly key: string;
  readonly title: string;
  /** Hundredths, as it is and as it would have to be. */
  readonly from: number;
  readonly to: number;
  /** Who would take the place. */
  readonly villageId: number;
  readonly name: string;
}

const ONE_POINT = 100;
const HEAVIEST = 10_000;
/** A crossing may be a tie that the ladder parts the other way: so many are looked at before a weight is let go. */
const MOST_LOOKS = 3;

/**
 * "Which weight decides place 3?" For each part of the sheet the nearest whole point, up or down, at which the place goes to
 * another village while the others keep theirs; what all come to is spread over the sheet's total, as where a criterion is
 * not run. Nearest first. A weight that cannot move the place is not in the list.
 */
export function decisiveWeights(
  sheet: CriteriaSheet,
  facts: readonly VillageFacts[],
  keptOut: ReadonlySet<number>,
  place: number,
): Decisive[] {
  const rows = scoreReview(sheet, facts, keptOut).filter(({ rank }) => rank !== null);
  const holder = rows[place - 1];
  if (!holder) return [];
  const parts = listCriteria(sheet).filter(({ key, nature }) => nature === "part" && isRun(holder, key));
  const others = rows.filter(
    ({ villageId, cluster }) => villageId !== holder.villageId && cluster === holder.cluster,
  );
  const found = parts.flatMap((part): Decisive[] => {
    const steps = others
      .flatMap((other) => crossing(sheet, parts, part, holder, other) ?? [])
      .sort((left, right) => Math.abs(left - part.maximum) - Math.abs(right - part.maximum));
    for (const to of [...new Set(steps)].slice(0, MOST_LOOKS)) {
      const tried = withWeights(sheet, new Map([[part.key, to]]));
      const taker = scoreReview(tried, facts, keptOut).filter(({ rank }) => rank !== null)[place - 1];
      if (taker && taker.villageId !== holder.villageId)
        return [
          {
            key: part.key,
            title: part.title,
            from: part.maximum,
            to,
            villageId: taker.villageId,
            name: taker.name,
          },
        ];
    }
    return [];
  });
  return found.sort((left, right) => Math.abs(left.to - left.from) - Math.abs(right.to - right.from));
}

function isRun({ criteria }: VillageScore, key: string): boolean {
  return criteria.some((each) => each.key === key && each.state !== "not_run");
}

/** The maximum, in whole points, just beyond the one at which two villages are equal; null where it never comes to that. */
function crossing(
  sheet: CriteriaSheet,
  parts: readonly Criterion[],
  moved: Criterion,
  holder: VillageScore,
  other: VillageScore,
): number | null {
  const ahead = (key: string) => subtract(shareOf(other, key), shareOf(holder, key));
  const beside = subtract(besideParts(sheet, other), besideParts(sheet, holder));
  // Points of bonus weigh what the parts come to, of the sheet's total.
  const bonus = multiply(beside, exact(1, sheet.total));
  const gap = sumOf(parts.map(({ key, maximum }) => multiply(exact(maximum), add(ahead(key), bonus))));
  const slope = add(ahead(moved.key), bonus);
  if (slope.numerator === 0n) return null;
  const at = subtract(exact(moved.maximum), multiply(gap, exact(slope.denominator, slope.numerator)));
  const isUp = compare(at, exact(moved.maximum)) > 0 || (gap.numerator === 0n && slope.numerator > 0n);
  const points = multiply(at, exact(1, ONE_POINT));
  const floor = Number(floorOf(points));
  const to = (isUp ? floor + 1 : isWhole(points) ? floor - 1 : floor) * ONE_POINT;
  return to < 0 || to > HEAVIEST || to === moved.maximum ? null : to;
}

function isWhole({ denominator }: Exact): boolean {
  return denominator === 1n;
}

function floorOf({ numerator, denominator }: Exact): bigint {
  return numerator >= 0n ? numerator / denominator : -((-numerator + denominator - 1n) / denominator);
}

/** What part of a criterion's maximum a village earns: the same however heavy the criterion is. */
function shareOf({ criteria }: VillageScore, key: string): Exact {
  const scored = criteria.find((each) => each.key === key);
  const maximum = scored === undefined ? exact(0) : readExact(scored.maximum);
  if (scored === undefined || maximum.numerator === 0n) return exact(0);
  return divide(readExact(scored.points), maximum);
}

/** Bonus and deduction, which no weight of a part moves. */
function besideParts(sheet: CriteriaSheet, { criteria }: VillageScore): Exact {
  const beside = new Set(listCriteria(sheet).flatMap(({ key, nature }) => (nature === "part" ? [] : [key])));
  return sumOf(criteria.filter(({ key }) => beside.has(key)).map(({ points }) => readExact(points)));
}
