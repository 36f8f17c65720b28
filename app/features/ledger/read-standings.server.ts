import type { Tx } from "#app/platform/db/database.ts";
import type { Subject } from "./standing-changes.ts";

/** A subject's sums of one month or several. Points are hundredths; visits are visits and never people (rule 8). */
export interface StandingRow {
  readonly subjectId: string;
  readonly points: number;
  readonly claims: number;
  readonly visits: number;
  /** The last line it knows of; two readings with the same number are the same. */
  readonly appliedSeq: number;
}

/** The one figure behind every board, card, report and seal (rule 7). Unordered: ranking is the reader's. */
export function readStandings(
  tx: Tx,
  communeId: number,
  monthId: number,
  subject: Subject,
): Promise<StandingRow[]> {
  return readStandingsBetween(tx, communeId, { fromMonth: monthId, toMonth: monthId }, subject);
}

/** The same over several months of booking, both included: a quarter, a year. */
export function readStandingsBetween(
  tx: Tx,
  communeId: number,
  { fromMonth, toMonth }: { readonly fromMonth: number; readonly toMonth: number },
  subject: Subject,
): Promise<StandingRow[]> {
  return tx.$queryRaw<StandingRow[]>`
    select subject_id as "subjectId", sum(points)::float8 as points, sum(claims)::int as claims,
           sum(visits)::int as visits, max(applied_seq)::float8 as "appliedSeq"
      from standing
     where commune_id = ${communeId} and month_id between ${fromMonth} and ${toMonth} and subject = ${subject}
     group by subject_id`;
}
