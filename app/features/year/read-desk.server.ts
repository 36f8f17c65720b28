import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { findReviews, type ReviewHead, type SheetRow } from "./find-review.server.ts";
import { findSheets } from "./rehearse-sheet.server.ts";

export interface DeskReview extends ReviewHead {
  /** Of its months, how many are sealed. */
  readonly sealed: number;
}

/** Every review of the commune, the newest months first. */
export function readDesk(caller: Pick<Caller, "platform" | "scope">): Promise<DeskReview[]> {
  const scope = caller.scope("year.read-desk");
  const communeId = onlyCommune(scope);
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const sealed = await tx.month.findMany({
      where: { communeId, state: "sealed", isTrial: false },
      select: { id: true },
    });
    const reviews = await findReviews(tx, communeId);
    return reviews.map((review) => ({
      ...review,
      sealed: sealed.filter(({ id }) => id >= review.firstMonth && id <= review.lastMonth).length,
    }));
  });
}

export interface OpeningChoices {
  /** Newest first. */
  readonly months: readonly number[];
  readonly sheets: readonly Pick<SheetRow, "version" | "title" | "document">[];
}

/** What a review can be opened over: months that have begun and are not on trial, sheets that were adopted. */
export function readOpeningChoices(caller: Pick<Caller, "platform" | "scope">): Promise<OpeningChoices> {
  const scope = caller.scope("year.read-opening-choices");
  const communeId = onlyCommune(scope);
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const months = await tx.month.findMany({
      where: { communeId, isTrial: false },
      orderBy: { id: "desc" },
      select: { id: true },
      take: 36,
    });
    const sheets = await findSheets(tx, communeId);
    return {
      months: months.map(({ id }) => id),
      sheets: sheets.filter(({ state }) => state === "adopted"),
    };
  });
}
