// $1 commune. Only sealed months speak; their figures are those of the seal itself.

export const OPEN_MONTHS = `
select m.id, m.first_day::text as "firstDay", m.last_day::text as "lastDay", m.is_trial as "isTrial",
       m.scheme_version as "rulesVersion", encode(s.sha256, 'hex') as "sealSha256",
       s.content::jsonb #> '{standings,commune}' as commune,
       s.content::jsonb #> '{standings,village}' as villages,
       s.content::jsonb #> '{standings,team}' as teams
  from month m join month_seal s on s.commune_id = m.commune_id and s.month_id = m.id
 where m.commune_id = $1::int and m.state = 'sealed'
 order by m.first_day desc
 limit $2::int`;

/**
 * $2 the months. A record counts in the month that first booked it, as in the seal. Residents count in the village
 * they live in; for a team, whoever its members helped. A person is a keyed hash here and leaves this query as a count.
 */
export const OPEN_PEOPLE = `
with line as materialized (
  select month_id, claim_id, team_id, points
    from ledger_line where commune_id = $1::int and month_id = any($2::int[]) and kind = 'award'
), counted as materialized (
  select l.month_id, l.claim_id
    from line l
   where not exists (select from ledger_line e
                      where e.commune_id = $1::int and e.claim_id = l.claim_id and e.month_id < l.month_id)
   group by 1, 2 having sum(l.points) > 0
), unit as materialized (
  select c.month_id, c.claim_id, u.person_key, u.household_id, u.village_id, u.groups
    from counted c join claim_unit u on u.commune_id = $1::int and u.claim_id = c.claim_id
), part as (
  select distinct l.month_id, l.claim_id, l.team_id from line l join counted c using (month_id, claim_id)
)
select month_id as "monthId", 'commune' as subject, '' as id,
       count(distinct person_key)::int as people, count(distinct household_id)::int as households
  from unit group by 1
union all
select month_id, 'village', village_id::text, count(distinct person_key)::int, count(distinct household_id)::int
  from unit where village_id is not null group by 1, 3
union all
select p.month_id, 'team', p.team_id::text, count(distinct u.person_key)::int, count(distinct u.household_id)::int
  from part p join unit u on u.month_id = p.month_id and u.claim_id = p.claim_id group by 1, 3
union all
select month_id, 'group', g, count(distinct person_key)::int, 0
  from unit cross join unnest(groups) g group by 1, 3`;
