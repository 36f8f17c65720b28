import type { MarksDesk, OwnMarks } from "#app/domain/council/mark-views.ts";
import {
  marksOf,
  missingMarks,
  sumMarks,
  type VotedCriterion,
  votedCriteria,
} from "#app/domain/council/marks.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import {
  findMarks,
  findSeats,
  findStandingVillages,
  type SeatRow,
} from "#app/features/year/find-marks.server.ts";
import {
  findReviewHead,
  findReviews,
  findSheet,
  type ReviewHead,
} from "#app/features/year/find-review.server.ts";
import type { Tx } from "#app/platform/db/database.ts";

type Reader = Pick<Caller, "platform" | "scope" | "person" | "today">;

/** The open reviews with something to mark. "no_seat": nothing is asked of this person; null: nothing is asked at all. */
export function readOwnMarks(
  caller: Reader,
  wanted: { readonly reviewId: string | null; readonly criterionKey: string | null },
): Promise<OwnMarks | "no_seat" | null> {
  const scope = caller.scope("council.read-own-marks");
  const communeId = onlyCommune(scope);
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const books = await findOpenBooks(tx, communeId, caller.today);
    if (books.length === 0) return null;
    const seats = await findSeats(tx, communeId, caller.today);
    const seat = seats.find(({ accountId }) => accountId === caller.person.accountId);
    if (seat === undefined) return "no_seat";
    const pages = books.flatMap((book) => pagesOf(book, seat));
    const page =
      pages.find(
        ({ reviewId, criterionKey }) => reviewId === wanted.reviewId && criterionKey === wanted.criterionKey,
      ) ??
      pages.find(({ given, asked }) => given < asked) ??
      pages[0];
    const book = books.find(({ review }) => review.id === page?.reviewId);
    const criterion = book?.criteria.find(({ key }) => key === page?.criterionKey);
    if (!book || !criterion) return null;
    const own = book.marks.filter(
      ({ memberId, criterionKey }) => memberId === seat.memberId && criterionKey === criterion.key,
    );
    return {
      review: { id: book.review.id, title: book.review.title },
      criterion,
      scale: marksOf(criterion),
      villages: book.villages.map(({ id, name }) => ({
        id,
        name,
        isOwn: seat.ownVillages.includes(id),
        points: own.find(({ villageId }) => villageId === id)?.points ?? null,
      })),
      pages,
    };
  });
}

/** How many marks still wait for this person. */
export async function countOwnMissing(caller: Reader): Promise<number> {
  const own = await readOwnMarks(caller, { reviewId: null, criterionKey: null });
  if (own === null || own === "no_seat") return 0;
  return own.pages.reduce((sum, { given, asked }) => sum + asked - given, 0);
}

type Book = Awaited<ReturnType<typeof bookOf>>;

async function findOpenBooks(tx: Tx, communeId: number, today: Reader["today"]): Promise<Book[]> {
  const books: Book[] = [];
  for (const review of await findReviews(tx, communeId)) {
    if (review.state !== "open" && review.state !== "comment") continue;
    const book = await bookOf(tx, communeId, review, today);
    if (book.criteria.length > 0) books.push(book);
  }
  return books;
}

async function bookOf(tx: Tx, communeId: number, review: ReviewHead, today: Reader["today"]) {
  const sheet = await findSheet(tx, communeId, review.sheetVersion);
  const criteria: VotedCriterion[] = sheet === null ? [] : votedCriteria(sheet.content);
  if (criteria.length === 0) return { review, criteria, villages: [], marks: [] };
  return {
    review,
    criteria,
    villages: await findStandingVillages(tx, communeId, review.lastMonth, today),
    marks: await findMarks(tx, communeId, review.id),
  };
}

function pagesOf({ review, criteria, villages, marks }: Book, seat: SeatRow): OwnMarks["pages"] {
  const ids = villages.map(({ id }) => id);
  return criteria.map((criterion) => {
    const [found] = missingMarks([criterion], ids, [seat], marks);
    const { given = 0, asked = 0 } = found ?? {};
    return {
      reviewId: review.id,
      reviewTitle: review.title,
      criterionKey: criterion.key,
      title: criterion.title,
      given,
      asked,
    };
  });
}

/** Everybody's marks by one criterion, the first unless another is named. Null for a review that is not there. */
export function readMarksDesk(
  caller: Reader,
  reviewId: string,
  criterionKey: string | null,
): Promise<MarksDesk | null> {
  const scope = caller.scope("council.read-marks");
  const communeId = onlyCommune(scope);
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const review = await findReviewHead(tx, communeId, reviewId);
    if (review === null) return null;
    const { criteria, villages, marks } = await bookOf(tx, communeId, review, caller.today);
    const seats = criteria.length === 0 ? [] : await findSeats(tx, communeId, caller.today);
    const chosen = criteria.find(({ key }) => key === criterionKey) ?? criteria[0] ?? null;
    const missing = missingMarks(
      criteria,
      villages.map(({ id }) => id),
      seats,
      marks,
    );
    const here = marks.filter((mark) => mark.criterionKey === chosen?.key);
    const sums = sumMarks(here, seats);
    return {
      review: { id: review.id, title: review.title, state: review.state },
      criteria,
      chosen,
      members: seats.map(({ memberId, name, position, accountId }) => {
        const { given = 0, asked = 0 } = missing.find((each) => each.memberId === memberId) ?? {};
        return { memberId, name, position, hasAccount: accountId !== null, given, asked };
      }),
      villages: villages.map(({ id, name }) => {
        const fact = chosen === null ? undefined : sums.get(id)?.[chosen.key];
        const given = here.filter(({ villageId }) => villageId === id);
        const seated = seats.map(({ memberId, name: memberName, ownVillages }) => {
          const mark = given.find((each) => each.memberId === memberId);
          return {
            memberId,
            name: memberName,
            points: mark?.points ?? null,
            paper: mark?.paper ?? null,
            isOwn: ownVillages.includes(id),
          };
        });
        const left = given
          .filter(({ memberId }) => !seats.some((seat) => seat.memberId === memberId))
          .map(({ memberId, memberName, points, paper }) => ({
            memberId,
            name: memberName,
            points,
            paper,
            isOwn: false,
          }));
        return {
          id,
          name,
          sum: fact?.sum ?? 0,
          votes: fact?.votes ?? 0,
          voters: fact?.voters ?? seated.filter(({ isOwn }) => !isOwn).length,
          marks: [...seated, ...left],
        };
      }),
    };
  });
}
