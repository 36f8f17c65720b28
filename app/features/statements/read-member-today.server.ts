import { findMonthHolding } from "#app/features/months/find-month.server.ts";
import { findOwnMember, type StatementCaller } from "./find-own-member.server.ts";

/** What a member sees first: what waits, what came back, and the points of the running month in hundredths. */
export interface MemberToday {
  readonly waiting: number;
  readonly returned: number;
  readonly points: number;
}

export async function readMemberToday({
  platform,
  person,
  communeId,
  scope,
  today,
  now,
}: StatementCaller): Promise<MemberToday | null> {
  if (communeId === null) return null;
  return platform.db.withCommunes(scope("statements.read-member-today"), async (tx) => {
    const memberId = await findOwnMember(tx, communeId, person.accountId);
    if (memberId === null) return null;
    const month = await findMonthHolding(tx, communeId, today, now.getTime());
    const [row] = await tx.$queryRaw<MemberToday[]>`
      select (select count(*)::int from claim_participant p join claim c on c.commune_id = p.commune_id and c.id = p.claim_id
               where p.commune_id = ${communeId} and p.member_id = ${memberId}::uuid and c.state = 'submitted') as waiting,
             (select count(*)::int from claim c
               where c.commune_id = ${communeId} and c.member_id = ${memberId}::uuid and c.state = 'returned') as returned,
             (select coalesce(sum(points), 0)::int from ledger_line
               where commune_id = ${communeId} and member_id = ${memberId}::uuid and month_id = ${month.id}) as points`;
    return row ?? null;
  });
}
