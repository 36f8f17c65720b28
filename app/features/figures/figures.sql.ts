import { CLAIM_COUNTERS } from "#app/domain/activity/claim.ts";
import type { FigureSpan } from "#app/domain/figures/figures.ts";
import { ofProject06 } from "#app/features/months/project-06.sql.ts";
import { countedWork } from "#app/features/months/seal-facts.sql.ts";

// $1 commune, $2 and $3 first and last month or day, $4 the name of Project 06.

const linesOf = (kind: FigureSpan["kind"], of = "") =>
  kind === "months"
    ? `${of}month_id between $2::int and $3::int`
    : `${of}work_date between $2::date and $3::date`;

/** Over days a claim is what all its lines say; over months what each month booked, as in the seals. */
const MONTH_OF = { months: "month_id", days: "0" } as const;

/** Claims with lines in the span, with what tells them apart. */
const claimed = `
kind_of as materialized (
  select v.version, a ->> 'key' as key, a ->> 'pillar' as pillar, coalesce(a -> 'tags' ? 'project-06', false) as is_06
    from scheme_version v cross join jsonb_array_elements(v.content -> 'activities') a
   where v.commune_id = $1::int
), claimed as materialized (
  select c.id, c.activity_key, c.mode, c.audience, c.movements, c.counters, c.work_date, k.pillar,
         ${ofProject06("$4::text", "coalesce(k.is_06, false)")} as is_06
    from (select distinct claim_id from line where claim_id is not null) n
    join claim c on c.commune_id = $1::int and c.id = n.claim_id
    left join month m on m.commune_id = $1::int and c.work_date between m.first_day and m.last_day
    left join kind_of k on k.version = m.scheme_version and k.key = c.activity_key
), work as materialized (
  select n.month_id, n.claim_id, n.visits, c.activity_key, c.mode, c.audience, c.movements, c.counters, c.pillar, c.is_06
    from counted n join claimed c on c.id = n.claim_id where n.place = 1
), owner as materialized (
  select 'commune' as subject, $1::int::text as id, month_id, claim_id from work
  union all select distinct 'team', team_id::text, month_id, claim_id from counted where points > 0
  union all select distinct 'village', village_id::text, month_id, claim_id
    from counted where points > 0 and village_id is not null
)`;

const ofClaim = `(values ('all', ''), ('pillar', w.pillar), ('kind', w.activity_key), ('mode', w.mode),
                         ('audience', w.audience), ('project06', case when w.is_06 then '' end)) d (dimension, key)`;

/** A person is a keyed hash here and leaves the query as a count. A household is what it was before mergers. */
const units = `
unit as materialized (
  select w.month_id, w.claim_id, u.ordinal, u.person_key, u.household_id, u.village_id, u.service_key, u.outcome,
         u.groups, u.quantity,
         -- Here and not in a list of its own: joined to it, each unit was looked up by reading the list from its start.
         case when h.continues_id is null then u.household_id else tds_household_root($1::int, u.household_id) end as root
    from work w join claim_unit u on u.commune_id = $1::int and u.claim_id = w.claim_id
    left join household h on h.commune_id = u.commune_id and h.id = u.household_id
), trait as materialized (
  select w.month_id, w.claim_id, d.dimension, d.key, coalesce(a.units, 0) as units
    from work w
    left join (select month_id, claim_id, sum(quantity) as units from unit group by 1, 2) a using (month_id, claim_id)
    cross join lateral (select * from ${ofClaim} union all select 'movement', m from unnest(w.movements) m) d
   where d.key is not null
  union all
  select u.month_id, u.claim_id, d.dimension, d.key, sum(u.quantity)
    from unit u
    cross join lateral (select * from (values ('service', u.service_key), ('outcome', u.outcome)) o (dimension, key)
                        union all select 'group', g from unnest(u.groups) g) d
   where d.key is not null group by 1, 2, 3, 4
), resident as materialized (
  select 'commune' as subject, $1::int::text as id, u.* from unit u
  union all select 'village', u.village_id::text, u.* from unit u where u.village_id is not null
  union all select o.subject, o.id, u.* from owner o join unit u using (month_id, claim_id) where o.subject = 'team'
), seen as (
  select r.subject, r.id, d.dimension, d.key, r.person_key,
         case when r.outcome in ('with_help', 'proficient') then r.root end as root
    from resident r join work w using (month_id, claim_id)
    cross join lateral (
      select * from ${ofClaim}
      union all select * from (values ('service', r.service_key), ('outcome', r.outcome)) o (dimension, key)
      union all select 'movement', m from unnest(w.movements) m
      union all select 'group', g from unnest(r.groups) g) d
   where d.key is not null and (r.person_key is not null or r.root is not null)
)`;

const SUBJECTS = `lateral (values ('commune', $1::int::text), ('team', p.team_id::text), ('village', p.village_id::text)) s (subject, id)`;

/** Lines of caps belong to no claim: their pillar is that of the kind whose own limit they are, else none. */
const money = (lines: string) => `
paid as materialized (
  select l.member_id, l.team_id, l.village_id, l.work_date, l.points, k.pillar, coalesce(c.is_06, false) as is_06
    from ledger_line l
    left join claimed c on c.id = l.claim_id
    left join kind_of k on k.version = l.scheme_version
                       and k.key = coalesce(c.activity_key, case when l.kind = 'own_cap' then l.rule end)
   where l.commune_id = $1::int and ${lines}
)`;

const affiliated = (day: string, member: string) => `
    cross join lateral (
      select 'everyone' as key
      union select a.kind from affiliation a
             where a.commune_id = $1::int and a.member_id = ${member} and a.valid_from <= ${day}
               and (a.valid_to is null or a.valid_to >= ${day})) a`;

const contributions = `
turn as materialized (
  select distinct s.subject, s.id, a.key, p.month_id, p.claim_id, p.member_id
    from counted p join claimed c on c.id = p.claim_id ${affiliated("c.work_date", "p.member_id")}
    cross join ${SUBJECTS}
   where p.points > 0 and s.id is not null
), joint as (
  select t.subject, t.id, t.key, count(*) as claims, sum(w.visits) as visits,
         sum(coalesce((w.counters ->> 'dossiers')::int, 0)) as dossiers,
         sum(coalesce((w.counters ->> 'signatures_made')::int, 0)) as made,
         sum(coalesce((w.counters ->> 'signatures_used')::int, 0)) as used
    from (select distinct subject, id, key, month_id, claim_id from turn) t join work w using (month_id, claim_id)
   group by 1, 2, 3
), earned as (
  select s.subject, s.id, a.key, sum(p.points) as points
    from paid p ${affiliated("p.work_date", "p.member_id")} cross join ${SUBJECTS}
   where s.id is not null group by 1, 2, 3
)`;

const COLUMNS = ["claims", "visits", "units", "people", "households", "points", "members", "turns"] as const;
const LAST = ["dossiers", "signaturesMade", "signaturesUsed"] as const;

/** A row of sums with noughts where it says nothing. */
const cell = (sums: Partial<Record<(typeof COLUMNS)[number] | (typeof LAST)[number], string>>) =>
  [...COLUMNS, ...LAST].map((name) => `coalesce(${sums[name] ?? "0"}, 0)::float8 as "${name}"`).join(", ");

/** Every sum of the span by subject, in one statement: one moment for all of them. */
export const figureCells = (kind: FigureSpan["kind"]) => `
with ${countedWork(linesOf(kind), MONTH_OF[kind])}, ${claimed}, ${units}, ${money(linesOf(kind, "l."))}, ${contributions}
select o.subject, o.id, t.dimension, t.key, ${cell({ claims: "count(*)", visits: "sum(w.visits)", units: "sum(t.units)" })}
  from owner o join trait t using (month_id, claim_id) join work w using (month_id, claim_id) group by 1, 2, 3, 4
union all
select subject, id, dimension, key,
       ${cell({ people: "count(distinct person_key)", households: "count(distinct root)" })}
  from seen group by 1, 2, 3, 4
union all
select s.subject, s.id, 'points', coalesce(p.pillar, 'none'), ${cell({ points: "sum(p.points)" })}
  from paid p cross join ${SUBJECTS} where s.id is not null group by 1, 2, 4
union all
select s.subject, s.id, 'project06', '', ${cell({ points: "sum(p.points)" })}
  from paid p cross join ${SUBJECTS} where s.id is not null and p.is_06 group by 1, 2
union all
select o.subject, o.id, 'counter', n.key, ${cell({ units: "sum(n.value::int)" })}
  from owner o join work w using (month_id, claim_id) cross join jsonb_each_text(w.counters) n
 where n.key = any('{${CLAIM_COUNTERS.join(",")}}') group by 1, 2, 4
union all
select t.subject, t.id, 'contribution', t.key, ${cell({
  members: "count(distinct t.member_id)",
  turns: "count(*)",
  claims: "max(j.claims)",
  visits: "max(j.visits)",
  points: "max(e.points)",
  dossiers: "max(j.dossiers)",
  signaturesMade: "max(j.made)",
  signaturesUsed: "max(j.used)",
})}
  from turn t join joint j using (subject, id, key) left join earned e using (subject, id, key) group by 1, 2, 4`;

/** $1 commune, $2 and $3 first and last month, or days whose months are asked for. */
export const figureMonths = (kind: FigureSpan["kind"]) => `
select m.id, m.first_day::text as "firstDay", m.last_day::text as "lastDay", m.state, m.is_trial as "isTrial",
       m.scheme_version as "schemeVersion", encode(s.sha256, 'hex') as sha256
  from month m left join month_seal s on s.commune_id = m.commune_id and s.month_id = m.id
 where m.commune_id = $1::int
   and ${kind === "months" ? "m.id between $2::int and $3::int" : "m.last_day >= $2::date and m.first_day <= $3::date"}
 order by m.id`;

/** Per village and team that stood in the span ($2, $3): who is on the roster on day $4; $5 who is active, or null. */
export const ROSTER_FIGURES = `
with present as materialized (
  select s.team_id, t.village_id, s.member_id, bool_and(s.source = 'campaign') as is_guest
    from membership s join team t on t.commune_id = s.commune_id and t.id = s.team_id
   where s.commune_id = $1::int and s.valid_from <= $4::date and (s.valid_to is null or s.valid_to >= $4::date)
     and t.valid_from <= $4::date and (t.valid_to is null or t.valid_to >= $4::date)
   group by 1, 2, 3
), counted as (
  select s.subject, s.id, count(distinct p.member_id)::int as members,
         count(distinct p.member_id) filter (where m.sex = 'female')::int as women,
         count(distinct p.member_id) filter (where p.is_guest)::int as guests,
         count(distinct p.member_id) filter (where p.member_id = any($5::uuid[]))::int as active
    from present p join member m on m.commune_id = $1::int and m.id = p.member_id
    cross join ${SUBJECTS} where s.id is not null group by 1, 2
), unit as (
  select 'commune' as subject, $1::int as id, '' as name, null::int as village_id, 0 as place, '' as sort_key
  union all
  select 'village', v.id, v.name, null, 1, v.sort_key from village v
   where v.commune_id = $1::int and v.valid_from <= $3::date and (v.valid_to is null or v.valid_to >= $2::date)
  union all
  select 'team', t.id, t.name, t.village_id, 2, coalesce(v.sort_key, '~') from team t
    left join village v on v.commune_id = t.commune_id and v.id = t.village_id
   where t.commune_id = $1::int and t.valid_from <= $3::date and (t.valid_to is null or t.valid_to >= $2::date)
)
select u.subject, u.id, u.name, u.village_id as "villageId", coalesce(c.members, 0) as members,
       coalesce(c.women, 0) as women, coalesce(c.guests, 0) as guests, coalesce(c.active, 0) as active
  from unit u left join counted c on c.subject = u.subject and c.id = u.id::text
 order by u.place, u.sort_key, u.name, u.id`;
