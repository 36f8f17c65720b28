// What V5 reads: verified claims as the rules see them, and what the ledger holds for them.

/** The months with the days that count with them (those that no month took go with the one before) and their rules. */
export const READ_MONTH_RULES = `
select m.id, m.first_day::text as "monthFrom", v.content || jsonb_build_object('campaigns', tds_campaign_rules(m.commune_id)) as scheme,
       case when lag(m.id) over w is null then '1900-01-01' else m.first_day::text end as "from",
       coalesce((lead(m.first_day) over w - 1)::text, m.last_day::text) as until
  from month m join scheme_version v on v.commune_id = m.commune_id and v.version = m.scheme_version
 where m.commune_id = $1 window w as (order by m.first_day) order by m.first_day`;

/** Members in slices of about $2 parts in claims and lines of the ledger. Team-mates share claims, so they share a slice. */
export const READ_SLICES = `
with part as (
  select member_id, min(team_id) as team_id, count(*) as parts from claim_participant where commune_id = $1::int group by 1
  union all
  select member_id, min(team_id), count(*) from ledger_line where commune_id = $1::int group by 1
), member as (
  select member_id, min(team_id) as team_id, sum(parts) as parts from part group by 1
), numbered as (
  select member_id::text as member, div(sum(parts) over (order by team_id, member_id), $2::int) as slice from member
)
select array_agg(member) as members from numbered group by slice order by slice`;

const ROOTS = `
with recursive root (id, root) as (
  select id, id from household where commune_id = $1::int and continues_id is null
  union all
  select h.id, r.root from household h join root r on h.continues_id = r.id where h.commune_id = $1::int
)`;

const UNIT = `json_build_object('ordinal', u.ordinal, 'householdId', coalesce(r.root, u.household_id),
  'personKey', encode(u.person_key, 'hex'), 'slot', u.slot, 'serviceKey', u.service_key, 'outcome', u.outcome,
  'stage', u.stage, 'isPriority', u.is_priority, 'groups', u.groups, 'bonuses', u.bonuses, 'quantity', u.quantity)`;

const CLAIM = `c.id::text as id, c.revision, c.activity_key as "activityKey", c.work_date::text as "workDate",
       c.month_id as "bookedMonth", c.minutes, c.visits, c.movements,
       (select f.round_id::text from survey_form f
         where f.commune_id = c.commune_id and f.claim_id = c.id) as "roundId",
       (select json_agg(json_build_object('memberId', p.member_id, 'part', p.part, 'teamId', p.team_id,
                                          'villageId', p.village_id))
          from claim_participant p where p.commune_id = c.commune_id and p.claim_id = c.id) as participants`;

/**
 * Claims of one slice of members, each walked to along an index: an array and questions per claim, because joins tempt
 * the planner to read the whole year for each slice. $2 the members, $3 the last day.
 */
export const READ_SLICE = `
select ${CLAIM},
       (select coalesce(json_agg(${UNIT}), '[]')
          from claim_unit u
          left join lateral (select tds_household_root(u.commune_id, h.id) as root from household h
                              where h.commune_id = u.commune_id and h.id = u.household_id
                                and h.continues_id is not null) r on true
         where u.commune_id = c.commune_id and u.claim_id = c.id) as units
  from claim c
 where c.commune_id = $1::int and c.state = 'verified' and c.work_date <= $3::date
   and c.id = any(array(select p.claim_id from claim_participant p
                         where p.commune_id = $1::int and p.member_id = any($2::uuid[])))`;

/**
 * Claims with the units of one share of the households: the same person and the same household never fall into two
 * shares. $2 how many shares, $3 which one.
 */
export const READ_SHARE = `${ROOTS}
select ${CLAIM}, json_agg(${UNIT}) as units
  from claim c
  join claim_unit u on u.commune_id = c.commune_id and u.claim_id = c.id
  left join root r on r.id = u.household_id
 where c.commune_id = $1::int and c.state = 'verified'
   and abs(hashtext(coalesce(r.root, u.household_id, c.id)::text)::bigint) % $2::int = $3::int
 group by c.commune_id, c.id`;

/** Claims of kinds that a member earns for themselves, whoever they were with. $2 the kinds. */
export const READ_OF_MEMBERS = `${ROOTS}
select ${CLAIM},
       (select coalesce(json_agg(${UNIT}), '[]')
          from claim_unit u left join root r on r.id = u.household_id
         where u.commune_id = c.commune_id and u.claim_id = c.id) as units
  from claim c where c.commune_id = $1::int and c.state = 'verified' and c.activity_key = any($2::text[])`;

/** What the ledger adds up to under each key of the slice. */
export const READ_SUMS = `
select line_key as key, sum(points)::int as points
  from ledger_line
 where commune_id = $1::int and member_id = any($2::uuid[]) and work_date <= $3::date
 group by line_key having sum(points) <> 0`;
