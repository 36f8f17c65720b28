// What awards follow from. $1 is the commune everywhere. Only verified claims speak.

export const READ_DEFINITIONS = `
select key, version, content, published_at as "publishedAt"
  from badge_definition where commune_id = $1::int order by key, version`;

export const READ_BADGE_MONTHS = `
select id, first_day::text as "firstDay", last_day::text as "lastDay", state = 'sealed' as "isSealed"
  from month where commune_id = $1::int order by id`;

/** Each kind as its newest rules know it: a retired one keeps its pillar and movements. */
export const READ_BADGE_KINDS = `
select distinct on (kind ->> 'key') kind ->> 'key' as key, kind ->> 'pillar' as pillar,
       kind -> 'tags' ? 'digital-literacy-movement' as "isOfLearningMovement"
  from scheme_version v, jsonb_array_elements(v.content -> 'activities') kind
 where v.commune_id = $1::int order by kind ->> 'key', v.version desc`;

export const READ_EXCUSED = `
select first_day::text as "firstDay", last_day::text as "lastDay", member_id::text as "memberId"
  from excused_week where commune_id = $1::int and withdrawn_at is null`;

/** What the plan asks of a team each month: of the version in force on the day, else what set-up chose. $2 the day. */
export const READ_QUOTA_FACTS = `
select c.preset_id as "presetId",
       (select v.settings -> 'quotas' from plan_version v
         where v.commune_id = c.id and v.effective_on <= $2::date
         order by v.effective_on desc, v.published_at desc limit 1) as quotas
  from commune c where c.id = $1::int`;

const CLAIM = `c.id::text as id, c.activity_key as "activityKey", c.work_date::text as "workDate",
       c.month_id as "bookedMonth", c.mode, c.movements`;

const IS_YOUTH = `exists (
  select from affiliation a
   where a.commune_id = c.commune_id and a.member_id = p.member_id and a.kind = 'youth_union'
     and c.work_date between a.valid_from and coalesce(a.valid_to, c.work_date))`;

const HOME =
  "case when h.continues_id is null then u.household_id else tds_household_root(u.commune_id, u.household_id) end";

/** Of named members. $2 their ids. */
export const READ_MEMBER_WORKS = `
select p.member_id::text as "subjectId", ${CLAIM}, p.part, ${IS_YOUTH} as "isByYouth",
       exists (select from claim_participant t where t.commune_id = c.commune_id and t.claim_id = c.id
                  and t.part = 'teacher') as "hasTeacher",
       array(select unnest(s.topics) from training_attendance a
               join training_session s on s.commune_id = a.commune_id and s.id = a.session_id
              where a.commune_id = c.commune_id and a.claim_id = c.id and a.member_id = p.member_id
                and a.state = 'present'
              union
             select unnest(k.topics) from training_certificate t
               join training_course k on k.commune_id = t.commune_id and k.id = t.course_id
              where t.commune_id = c.commune_id and t.claim_id = c.id and t.member_id = p.member_id
                and t.state = 'confirmed') as "trainingTopics",
       coalesce((select json_agg(json_build_object('ordinal', u.ordinal, 'personKey', encode(u.person_key, 'hex'),
                   'householdId', ${HOME}, 'outcome', u.outcome, 'stage', u.stage, 'isPriority', u.is_priority)
                   order by u.ordinal)
                   from claim_unit u
                   left join household h on h.commune_id = u.commune_id and h.id = u.household_id
                  where u.commune_id = c.commune_id and u.claim_id = c.id), '[]') as units
  from claim_participant p
  join claim c on c.commune_id = p.commune_id and c.id = p.claim_id and c.state = 'verified'
 where p.commune_id = $1::int and p.member_id = any($2::uuid[])`;

/** Of named teams: a claim that two of the team did is one. $2 their numbers. */
export const READ_TEAM_WORKS = `
select t.id::text as "subjectId", ${CLAIM}, 'teacher' as part, w."isByYouth", true as "hasTeacher",
       '{}'::text[] as "trainingTopics",
       coalesce((select json_agg(json_build_object('ordinal', u.ordinal, 'personKey', encode(u.person_key, 'hex'),
                   'householdId', ${HOME}, 'outcome', u.outcome, 'stage', u.stage, 'isPriority', u.is_priority,
                   'isOfVillage', coalesce(h.village_id = t.village_id, false))
                   order by u.ordinal)
                   from claim_unit u
                   left join household h on h.commune_id = u.commune_id and h.id = u.household_id
                  where u.commune_id = c.commune_id and u.claim_id = c.id), '[]') as units
  from (select p.team_id, p.claim_id, bool_or(${IS_YOUTH}) as "isByYouth"
          from claim_participant p
          join claim c on c.commune_id = p.commune_id and c.id = p.claim_id and c.state = 'verified'
         where p.commune_id = $1::int and p.team_id = any($2::int[])
         group by p.team_id, p.claim_id) w
  join team t on t.commune_id = $1::int and t.id = w.team_id
  join claim c on c.commune_id = $1::int and c.id = w.claim_id`;

/** Households of the teams' villages today. $2 the teams. */
export const READ_TEAM_HOUSEHOLDS = `
select t.id::text as "subjectId", count(h.id)::int as households,
       count(h.id) filter (where h.is_long_absent)::int as "longAbsent"
  from team t
  left join household h on h.commune_id = t.commune_id and h.village_id = t.village_id and h.valid_to is null
 where t.commune_id = $1::int and t.id = any($2::int[])
 group by t.id`;

/**
 * Awards by rule as they are written, and those a person took back. A sealed month makes them final, marked or not.
 * $2 the subject's kind, $3 ids.
 */
export const READ_WRITTEN = `
select a.id::text as id, a.subject_id as "subjectId", a.badge_key as "badgeKey", a.version, a.tier, a.occasion,
       a.earned_on::text as "earnedOn", a.month_id as "monthId", a.basis,
       a.is_final or coalesce(m.state = 'sealed', false) as "isFinal", a.revoked_at is not null as "isTakenBack"
  from badge_award a
  left join month m on m.commune_id = a.commune_id and m.id = a.month_id
 where a.commune_id = $1::int and a.subject = $2 and a.subject_id = any($3::text[]) and a.granted_by is null
   and (a.revoked_at is null or a.revoked_by is not null)`;

/** Everybody who has verified work or an award: what a whole round looks at. $2 'member' or 'team'. */
export const READ_ALL_SUBJECTS = `
select subject_id as id from badge_award
 where commune_id = $1::int and subject = $2 and granted_by is null and revoked_at is null and not is_final
 union
select case when $2 = 'member' then p.member_id::text else p.team_id::text end
  from claim_participant p
  join claim c on c.commune_id = p.commune_id and c.id = p.claim_id and c.state = 'verified'
 where p.commune_id = $1::int
 order by 1`;

/** Whom decisions after $2 until $3 touch: who did the work, their teams, and who holds awards that stand on it. */
export const READ_TOUCHED_SUBJECTS = `
with decided as materialized (
  select distinct claim_id from claim_decision
   where commune_id = $1::int and decided_at > $2::timestamptz and decided_at <= $3::timestamptz
), part as (
  select p.member_id, p.team_id from claim_participant p
    join decided d on d.claim_id = p.claim_id where p.commune_id = $1::int
)
select 'member' as subject, member_id::text as id from part
 union
select 'team', team_id::text from part
 union
select a.subject, a.subject_id from badge_award a
 where a.commune_id = $1::int and a.granted_by is null and a.revoked_at is null and not a.is_final
   and a.basis -> 'claims' ?| (select array_agg(claim_id::text) from decided)`;
