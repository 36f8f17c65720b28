import type { ProposalView } from "#app/domain/awards/award.ts";
import { type AwardList, makeAwardList } from "#app/domain/awards/award-list.ts";
import type { DepartureView } from "#app/domain/awards/departure.ts";
import type { Contender } from "#app/domain/awards/shortlist.ts";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { ReviewResult } from "#app/domain/year/review-result.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { findReviewHead } from "#app/features/year/find-review.server.ts";
import { findLockedResult } from "#app/features/year/read-locked-result.server.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { bandTitles } from "./find-grounds.server.ts";
import { findHolds } from "./find-holds.server.ts";
import { findProposals } from "./find-proposals.server.ts";

/** The list of a locked review, with its money as of a day; null while the review is not locked. */
export function readAwardList(
  caller: Pick<Caller, "platform" | "scope">,
  reviewId: string,
  day: LocalDate,
): Promise<AwardList | null> {
  const scope = caller.scope("awards.read-list");
  return caller.platform.db.withCommunes(scope, (tx) => findAwardList(tx, onlyCommune(scope), reviewId, day));
}

export interface WaitingList {
  readonly id: string;
  readonly title: string;
  readonly proposals: readonly ProposalView[];
}

/** What is proposed for a review that is not locked: there is no list yet. Null for one that is not there. */
export function readWaitingList(
  caller: Pick<Caller, "platform" | "scope">,
  reviewId: string,
): Promise<WaitingList | null> {
  const scope = caller.scope("awards.read-waiting-list");
  const communeId = onlyCommune(scope);
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const head = await findReviewHead(tx, communeId, reviewId);
    return (
      head && { id: head.id, title: head.title, proposals: await findProposals(tx, communeId, { reviewId }) }
    );
  });
}

export async function findAwardList(
  tx: Tx,
  communeId: number,
  reviewId: string,
  day: LocalDate,
): Promise<AwardList | null> {
  const locked = await findLockedResult(tx, communeId, reviewId);
  if (locked === null) return null;
  const { result } = locked;
  const { id, kind, year, title, firstDay, lastDay } = result.review;
  const teams = await tx.team.findMany({
    where: { communeId, villageId: { not: null } },
    select: { id: true, villageId: true },
  });
  return makeAwardList({
    review: { id, kind, year, title, firstDay, lastDay },
    contenders: contendersOf(result),
    clusterTitles: Object.fromEntries(result.sheet.content.clusters.map(({ key, title }) => [key, title])),
    quotaBasisPoints: result.sheet.content.quota,
    departures: await findDepartures(tx, communeId, reviewId),
    proposals: await findProposals(tx, communeId, { reviewId }),
    holds: await findHolds(tx, communeId),
    villageOfTeam: new Map(
      teams.flatMap((team) => (team.villageId === null ? [] : [[team.id, team.villageId]])),
    ),
    day,
  });
}

function contendersOf({ villages, facts, exclusions, sheet }: ReviewResult): Contender[] {
  const titleOf = bandTitles(sheet.content);
  const factsOf = new Map(facts.map((each) => [each.villageId, each]));
  const outOf = new Map(exclusions.map((each) => [each.villageId, each]));
  return villages.map(({ villageId, name, cluster, rank, score, band }) => {
    const { members = 0, women = 0 } = factsOf.get(villageId) ?? {};
    const out = outOf.get(villageId);
    const exclusion = out ? { by: "review" as const, reason: out.reason, document: out.document } : null;
    return { villageId, name, cluster, rank, score, band: titleOf(band), members, women, exclusion };
  });
}

/** Every departure that was asked for in a review, answered or not. */
function findDepartures(tx: Tx, communeId: number, reviewId: string): Promise<DepartureView[]> {
  return tx.$queryRaw<DepartureView[]>`
    select d.id, d.village_id as "villageId", v.name as village, d.kind, d.reason, d.asked_by as "askedBy",
           a.display_name as "askedByName", (extract(epoch from d.asked_at) * 1000)::float8 as "askedAtMs",
           case when d.answer is null then null else json_build_object(
             'kind', d.answer, 'reason', d.answer_reason, 'byName', b.display_name,
             'atMs', (extract(epoch from d.answered_at) * 1000)::float8) end as answer
      from award_departure d
      join village v on v.commune_id = d.commune_id and v.id = d.village_id
      join account a on a.id = d.asked_by
      left join account b on b.id = d.answered_by
     where d.commune_id = ${communeId} and d.review_id = ${reviewId}::uuid
     order by d.asked_at, d.id`;
}
