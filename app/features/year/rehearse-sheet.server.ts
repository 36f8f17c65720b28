import type { Criterion, VillageFacts } from "#app/domain/year/criteria-sheet.ts";
import {
  type Decisive,
  decisiveWeights,
  type Move,
  rehearse,
  withWeights,
} from "#app/domain/year/rehearse.ts";
import type { ResultMonth } from "#app/domain/year/review-result.ts";
import { listCriteria } from "#app/domain/year/review-run.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { findReviewHead, findSheet, findWords, type SheetRow } from "./find-review.server.ts";
import { findReviewMonths } from "./find-review-months.server.ts";
import { findVillageFacts } from "./find-village-facts.server.ts";
import { findVersion } from "./read-review.server.ts";

const MONTHS = 12;

export interface RehearsalWish {
  /** A sheet that is tried: a draft or an earlier one; null for the review's own. */
  readonly sheetVersion: number | null;
  /** Hundredths, by criterion. */
  readonly weights: ReadonlyMap<string, number>;
  readonly place: number;
}

export interface RehearsalPage {
  readonly title: string;
  readonly months: readonly Pick<ResultMonth, "id">[];
  readonly own: Pick<SheetRow, "version" | "title">;
  readonly tried: Pick<SheetRow, "version" | "title" | "state">;
  readonly sheets: readonly Pick<SheetRow, "version" | "title" | "state">[];
  readonly criteria: readonly Pick<Criterion, "key" | "title" | "maximum" | "nature">[];
  readonly bands: Readonly<Record<string, string>>;
  readonly moves: readonly Move[];
  readonly place: number;
  readonly decisive: readonly Decisive[];
}

/**
 * A changed sheet over the last twelve sealed months: who would move, and which weight decides a place. Nothing is kept
 * and nothing is published by it. Null for a review that is not there.
 */
export function rehearseSheet(
  caller: Pick<Caller, "platform" | "scope" | "now" | "today">,
  reviewId: string,
  { sheetVersion, weights, place }: RehearsalWish,
): Promise<RehearsalPage | null> {
  const scope = caller.scope("year.rehearse-sheet");
  const communeId = onlyCommune(scope);
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const review = await findReviewHead(tx, communeId, reviewId);
    if (review === null) return null;
    const own = await findSheet(tx, communeId, review.sheetVersion);
    const tried = sheetVersion === null ? own : await findSheet(tx, communeId, sheetVersion);
    if (own === null || tried === null) return null;
    const { title, months, facts, keptOut } = await readBook(tx, caller, communeId, review);
    const changed = withWeights(tried.content, weights);
    return {
      title,
      months: months.map(({ id }) => ({ id })),
      own: { version: own.version, title: own.title },
      tried: { version: tried.version, title: tried.title, state: tried.state },
      sheets: await findSheets(tx, communeId),
      criteria: listCriteria(tried.content).map(({ key, title: name, maximum, nature }) => ({
        key,
        title: name,
        maximum: weights.get(key) ?? maximum,
        nature,
      })),
      bands: Object.fromEntries(
        [...own.content.bands, ...changed.bands].map((band) => [band.key, band.title]),
      ),
      moves: rehearse(own.content, changed, facts, keptOut),
      place,
      decisive: decisiveWeights(changed, facts, keptOut, place),
    };
  });
}

export function findSheets(
  tx: Tx,
  communeId: number,
): Promise<Pick<SheetRow, "version" | "title" | "state" | "document">[]> {
  return tx.$queryRaw<Pick<SheetRow, "version" | "title" | "state" | "document">[]>`
    select version, title, state, document from criteria_sheet
     where commune_id = ${communeId} and state <> 'withdrawn' order by version desc`;
}

interface Book {
  readonly title: string;
  readonly months: readonly ResultMonth[];
  readonly facts: readonly VillageFacts[];
  readonly keptOut: ReadonlySet<number>;
}

/** Counted once for all weights that are tried: a rehearsal is asked many times over the same months. */
async function readBook(
  tx: Tx,
  { platform, now, today }: Pick<Caller, "platform" | "now" | "today">,
  communeId: number,
  { id, title, lastMonth }: { readonly id: string; readonly title: string; readonly lastMonth: number },
): Promise<Book> {
  const version = await findVersion(tx, communeId, today);
  return platform.values.read(`rehearsal ${communeId} ${id}`, version, async () => {
    const months = await findReviewMonths(tx, communeId, await findSpan(tx, communeId, lastMonth));
    const { told, votes, exclusions, askedRates } = await findWords(tx, communeId, id, today);
    const facts = await findVillageFacts(tx, {
      communeId,
      months,
      now,
      told,
      votes,
      askedRates,
      wantsTargets: true,
    });
    return {
      title,
      months: months.sealed,
      facts,
      keptOut: new Set(exclusions.map(({ villageId }) => villageId)),
    };
  });
}

/** The last twelve sealed months up to a month, or as many as there are; months on trial enter nothing. */
async function findSpan(
  tx: Tx,
  communeId: number,
  lastMonth: number,
): Promise<{ readonly firstMonth: number; readonly lastMonth: number }> {
  const rows = await tx.$queryRaw<{ id: number }[]>`
    select id from month
     where commune_id = ${communeId} and id <= ${lastMonth} and state = 'sealed' and not is_trial
     order by id desc limit ${MONTHS}`;
  return { firstMonth: rows.at(-1)?.id ?? lastMonth, lastMonth: rows[0]?.id ?? lastMonth };
}
