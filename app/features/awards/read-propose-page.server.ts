import type { Candidate, FoundCandidate } from "#app/domain/awards/candidate.ts";
import type { Ground } from "#app/domain/awards/ground.ts";
import { type Chosen, parseRecipient } from "#app/domain/awards/recipient.ts";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { ReviewKind } from "#app/domain/year/review-result.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { findReviews } from "#app/features/year/find-review.server.ts";
import { findLockedResult } from "#app/features/year/read-locked-result.server.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { type AwardReach, findCandidate, searchCandidates } from "./find-candidates.server.ts";
import { findGrounds } from "./find-grounds.server.ts";

export interface ReviewChoice {
  readonly id: string;
  readonly kind: ReviewKind;
  readonly title: string;
  readonly firstDay: LocalDate;
  readonly lastDay: LocalDate;
}

export interface ProposePage {
  /** The review it is for; null for a timely commendation. */
  readonly review: ReviewChoice | null;
  readonly reviews: readonly ReviewChoice[];
  readonly found: readonly FoundCandidate[];
  readonly candidate: (Candidate & { readonly grounds: readonly Ground[] }) | null;
  readonly span: { readonly firstDay: LocalDate; readonly lastDay: LocalDate };
}

interface Asked {
  readonly reviewId: string | null;
  readonly search: string | null;
  readonly chosen: Chosen | null;
  readonly reach: AwardReach;
}

/** What the page of a new proposal shows: what was found, or the one chosen with what the registers say of it. */
export function readProposePage(caller: Caller, asked: Asked): Promise<ProposePage> {
  const { reviewId, search, chosen, reach } = asked;
  const { today } = caller;
  const scope = caller.scope("awards.read-propose-page");
  const communeId = onlyCommune(scope);
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const reviews = await findReviewChoices(tx, communeId);
    const review = reviews.find(({ id }) => id === reviewId) ?? null;
    const firstDay = review?.firstDay ?? (`${today.slice(0, 4)}-01-01` as LocalDate);
    const lastDay = review?.lastDay ?? today;
    const one =
      chosen === null || chosen.kind === "unit"
        ? null
        : await findCandidate(tx, communeId, chosen, { reach, today });
    const found =
      one === null && search !== null ? await searchCandidates(tx, communeId, { search, reach, today }) : [];
    const recipient = parseRecipient(one?.recipients[0]?.key ?? "");
    const locked = review && one ? await findLockedResult(tx, communeId, review.id) : null;
    const span = { firstDay, lastDay };
    const grounds =
      one && recipient
        ? await findGrounds(
            tx,
            communeId,
            { ...one, recipient, ...span, result: locked?.result ?? null },
            today,
          )
        : [];
    return { review, reviews, found, candidate: one && { ...one, grounds }, span };
  });
}

/** Reviews that take proposals, with the days of their months; one without a month yet takes none. */
async function findReviewChoices(tx: Tx, communeId: number): Promise<ReviewChoice[]> {
  const heads = await findReviews(tx, communeId);
  const months = await tx.$queryRaw<{ id: number; firstDay: LocalDate; lastDay: LocalDate }[]>`
    select id, first_day::text as "firstDay", last_day::text as "lastDay" from month
     where commune_id = ${communeId} order by id`;
  return heads.flatMap(({ id, kind, title, firstMonth, lastMonth }) => {
    const within = months.filter((month) => month.id >= firstMonth && month.id <= lastMonth);
    const [first, last] = [within[0], within.at(-1)];
    return first && last ? [{ id, kind, title, firstDay: first.firstDay, lastDay: last.lastDay }] : [];
  });
}
