import type { Instant } from "#app/domain/calendar/local-date.ts";
import { parseResult, type ReviewResult, type ReviewState } from "#app/domain/year/review-result.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import type { Tx } from "#app/platform/db/database.ts";

export interface LockedResult {
  readonly state: Extract<ReviewState, "locked" | "published">;
  /** How often the review was locked into a result; 1 but for a result that was put right by hand of a decision. */
  readonly number: number;
  /** Of the canonical text, in lower-case hex. */
  readonly sha256: string;
  /** The very text that was hashed. */
  readonly content: string;
  readonly lockedAt: Instant;
  readonly lockedBy: string;
  readonly result: ReviewResult;
}

/** What a locked review came to; null while it is not locked, and for one that is not there. */
export function readLockedResult(
  caller: Pick<Caller, "platform" | "scope">,
  reviewId: string,
): Promise<LockedResult | null> {
  const scope = caller.scope("year.read-locked-result");
  return caller.platform.db.withCommunes(scope, (tx) => findLockedResult(tx, onlyCommune(scope), reviewId));
}

type Row = Omit<LockedResult, "result">;

/** The same inside a transaction that is open already. */
export async function findLockedResult(
  tx: Tx,
  communeId: number,
  reviewId: string,
): Promise<LockedResult | null> {
  const [row] = await tx.$queryRaw<Row[]>`
    select v.state, r.number, encode(r.sha256, 'hex') as sha256, r.content,
           (extract(epoch from r.made_at) * 1000)::float8 as "lockedAt", a.display_name as "lockedBy"
      from review v
      join review_result r on r.commune_id = v.commune_id and r.review_id = v.id
      join account a on a.id = r.made_by
     where v.commune_id = ${communeId} and v.id = ${reviewId}::uuid and v.state in ('locked', 'published')
     order by r.number desc limit 1`;
  return row ? { ...row, result: parseResult(row.content) } : null;
}
