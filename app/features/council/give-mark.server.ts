import { judgeMark, type MarkRefusal, type Seat } from "#app/domain/council/marks.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import { listCriteria } from "#app/domain/year/review-run.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";
import { findSeats, findStandingVillages } from "#app/features/year/find-marks.server.ts";
import { findReviewHead, findSheet } from "#app/features/year/find-review.server.ts";
import type { Tx } from "#app/platform/db/database.ts";

type Refusal = MarkRefusal | { readonly code: "not_permitted" };

export interface MarkWish {
  readonly villageId: number;
  readonly criterionKey: string;
  /** Hundredths; null takes the mark back. */
  readonly points: number | null;
}

/** A member marks a village on the own device. The same mark twice is one; another one stands from then on. */
export function giveMark(caller: Caller, reviewId: string, wish: MarkWish): Promise<Verdict<null, Refusal>> {
  return inRoster<Verdict<null, Refusal>>(
    caller,
    "council.give-mark",
    async (tx, { communeId, actorId, now }) => {
      const book = await openBook(tx, communeId, reviewId, caller);
      if (book === null) return refused({ code: "not_permitted" });
      const seat = book.seats.find(({ accountId }) => accountId === actorId) ?? null;
      const verdict = judge(book, seat, wish);
      if (!verdict.ok || seat === null) return verdict;
      await writeMark(
        tx,
        { communeId, reviewId, actorId, now },
        { ...wish, memberId: seat.memberId, paper: null },
      );
      return allowed(null);
    },
  );
}

export interface PaperWish {
  readonly memberId: string;
  readonly criterionKey: string;
  /** Number and day of the paper that was handed in. */
  readonly paper: string;
  readonly marks: ReadonlyMap<number, number>;
}

/** The office enters a paper of a member without an account, whole or not at all. Whoever has one marks alone. */
export function recordMarks(
  caller: Caller,
  reviewId: string,
  wish: PaperWish,
): Promise<Verdict<null, Refusal>> {
  return inRoster<Verdict<null, Refusal>>(
    caller,
    "council.record-marks",
    async (tx, { communeId, actorId, now }) => {
      const book = await openBook(tx, communeId, reviewId, caller);
      const seat = book?.seats.find(({ memberId }) => memberId === wish.memberId) ?? null;
      if (book === null || seat === null) return refused({ code: "not_permitted" });
      if (seat.accountId !== null) return refused({ code: "mark_by_own_account", name: seat.name });
      const { memberId, criterionKey, paper } = wish;
      for (const [villageId, points] of wish.marks) {
        const mark = { villageId, criterionKey, points };
        const verdict = judge(book, seat, mark);
        if (!verdict.ok) return verdict;
        await writeMark(tx, { communeId, reviewId, actorId, now }, { ...mark, memberId, paper });
      }
      return allowed(null);
    },
  );
}

/** Held to the end of the transaction: marks go in one after the other, and none while the review is being locked. */
async function openBook(tx: Tx, communeId: number, reviewId: string, { today }: Pick<Caller, "today">) {
  await tx.$executeRaw`select from review where commune_id = ${communeId} and id = ${reviewId}::uuid for update`;
  const review = await findReviewHead(tx, communeId, reviewId);
  const sheet = review && (await findSheet(tx, communeId, review.sheetVersion));
  if (review === null || sheet === null) return null;
  return {
    review,
    criteria: listCriteria(sheet.content),
    villages: await findStandingVillages(tx, communeId, review.lastMonth, today),
    seats: await findSeats(tx, communeId, today),
  };
}

type Book = NonNullable<Awaited<ReturnType<typeof openBook>>>;

function judge({ review, criteria, villages }: Book, seat: Seat | null, mark: MarkWish) {
  return judgeMark(mark, {
    review,
    criterion: criteria.find(({ key }) => key === mark.criterionKey),
    village: villages.find(({ id }) => id === mark.villageId)?.name ?? null,
    seat,
  });
}

interface Entry {
  readonly communeId: number;
  readonly reviewId: string;
  readonly actorId: string;
  readonly now: Date;
}

async function writeMark(
  tx: Tx,
  { communeId, reviewId, actorId, now }: Entry,
  mark: MarkWish & { readonly memberId: string; readonly paper: string | null },
): Promise<void> {
  const { villageId, criterionKey, memberId, points, paper } = mark;
  await tx.$executeRaw`
    insert into council_mark (commune_id, review_id, village_id, criterion_key, member_id, number, points, paper, entered_by,
                              entered_at)
    select ${communeId}, ${reviewId}::uuid, ${villageId}, ${criterionKey}, ${memberId}::uuid,
           coalesce(max(number), 0) + 1, ${points}::int, ${paper}, ${actorId}::uuid, ${now}
      from council_mark
     where commune_id = ${communeId} and review_id = ${reviewId}::uuid and village_id = ${villageId}
       and criterion_key = ${criterionKey} and member_id = ${memberId}::uuid
    having (array_agg(points order by number desc))[1] is distinct from ${points}::int
        or (array_agg(paper order by number desc))[1] is distinct from ${paper}`;
}
