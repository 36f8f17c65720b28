import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { ClaimToVerify } from "#app/domain/verification/may-verify.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { Prisma } from "#app/platform/prisma-client/client.ts";
import type { ClaimPlace } from "./find-checkers.server.ts";

/** What must be known of a claim to say who may decide it. */
export interface ClaimFacts extends ClaimToVerify, ClaimPlace {
  readonly id: string;
  readonly revision: number;
  readonly state: string;
  readonly memberId: string;
  readonly workDate: LocalDate;
}

export function findClaimFacts(tx: Tx, communeId: number, ids: readonly string[]): Promise<ClaimFacts[]> {
  return readFacts(tx, communeId, Prisma.sql`c.id = any(${[...ids]}::uuid[])`);
}

/** Where to look for what waits: teams, villages, or the whole commune. */
export interface WaitingReach {
  readonly teamIds: readonly number[];
  readonly villageIds: readonly number[];
  readonly isWhole: boolean;
}

/** Waiting claims of these places, the longest waiting first. */
export function findWaiting(
  tx: Tx,
  communeId: number,
  { teamIds, villageIds, isWhole }: WaitingReach,
  atMost: number,
): Promise<ClaimFacts[]> {
  const [teams, villages] = [[...teamIds], [...villageIds]];
  return readFacts(
    tx,
    communeId,
    Prisma.sql`c.state = 'submitted' and (${isWhole}::boolean or c.team_id = any(${teams}::int[])
      or c.village_id = any(${villages}::int[]) or t.village_id = any(${villages}::int[]))`,
    atMost,
  );
}

async function readFacts(
  tx: Tx,
  communeId: number,
  which: Prisma.Sql,
  atMost: number | null = null,
): Promise<ClaimFacts[]> {
  const rows = await tx.$queryRaw<ClaimFacts[]>`
    with picked as (
      select c.commune_id, c.id, c.revision, c.state, c.member_id, c.work_date, c.team_id, c.entered_by, c.device_id,
             c.submitted_at, array_remove(array[c.village_id, t.village_id], null) as villages
        from claim c
        join team t on t.commune_id = c.commune_id and t.id = c.team_id
       where c.commune_id = ${communeId} and ${which}
       order by c.submitted_at, c.id limit ${atMost}::int),
    parties as (
      select p.claim_id, json_agg(json_build_object(
               'accountId', m.account_id, 'householdId', m.household_id, 'part', p.part)) as list
        from claim_participant p
        join member m on m.commune_id = p.commune_id and m.id = p.member_id
       where p.commune_id = ${communeId} and p.claim_id in (select id from picked)
       group by p.claim_id)
    select c.id, c.revision, c.state, c.member_id as "memberId", c.work_date::text as "workDate",
           c.team_id as "teamId", c.villages as "villageIds", c.entered_by as "enteredBy",
           ${machineOf(Prisma.sql`c.device_id`)} as "deviceIds",
           (extract(epoch from c.submitted_at) * 1000)::float8 as "submittedAt",
           coalesce(parties.list, '[]') as participants
      from picked c
      left join parties on parties.claim_id = c.id
     order by c.submitted_at, c.id`;
  return rows;
}

/** A phone that several people sign in on has a row for each of them: it is one machine all the same. */
function machineOf(deviceId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`array_remove(array(
             select theirs.id from device mine join device theirs using (browser_hash)
              where mine.id = ${deviceId} and theirs.id <> mine.id) || ${deviceId}, null)`;
}
