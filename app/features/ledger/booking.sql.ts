/**
 * Scope and locks in this order: the row-level walls are up before anything is looked at. Every statement of a booking
 * is a walk along indexes whatever its values are, so each is planned once. $6 commune, $7 claims.
 */
export const HOLD = {
  name: "ledger.hold",
  text: `with scope as materialized (
    select set_config('app.communes', $1, true), set_config('app.actor', $2, true), set_config('app.account', $3, true),
           set_config('app.verb', $4, true), set_config('app.request', $5, true),
           set_config('plan_cache_mode', 'force_generic_plan', true))
  select tds_hold_claims($6::int, $7::uuid[]) from scope`,
} as const;

/** Units and people of a claim `c`, and the round of a survey it was done for, in the shape the domain reads. */
export const CONTENT = `
  (select f.round_id from survey_form f where f.commune_id = c.commune_id and f.claim_id = c.id) as "roundId",
  coalesce((select json_agg(json_build_object(
      'ordinal', u.ordinal, 'personKey', encode(u.person_key, 'hex'), 'slot', u.slot, 'serviceKey', u.service_key,
      'householdId', case when h.continues_id is null then u.household_id
                          else tds_household_root(u.commune_id, u.household_id) end,
      'outcome', u.outcome, 'stage', u.stage, 'isPriority', u.is_priority, 'groups', u.groups,
      'bonuses', u.bonuses, 'quantity', u.quantity) order by u.ordinal)
    from claim_unit u
    left join household h on h.commune_id = u.commune_id and h.id = u.household_id
   where u.commune_id = c.commune_id and u.claim_id = c.id), '[]') as units,
  (select json_agg(json_build_object(
      'memberId', p.member_id, 'part', p.part, 'teamId', p.team_id, 'villageId', p.village_id,
      'accountId', m.account_id, 'householdId', m.household_id) order by p.member_id)
    from claim_participant p
    join member m on m.commune_id = p.commune_id and m.id = p.member_id
   where p.commune_id = c.commune_id and p.claim_id = c.id) as participants`;

/** $1 commune, $2 claims, $3 decisions. One row; what the batch is about, after the locks. */
export const READ_HELD = {
  name: "ledger.read-held",
  text: `select
    (select json_agg(x) from (
       select c.id, c.revision, c.state, c.member_id as "memberId", c.activity_key as "activityKey",
              c.work_date as "workDate", c.visits, c.minutes, c.movements, c.team_id as "teamId", c.entered_by as "enteredBy",
              array_remove(array(select theirs.id from device mine join device theirs using (browser_hash)
                where mine.id = c.device_id and theirs.id <> mine.id) || c.device_id, null) as "deviceIds",
              (extract(epoch from c.submitted_at) * 1000)::float8 as "submittedAt",
              c.month_id as "bookedMonth", array_remove(array[c.village_id, t.village_id], null) as "villageIds",
              case when c.state <> 'verified' then '{}' else
              coalesce((select json_object_agg(b.month_id, b.award) from (
                 select l.month_id, coalesce(sum(l.points) filter (where l.kind = 'award'), 0) as award
                   from ledger_line l where l.commune_id = c.commune_id and l.claim_id = c.id
                  group by l.month_id) b), '{}') end as awards, ${CONTENT}
         from claim c join team t on t.commune_id = c.commune_id and t.id = c.team_id
        where c.commune_id = $1::int and c.id = any($2::uuid[])) x) as claims,
    (select json_agg(x) from (
       select d.id, d.claim_id as "claimId", d.revision, d.verdict, d.reason_code as "reasonCode", d.reason,
              d.decided_by as "decidedBy",
              (select encode(r.sha256, 'hex') from claim_revision r
                where r.commune_id = d.commune_id and r.claim_id = d.claim_id and r.revision = d.revision) as sha256
         from claim_decision d where d.commune_id = $1::int and d.id = any($3::uuid[])) x) as decisions,
    (select json_agg(x) from (
       select m.id, m.first_day as "firstDay", m.last_day as "lastDay", m.state,
              (extract(epoch from m.grace_ends_at) * 1000)::float8 as "graceEndsAt",
              m.scheme_version as "schemeVersion"
         from month m where m.commune_id = $1::int order by m.first_day) x) as months,
    tds_campaign_rules($1::int) as campaigns,
    (select seq::text from audit_head where commune_id = $1::int) as "auditSeq"`,
} as const;

/** $1 commune, $2 decision. The lines one decision booked for the claimant. */
export const READ_DECISION_LINES = {
  name: "ledger.read-decision-lines",
  text: `select l.kind, l.rule, l.points, l.month_id as "monthId", l.is_adjustment as "isAdjustment",
    l.member_id as "memberId", l.line_key as key
  from ledger_line l where l.commune_id = $1::int and l.decision_id = $2::uuid order by l.line_key, l.step`,
} as const;

/** $1 commune, $2 member, $3 today. */
export const READ_MEMBER = {
  name: "ledger.read-member",
  text: `select m.full_name as name, m.account_id as "accountId",
    array(select s.team_id from membership s
           where s.commune_id = m.commune_id and s.member_id = m.id and s.valid_from <= $3::date
             and (s.valid_to is null or s.valid_to >= $3::date)) as "teamIds"
  from member m where m.commune_id = $1::int and m.id = $2::uuid`,
} as const;

/** $1 commune, $2 member, $3 and $4 months of booking. */
export const READ_POINT_LINES = {
  name: "ledger.read-point-lines",
  text: `select l.line_key as key, l.kind, l.rule, l.points, l.work_date::text as "workDate",
       l.is_adjustment as "isAdjustment", l.scheme_version as "schemeVersion", l.claim_id as "claimId",
       c.activity_key as "activityKey", l.corrects_seq as "correctsSeq", a.display_name as "verifierName",
       d.decided_as as "verifiedAs", (extract(epoch from d.decided_at) * 1000)::float8 as "decidedAt"
  from ledger_line l
  join claim_decision d on d.commune_id = l.commune_id and d.id = l.decision_id
  join account a on a.id = l.verifier_id
  left join claim c on c.commune_id = l.commune_id and c.id = l.claim_id
 where l.commune_id = $1::int and l.member_id = $2::uuid and l.month_id between $3::int and $4::int
 order by l.work_date, l.seq`,
} as const;

/** $1 commune. */
export const READ_MONTHS = {
  name: "ledger.read-months",
  text: `select m.id, m.first_day::text as "firstDay", m.last_day::text as "lastDay", m.state,
       (extract(epoch from m.grace_ends_at) * 1000)::float8 as "graceEndsAt", m.scheme_version as "schemeVersion"
  from month m where m.commune_id = $1::int order by m.first_day`,
} as const;

/** $1 commune. */
export const READ_CAMPAIGNS = {
  name: "ledger.read-campaigns",
  text: "select tds_campaign_rules($1::int) as rules",
} as const;

/** $1 commune, $2 versions. */
export const READ_SCHEMES = {
  name: "ledger.read-schemes",
  text: "select version, content from scheme_version where commune_id = $1::int and version = any($2::int[])",
} as const;

const VERIFIED = `c.id, c.revision, c.activity_key as "activityKey", c.work_date::text as "workDate", c.visits,
       c.minutes, c.month_id as "bookedMonth", c.movements, ${CONTENT}`;

/** Verified claims of member-months. $1 commune, $2-$4 members with the days of a month. */
export const READ_WORK = {
  name: "ledger.read-work",
  text: `select ${VERIFIED}
  from claim c
 where c.commune_id = $1::int and c.state = 'verified' and c.id in (
   select p.claim_id
     from unnest($2::uuid[], $3::date[], $4::date[]) as s (member_id, first_day, last_day)
     join claim_participant p on p.commune_id = $1::int and p.member_id = s.member_id
     join claim w on w.commune_id = $1::int and w.id = p.claim_id
    where p.member_id = any($2::uuid[]) and w.work_date between s.first_day and s.last_day)`,
} as const;

/** Three questions and not one with three parts: each is a walk along its index, and most bookings ask only the first. */
function rivals(name: string, ids: string) {
  return {
    name: `ledger.rivals-${name}`,
    text: `select ${VERIFIED}
  from (${ids}) w (id)
  join claim c on c.commune_id = $1::int and c.id = w.id and c.state = 'verified'`,
  } as const;
}

/** Verified claims for the same people. $1 commune, $2 person keys. Arrays, because joins tempt the planner to scan. */
export const READ_RIVALS_OF_PEOPLE = rivals(
  "of-people",
  `select distinct u.claim_id from claim_unit u where u.commune_id = $1::int and u.person_key = any($2::bytea[])`,
);

/** For the same households, whichever of their records they name. $1 commune, $2 households, $3 kinds counted so. */
export const READ_RIVALS_OF_HOMES = rivals(
  "of-homes",
  `select distinct u.claim_id from claim_unit u
     join claim k on k.commune_id = u.commune_id and k.id = u.claim_id and k.activity_key = any($3::text[])
    where u.commune_id = $1::int
      and u.household_id = any(array(select r from unnest($2::uuid[]) h, tds_household_records($1::int, h) r))`,
);

/** The members' own certificates. $1 commune, $2 members, $3 kinds counted so. */
export const READ_RIVALS_OF_MEMBERS = rivals(
  "of-members",
  `select distinct p.claim_id from claim_participant p
     join claim k on k.commune_id = p.commune_id and k.id = p.claim_id and k.activity_key = any($3::text[])
    where p.commune_id = $1::int and p.member_id = any($2::uuid[])`,
);

/** $1 commune, $2-$4 members with the days of a month. What the ledger holds under each key. */
export const READ_BOOKED = {
  name: "ledger.read-booked",
  text: `select l.line_key as key, l.kind, l.rule, sum(l.points)::int as points, l.member_id as "memberId",
       l.team_id as "teamId", l.village_id as "villageId", l.work_date::text as "workDate", l.claim_id as "claimId",
       l.revision, l.unit, count(*)::int as steps,
       max(l.seq) filter (where l.corrects_seq is null) as "openSeq"
  from unnest($2::uuid[], $3::date[], $4::date[]) as s (member_id, first_day, last_day)
  join ledger_line l on l.commune_id = $1::int and l.member_id = s.member_id
   and l.work_date between s.first_day and s.last_day
 where l.member_id = any($2::uuid[])
 group by l.line_key, l.kind, l.rule, l.member_id, l.team_id, l.village_id, l.work_date, l.claim_id, l.revision, l.unit`,
} as const;

/**
 * Everything a batch books, in one statement: decisions, claims, lines, sums of months. The triggers refuse what rule
 * 1 forbids and what would enter a closed month, and write the audit log. $1 commune, $2 decisions, $3 claims,
 * $4 lines, $5 sums, $6 now, $7 the claims' ids.
 */
export const WRITE = {
  name: "ledger.write",
  text: `with decided as (
      insert into claim_decision (commune_id, id, claim_id, revision, verdict, reason_code, reason, decided_by,
                                  decided_as, device_id, decided_at)
      select $1::int, d.id, d."claimId", d.revision, d.verdict, d."reasonCode", d.reason, d."decidedBy",
             d."decidedAs", d."deviceId", $6::timestamptz
        from json_to_recordset($2::json) as d (id uuid, "claimId" uuid, revision int, verdict text, "reasonCode" text,
               reason text, "decidedBy" uuid, "decidedAs" text, "deviceId" uuid)
    ), moved as (
      update claim c set state = m.state, decision_id = m."decisionId", decided_at = $6::timestamptz,
             month_id = m."monthId"
        from json_to_recordset($3::json) as m (id uuid, state text, "decisionId" uuid, "monthId" int)
       where c.commune_id = $1::int and c.id = any($7::uuid[]) and c.id = m.id
    ), booked as (
      insert into ledger_line (commune_id, line_key, step, kind, rule, points, member_id, team_id, village_id,
                               work_date, month_id, is_adjustment, scheme_version, claim_id, revision, unit,
                               decision_id, verifier_id, corrects_seq, reason, made_at)
      select $1::int, l.key, l.step, l.kind, l.rule, l.points, l."memberId", l."teamId", l."villageId", l."workDate",
             l."monthId", l."isAdjustment", l."schemeVersion", l."claimId", l.revision, l.unit, l."decisionId",
             l."verifierId", l."correctsSeq", l.reason, $6::timestamptz
        from json_to_recordset($4::json) as l (key text, step int, kind text, rule text, points int, "memberId" uuid,
               "teamId" int, "villageId" int, "workDate" date, "monthId" int, "isAdjustment" boolean,
               "schemeVersion" int, "claimId" uuid, revision int, unit smallint, "decisionId" uuid,
               "verifierId" uuid, "correctsSeq" bigint, reason text)
      returning line_key, step, seq
    ), stood as (
      insert into standing as s (commune_id, month_id, subject, subject_id, points, claims, visits, applied_seq)
      select $1::int, g."monthId", g.subject, g.id, g.points, g.claims, g.visits,
             coalesce((select max(seq) from booked), 0)
        from json_to_recordset($5::json) as g ("monthId" int, subject text, id text, points bigint, claims int,
               visits int)
       order by 2, 3, 4
      on conflict (commune_id, month_id, subject, subject_id) do update
         set points = s.points + excluded.points, claims = s.claims + excluded.claims,
             visits = s.visits + excluded.visits, applied_seq = greatest(s.applied_seq, excluded.applied_seq)
    )
    select line_key as key, step, seq from booked`,
} as const;

/** The last statement: screens hear of it at the commit, and what was kept in memory stands for this point of the log. */
export const TOUCH = {
  name: "ledger.touch",
  text: `select tds_touch_topics($2::text[]),
    (select seq::text from audit_head where commune_id = $1::int) as "auditSeq"`,
} as const;

/** A corrected claim's new content. Its decision stands in the row at once, so that the frozen claim may move. */
export const AMEND = {
  name: "ledger.amend",
  text: `with given as materialized (
      select * from json_to_recordset($2::json) as g (
        id uuid, revision int, "decisionId" uuid, "teamId" int, "villageId" int, "activityKey" text, "workDate" date,
        mode text, audience text, place text, note text, link text, visits int, minutes int, counters jsonb,
        movements text[], marks text[], content jsonb, sha256 text, participants jsonb, units jsonb, "madeBy" uuid)
    ), moved as (
      update claim c set revision = g.revision, decision_id = g."decisionId", team_id = g."teamId",
             village_id = g."villageId", activity_key = g."activityKey", work_date = g."workDate", mode = g.mode,
             audience = g.audience, place = g.place, note = g.note, link = g.link, visits = g.visits,
             minutes = g.minutes, counters = g.counters, movements = g.movements, marks = g.marks
        from given g where c.commune_id = $1::int and c.id = g.id
    ), revised as (
      insert into claim_revision (commune_id, claim_id, revision, content, sha256, made_by, made_at)
      select $1::int, id, revision, content, decode(sha256, 'hex'), "madeBy", $3::timestamptz from given
    ), units_gone as (
      delete from claim_unit u using given g
       where u.commune_id = $1::int and u.claim_id = g.id
         and u.ordinal > (select coalesce(max((x ->> 'ordinal')::int), 0) from jsonb_array_elements(g.units) x)
    ), units_new as (
      insert into claim_unit (commune_id, claim_id, ordinal, household_id, slot, village_id, person_key, service_key,
                              outcome, stage, is_priority, groups, bonuses, quantity, checks)
      select $1::int, given.id, u.ordinal, u."householdId", u.slot, u."villageId", decode(u."personKey", 'hex'),
             u."serviceKey", u.outcome, u.stage, u."isPriority", u.groups, u.bonuses, u.quantity, u.checks
        from given, jsonb_to_recordset(given.units)
               as u (ordinal smallint, "householdId" uuid, slot smallint, "villageId" int, "personKey" text,
                     "serviceKey" text, outcome text, stage text, "isPriority" boolean, groups text[],
                     bonuses jsonb, quantity smallint, checks text[])
      on conflict (commune_id, claim_id, ordinal) do update
         set household_id = excluded.household_id, slot = excluded.slot, village_id = excluded.village_id,
             person_key = excluded.person_key, service_key = excluded.service_key, outcome = excluded.outcome,
             stage = excluded.stage, is_priority = excluded.is_priority, groups = excluded.groups,
             bonuses = excluded.bonuses, quantity = excluded.quantity, checks = excluded.checks
    ), people_gone as (
      delete from claim_participant p using given g
       where p.commune_id = $1::int and p.claim_id = g.id
         and not exists (select from jsonb_array_elements(g.participants) x
                          where (x ->> 'memberId')::uuid = p.member_id)
    )
    insert into claim_participant (commune_id, claim_id, member_id, part, team_id, village_id, joined_at)
    select $1::int, given.id, p."memberId", p.part, p."teamId", p."villageId", $3::timestamptz
      from given, jsonb_to_recordset(given.participants)
             as p ("memberId" uuid, part text, "teamId" int, "villageId" int)
    on conflict (commune_id, claim_id, member_id) do update
       set part = excluded.part, team_id = excluded.team_id, village_id = excluded.village_id`,
} as const;
