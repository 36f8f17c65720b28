import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { LineKind } from "#app/domain/points/line.ts";
import { findOwnMember, type StatementCaller } from "./find-own-member.server.ts";

export interface OwnPoints {
  /** The caller's points per record, in hundredths; what was taken back for being counted before is in it. */
  readonly ofClaim: Readonly<Record<string, number>>;
  /** What caps took, per day of work. */
  readonly cuts: readonly {
    readonly workDate: LocalDate;
    readonly kind: LineKind;
    readonly points: number;
  }[];
}

const NOTHING: OwnPoints = { ofClaim: {}, cuts: [] };

/** What these records and days brought the caller, as the ledger stands. */
export async function readOwnPoints(
  { platform, person, communeId, scope }: StatementCaller,
  claimIds: readonly string[],
  days: readonly LocalDate[],
): Promise<OwnPoints> {
  if (communeId === null) return NOTHING;
  return platform.db.withCommunes(scope("statements.read-own-points"), async (tx) => {
    const memberId = await findOwnMember(tx, communeId, person.accountId);
    if (memberId === null) return NOTHING;
    const rows = await tx.$queryRaw<{ claimId: string; points: number }[]>`
      select claim_id as "claimId", sum(points)::int as points from ledger_line
       where commune_id = ${communeId} and member_id = ${memberId}::uuid and claim_id = any(${[...claimIds]}::uuid[])
       group by claim_id`;
    const cuts = await tx.$queryRaw<OwnPoints["cuts"]>`
      select work_date::text as "workDate", kind, sum(points)::int as points from ledger_line
       where commune_id = ${communeId} and member_id = ${memberId}::uuid and kind in ('day_cap', 'own_cap')
         and work_date = any(${[...days]}::date[])
       group by work_date, kind having sum(points) <> 0 order by work_date, kind`;
    return { ofClaim: Object.fromEntries(rows.map(({ claimId, points }) => [claimId, points])), cuts };
  });
}
