import type { Tx } from "#app/platform/db/database.ts";
import type { LogAct } from "./log-act.ts";
import type { ClaimRows } from "./make-claim-rows.server.ts";

/** Who sent a record, from where and when. */
export interface Sender {
  readonly accountId: string;
  readonly deviceId: string;
  readonly now: Date;
  readonly phoneTime: Date | null;
}

/**
 * New records with all that belongs to them, any number in one statement. Which ids were new is the answer: one
 * that another sending wrote a moment before is left as it is, with everything of it.
 */
export async function writeClaimRows(
  tx: Tx,
  communeId: number,
  rows: readonly ClaimRows[],
  senders: ReadonlyMap<string, Sender>,
): Promise<ReadonlySet<string>> {
  if (rows.length === 0) return new Set();
  const given = rows.map((row) => ({ ...row, ...senders.get(row.id) }));
  const written = await tx.$queryRaw<{ id: string }[]>`/* activity-log.write */
    with given as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as g (
        id uuid, "memberId" uuid, "teamId" int, "villageId" int, "activityKey" text, "workDate" date, mode text,
        audience text, place text, note text, link text, visits int, minutes int, counters jsonb,
        movements text[], "isFromPaper" boolean, marks text[], content jsonb, sha256 text, participants jsonb,
        units jsonb, photos jsonb, "accountId" uuid, "deviceId" uuid, now timestamptz, "phoneTime" timestamptz)
    ), new_claim as (
      insert into claim (commune_id, id, state, member_id, team_id, village_id, activity_key, work_date, mode,
                         audience, place, note, link, visits, minutes, counters, movements, entered_by,
                         is_from_paper, device_id, phone_time, received_at, submitted_at, marks)
      select ${communeId}, id, 'submitted', "memberId", "teamId", "villageId", "activityKey", "workDate", mode,
             audience, place, note, link, visits, minutes, counters, movements, "accountId",
             "isFromPaper", "deviceId", "phoneTime", now, now, marks
        from given order by id
      on conflict do nothing returning id
    ), new_revision as (
      insert into claim_revision (commune_id, claim_id, revision, content, sha256, made_by, made_at)
      select ${communeId}, id, 1, content, decode(sha256, 'hex'), "accountId", now
        from given where id in (select id from new_claim)
    ), new_participant as (
      insert into claim_participant (commune_id, claim_id, member_id, part, team_id, village_id, joined_at)
      select ${communeId}, given.id, p."memberId", p.part, p."teamId", p."villageId", given.now
        from given, jsonb_to_recordset(given.participants)
               as p ("memberId" uuid, part text, "teamId" int, "villageId" int)
       where given.id in (select id from new_claim)
    ), new_unit as (
      insert into claim_unit (commune_id, claim_id, ordinal, household_id, slot, village_id, person_key, service_key,
                              outcome, stage, is_priority, groups, bonuses, quantity, checks)
      select ${communeId}, given.id, u.ordinal, u."householdId", u.slot, u."villageId", decode(u."personKey", 'hex'),
             u."serviceKey", u.outcome, u.stage, u."isPriority", u.groups, u.bonuses, u.quantity, u.checks
        from given, jsonb_to_recordset(given.units)
               as u (ordinal smallint, "householdId" uuid, slot smallint, "villageId" int, "personKey" text,
                     "serviceKey" text, outcome text, stage text, "isPriority" boolean, groups text[],
                     bonuses jsonb, quantity smallint, checks text[])
       where given.id in (select id from new_claim)
    ), new_photo as (
      insert into claim_photo (commune_id, claim_id, photo_id, position, is_signed_sheet)
      select ${communeId}, given.id, f."photoId", f.position, f."isSignedSheet"
        from given, jsonb_to_recordset(given.photos)
               as f ("photoId" uuid, position smallint, "isSignedSheet" boolean)
       where given.id in (select id from new_claim)
    )
    select id from new_claim`;
  return new Set(written.map(({ id }) => id));
}

/** A revised record: its row, its parts anew, and the revision beside the ones before. */
export async function rewriteClaimRow(
  tx: Tx,
  act: Pick<LogAct, "communeId" | "accountId" | "now">,
  row: ClaimRows,
  revision: number,
): Promise<void> {
  const { communeId, accountId, now } = act;
  // Sent again is waiting anew; edited while it waited keeps its turn.
  await tx.$executeRaw`
    update claim set revision = ${revision}, state = 'submitted', team_id = ${row.teamId},
           submitted_at = case when state = 'submitted' then submitted_at else ${now} end,
           village_id = ${row.villageId}::int, activity_key = ${row.activityKey}, work_date = ${row.workDate}::date,
           mode = ${row.mode}, audience = ${row.audience}, place = ${row.place}, note = ${row.note},
           link = ${row.link}, visits = ${row.visits}, minutes = ${row.minutes}::int,
           counters = ${JSON.stringify(row.counters)}::jsonb, movements = ${[...row.movements]}::text[],
           marks = ${[...row.marks]}::text[]
     where commune_id = ${communeId} and id = ${row.id}::uuid`;
  await tx.$executeRaw`
    insert into claim_revision (commune_id, claim_id, revision, content, sha256, made_by, made_at)
    values (${communeId}, ${row.id}::uuid, ${revision}, ${JSON.stringify(row.content)}::jsonb,
            decode(${row.sha256}, 'hex'), ${accountId}::uuid, ${now})`;
  await tx.$executeRaw`
    delete from claim_unit where commune_id = ${communeId} and claim_id = ${row.id}::uuid`;
  await tx.$executeRaw`
    insert into claim_unit (commune_id, claim_id, ordinal, household_id, slot, village_id, person_key, service_key,
                            outcome, stage, is_priority, groups, bonuses, quantity, checks)
    select ${communeId}, ${row.id}::uuid, u.ordinal, u."householdId", u.slot, u."villageId",
           decode(u."personKey", 'hex'), u."serviceKey", u.outcome, u.stage, u."isPriority", u.groups, u.bonuses,
           u.quantity, u.checks
      from jsonb_to_recordset(${JSON.stringify(row.units)}::jsonb)
             as u (ordinal smallint, "householdId" uuid, slot smallint, "villageId" int, "personKey" text,
                   "serviceKey" text, outcome text, stage text, "isPriority" boolean, groups text[],
                   bonuses jsonb, quantity smallint, checks text[])`;
  const participants = JSON.stringify(row.participants);
  await tx.$executeRaw`
    delete from claim_participant
     where commune_id = ${communeId} and claim_id = ${row.id}::uuid
       and member_id not in (select "memberId" from jsonb_to_recordset(${participants}::jsonb) as p ("memberId" uuid))`;
  await tx.$executeRaw`
    insert into claim_participant (commune_id, claim_id, member_id, part, team_id, village_id, joined_at)
    select ${communeId}, ${row.id}::uuid, p."memberId", p.part, p."teamId", p."villageId", ${now}
      from jsonb_to_recordset(${participants}::jsonb)
             as p ("memberId" uuid, part text, "teamId" int, "villageId" int)
    on conflict (commune_id, claim_id, member_id) do update
       set part = excluded.part, team_id = excluded.team_id, village_id = excluded.village_id`;
  await tx.$executeRaw`
    delete from claim_photo where commune_id = ${communeId} and claim_id = ${row.id}::uuid`;
  await tx.$executeRaw`
    insert into claim_photo (commune_id, claim_id, photo_id, position, is_signed_sheet)
    select ${communeId}, ${row.id}::uuid, f."photoId", f.position, f."isSignedSheet"
      from jsonb_to_recordset(${JSON.stringify(row.photos)}::jsonb)
             as f ("photoId" uuid, position smallint, "isSignedSheet" boolean)`;
}
