import { allowed, refused, type Verdict } from "../verdict.ts";
import type { CriteriaSheet, Criterion, VillageFacts, VoteFact, VoteStep } from "../year/criteria-sheet.ts";
import type { ReviewRefusal } from "../year/review-refusals.ts";
import type { ReviewState } from "../year/review-result.ts";
import { listCriteria } from "../year/review-run.ts";
import type { CouncilRefusal } from "./council-refusals.ts";

/** Written out in remix.config.js. */
export const MARK_PATHS = {
  own: "/hoi-dong/cham",
  ownOf: (reviewId: string, criterionKey: string) =>
    `/hoi-dong/cham?dot=${reviewId}&muc=${encodeURIComponent(criterionKey)}`,
  office: (reviewId: string) => `/van-phong/nam/${reviewId}/cham-diem`,
  ofVillage: (reviewId: string, villageId: number, criterionKey: string) =>
    `/van-phong/nam/${reviewId}/cham-diem?thon=${villageId}&muc=${encodeURIComponent(criterionKey)}`,
} as const;

export type VotedCriterion = Criterion & {
  readonly measure: { readonly by: "vote"; readonly step: VoteStep };
};

export function votedCriteria(sheet: CriteriaSheet): VotedCriterion[] {
  return listCriteria(sheet).filter((each): each is VotedCriterion => each.measure.by === "vote");
}

/** Every mark there is to give, from nought up. */
export function marksOf({ maximum, measure: { step } }: VotedCriterion): number[] {
  return Array.from({ length: Math.floor(maximum / step) + 1 }, (_, index) => index * step);
}

/** A seat in the council, and the villages its holder works for: those it never marks. */
export interface Seat {
  readonly memberId: string;
  readonly ownVillages: readonly number[];
}

/** The newest mark of a member for a village by a criterion; null where it was taken back. */
export interface StandingMark {
  readonly memberId: string;
  readonly villageId: number;
  readonly criterionKey: string;
  readonly points: number | null;
}

export type MarkRefusal =
  | Extract<
      ReviewRefusal,
      { code: "review_locked" | "review_criterion_not_told" | "review_village_not_known" }
    >
  | Extract<CouncilRefusal, { code: `mark_${string}` }>;

/** Nobody marks the village one works for; nothing is marked once the review is locked. */
export function judgeMark(
  mark: { readonly villageId: number; readonly points: number | null },
  known: {
    readonly review: {
      readonly state: ReviewState;
      readonly lockedBy: string | null;
      readonly lockedAt: number | null;
    };
    readonly criterion: Criterion | undefined;
    readonly village: string | null;
    readonly seat: Seat | null;
  },
): Verdict<null, MarkRefusal> {
  const { review, criterion, village, seat } = known;
  if (review.state === "locked" || review.state === "published")
    return refused({ code: "review_locked", by: review.lockedBy ?? "", at: review.lockedAt ?? 0 });
  if (criterion === undefined || !isVoted(criterion)) return refused({ code: "review_criterion_not_told" });
  if (village === null) return refused({ code: "review_village_not_known" });
  if (seat === null) return refused({ code: "mark_no_seat" });
  if (seat.ownVillages.includes(mark.villageId)) return refused({ code: "mark_own_village", village });
  const { maximum, measure } = criterion;
  return mark.points === null || marksOf(criterion).includes(mark.points)
    ? allowed(null)
    : refused({ code: "mark_not_on_scale", maximum, step: measure.step });
}

function isVoted(criterion: Criterion): criterion is VotedCriterion {
  return criterion.measure.by === "vote";
}

/** Who could mark a village: whoever is seated and does not work for it, and whoever did while seated. */
function votersOf(villageId: number, seats: readonly Seat[], marks: readonly StandingMark[]): Set<string> {
  const seated = seats.filter(({ ownVillages }) => !ownVillages.includes(villageId));
  return new Set([...seated, ...marks].map(({ memberId }) => memberId));
}

/** Marks as facts of villages: added up, and nobody's name in them. */
export function sumMarks(
  marks: readonly StandingMark[],
  seats: readonly Seat[],
): ReadonlyMap<number, NonNullable<VillageFacts["votes"]>> {
  const sums = new Map<number, Record<string, VoteFact>>();
  const given = marks.filter((mark): mark is StandingMark & { points: number } => mark.points !== null);
  for (const { villageId, criterionKey } of given) {
    const here = given.filter((each) => each.villageId === villageId && each.criterionKey === criterionKey);
    const fact = {
      sum: here.reduce((sum, { points }) => sum + points, 0),
      votes: here.length,
      voters: votersOf(villageId, seats, here).size,
    };
    sums.set(villageId, { ...sums.get(villageId), [criterionKey]: fact });
  }
  return sums;
}

/** Whose marks are missing, and how many: missing is not nought, and is said with the name. */
export function missingMarks(
  criteria: readonly Pick<Criterion, "key">[],
  villages: readonly number[],
  seats: readonly Seat[],
  marks: readonly StandingMark[],
): { readonly memberId: string; readonly given: number; readonly asked: number }[] {
  const wanted = new Set(criteria.map(({ key }) => key));
  return seats.map(({ memberId, ownVillages }) => {
    const own = new Set(villages.filter((id) => !ownVillages.includes(id)));
    const given = marks.filter(
      (mark) =>
        mark.memberId === memberId &&
        mark.points !== null &&
        own.has(mark.villageId) &&
        wanted.has(mark.criterionKey),
    );
    return { memberId, given: given.length, asked: own.size * wanted.size };
  });
}
