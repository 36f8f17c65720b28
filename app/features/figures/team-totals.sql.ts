import { countedWork } from "#app/features/months/seal-facts.sql.ts";

/**
 * $1 commune, $2 month: what every team came to, without telling it apart. The counting of `figureCells` for whoever asks
 * a hundred communes at once; a test holds the two against each other.
 */
export const TEAM_TOTALS = `
with ${countedWork("month_id = $2::int", "month_id")}, owner as materialized (
  select distinct o.team_id, o.claim_id, w.visits
    from counted o join counted w on w.claim_id = o.claim_id and w.place = 1 where o.points > 0
), unit as materialized (
  select o.team_id, u.person_key, u.household_id, u.outcome
    from owner o join claim_unit u on u.commune_id = $1::int and u.claim_id = o.claim_id
), root as (
  select household_id, tds_household_root($1::int, household_id) as root
    from (select distinct household_id from unit where outcome in ('with_help', 'proficient') and household_id is not null) h
), sums as (
  select team_id, count(*) as claims, sum(visits) as visits from owner group by 1
), seen as (
  select u.team_id, count(distinct u.person_key) as people,
         count(distinct r.root) filter (where u.outcome in ('with_help', 'proficient')) as households
    from unit u left join root r using (household_id) group by 1
)
select l.team_id as id, sum(l.points)::float8 as points, coalesce(max(s.claims), 0)::int as claims,
       coalesce(max(s.visits), 0)::int as visits, coalesce(max(n.people), 0)::int as people,
       coalesce(max(n.households), 0)::int as households
  from line l left join sums s using (team_id) left join seen n using (team_id) group by 1`;
