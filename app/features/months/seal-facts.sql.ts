// $1 commune, $2 month. Only rows that never change speak: lines, decisions' revisions, and what two persons decided.

export const SEAL_HEAD = `
select m.id, m.first_day::text as "firstDay", m.last_day::text as "lastDay", m.is_trial as "isTrial",
       to_char(m.grace_ends_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "graceEndsAt",
       to_char(m.appeals_end_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "appealsEndAt",
       m.scheme_version as "schemeVersion", encode(v.content_sha256, 'hex') as "schemeSha256"
  from month m join scheme_version v on v.commune_id = m.commune_id and v.version = m.scheme_version
 where m.commune_id = $1::int and m.id = $2::int`;

export const SEAL_LINES = `
select seq::float8 as seq, line_key as key, step, kind, rule, points, member_id::text as member, team_id as team,
       village_id as village, work_date::text as "workDate", is_adjustment as "isAdjustment",
       scheme_version as version, claim_id::text as claim, revision, unit::int as unit,
       decision_id::text as decision, verifier_id::text as verifier, corrects_seq::float8 as corrects, reason
  from ledger_line where commune_id = $1::int and month_id = $2::int order by ledger_line.seq`;

/**
 * Work that counts, as every sum of it begins: of the ledger's lines that `lines` picks, told apart by month, or all
 * together where `month` is 0. A claim counts in the month that first booked it and in no other.
 */
export const countedWork = (lines: string, month: "month_id" | "0") => `
line as materialized (
  select ${month} as month_id, claim_id, revision, kind, points, member_id, team_id, village_id
    from ledger_line where commune_id = $1::int and ${lines}
), award as (
  select month_id, claim_id, member_id, team_id, village_id, sum(points) as points, max(revision) as revision
    from line where kind = 'award' group by 1, 2, 3, 4, 5
), told as (
  -- Windows and no join of the lines with themselves: nobody can guess how many are left, and a wrong guess is quadratic.
  select a.*, sum(points) over claim as total, max(revision) over claim as latest,
         row_number() over (claim order by points desc, member_id, team_id, village_id) as place
    from award a window claim as (partition by month_id, claim_id)
), counted as materialized (
  select t.*, coalesce((r.content ->> 'visits')::int, 0) as visits
    from told t
    left join claim_revision r on r.commune_id = $1::int and r.claim_id = t.claim_id and r.revision = t.latest
   where t.total > 0
     and not exists (select from ledger_line e
                      where e.commune_id = $1::int and e.claim_id = t.claim_id and e.month_id < t.month_id)
)`;

/**
 * Points are the sum of the month's lines. A claim counts, with its visits, in the month that first booked it and in
 * no other; one that was undone in that same month counts nowhere.
 */
export const SEAL_FIGURES = `
with ${countedWork("month_id = $2::int", "month_id")}, work as (
  select claim_id, visits from counted where place = 1
), part as (
  select claim_id, visits, member_id, team_id, village_id from counted where points > 0
), figure as (
  select 'member' as subject, member_id::text as id, sum(points) as points, 0 as claims, 0 as visits from line group by 2
  union all select 'team', team_id::text, sum(points), 0, 0 from line group by 2
  union all select 'village', village_id::text, sum(points), 0, 0 from line where village_id is not null group by 2
  union all select 'commune', $1::int::text, coalesce(sum(points), 0), 0, 0 from line
  union all select 'member', member_id::text, 0, count(*), sum(visits)
    from (select distinct claim_id, visits, member_id from part) p group by 2
  union all select 'team', team_id::text, 0, count(*), sum(visits)
    from (select distinct claim_id, visits, team_id from part) p group by 2
  union all select 'village', village_id::text, 0, count(*), sum(visits)
    from (select distinct claim_id, visits, village_id from part where village_id is not null) p group by 2
  union all select 'commune', $1::int::text, 0, count(*), coalesce(sum(visits), 0) from work
)
select subject, id, sum(points)::float8 as points, sum(claims)::int as claims, sum(visits)::int as visits
  from figure group by subject, id`;

export const SEAL_EXCEPTIONS = `
select id::text as id, month_id as month, claim_id::text as claim, effect, document, reason,
       asked_by::text as "askedBy", decided_by::text as "decidedBy", decision_id::text as decision
  from month_exception where commune_id = $1::int and carried_by = $2::int and verdict = 'accepted'`;

export const SEAL_APPEALS = `
select id::text as id, claim_id::text as claim, team_id as team, outcome
  from appeal where commune_id = $1::int and month_id = $2::int and outcome is not null`;

/** $2 the month whose seal is told apart, so that a month recomputed later finds the seal it followed. */
export const SEAL_LINK = `
select coalesce(max(s.number), 0)::int as number,
       coalesce((select encode(p.sha256, 'hex') from month_seal p
                  where p.commune_id = $1::int order by p.number desc limit 1), repeat('0', 64)) as previous
  from month_seal s where s.commune_id = $1::int`;
