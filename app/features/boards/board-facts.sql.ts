import type { BoardSubject } from "#app/domain/boards/board.ts";

// $1 commune. $2 to $4 first month, last month and moment of the period; $5 to $7 of the one before it. $8 pillar,
// $9 campaign, $10 only work done while in the Youth Union. A filter that is null costs nothing.

const SPANS = `
span (which, from_month, to_month, as_of) as (
  values ('now', $2::int, $3::int, $4::timestamptz), ('before', $5::int, $6::int, $7::timestamptz)
), kind as materialized (
  select v.version, a ->> 'key' as key, a ->> 'pillar' as pillar
    from scheme_version v cross join jsonb_array_elements(v.content -> 'activities') a
   where v.commune_id = $1::int and $8::text is not null
)`;

/** The days each member was in the Youth Union, read once for all lines. */
const YOUTH = `youth as materialized (
  select member_id, range_agg(daterange(valid_from, valid_to, '[]')) as days
    from affiliation where commune_id = $1::int and kind = 'youth_union' group by member_id
)`;

/** Lines of both periods. Limits over a day or month belong to no pillar and to no campaign. */
const LINES = `
  select s.which, l.member_id, l.team_id, l.village_id, l.work_date, l.points, l.made_at
    from span s
    join ledger_line l on l.commune_id = $1::int and l.month_id between s.from_month and s.to_month and l.made_at <= s.as_of`;
const ALL_LINES = `${LINES}
   where $8::text is null and $9::text is null and $10::boolean is not null`;
/** Asked before each claim is judged by itself, which costs half a millisecond: all but a few fall by their day alone. */
const inDaysOf = (campaign: "$7" | "$9") => `c.work_date between
           (select g.starts_on from campaign g where g.commune_id = $1::int and g.id = ${campaign}::text::uuid)
       and (select g.ends_on from campaign g where g.commune_id = $1::int and g.id = ${campaign}::text::uuid)`;

const LINES_ABOUT = `${LINES}
    left join claim c on c.commune_id = l.commune_id and c.id = l.claim_id
    left join kind k on k.version = l.scheme_version
                    and k.key = coalesce(c.activity_key, case when l.kind = 'own_cap' then l.rule end)
   where ($8::text is null or k.pillar = $8::text)
     and ($9::text is null or ${inDaysOf("$9")})
     and ($9::text is null or tds_counts_for_campaign($1::int, $9::text::uuid, l.claim_id, l.unit, l.team_id))
     and $10::boolean is not null`;

/** Sums per member and place: what a person belonged to on the day of work decides whose points they are. */
const OF_PLACES = (lines: string) => `with ${SPANS}, ${YOUTH}, done as materialized (
  select l.which, l.member_id, l.team_id, l.village_id, sum(l.points) as points, max(l.made_at) as made_at,
         sum(l.points) filter (where l.work_date <@ y.days) as youth_points
    from (${lines}) l left join youth y on y.member_id = l.member_id
   group by 1, 2, 3, 4
)`;

/** The same per day, for memberships that begin and end. */
const OF_UNIONS = (lines: string) => `with ${SPANS}, ${YOUTH}, done as materialized (
  select l.which, l.member_id, l.team_id, l.village_id, l.work_date, sum(l.points) as points, max(l.made_at) as made_at,
         sum(l.points) filter (where l.work_date <@ y.days) as youth_points
    from (${lines}) l left join youth y on y.member_id = l.member_id
   group by 1, 2, 3, 4, 5
), of_union as (
  select distinct d.which, d.member_id, d.team_id, d.village_id, d.work_date, d.points, d.youth_points, a.kind,
         a.organisation_id
    from done d join affiliation a on a.commune_id = $1::int and a.member_id = d.member_id
     and a.valid_from <= d.work_date and (a.valid_to is null or a.valid_to >= d.work_date)
)`;

interface Subject {
  readonly sums: (lines: string) => string;
  readonly id: string;
  readonly from: string;
}

/** Two offices in one organisation on a day are one person's work once. */
const ofUnion = (which: string, condition: string) => `(
    select distinct which, ${which}, member_id, team_id, village_id, work_date, points, youth_points
      from of_union where ${condition}) d`;

const SUBJECT_OF: Readonly<Record<BoardSubject, Subject>> = {
  member: {
    sums: OF_PLACES,
    id: "d.member_id::text",
    from: `(select which, member_id, case when $10::boolean then youth_points else points end as points, youth_points
              from done where not $10::boolean or youth_points is not null) d`,
  },
  team: { sums: OF_PLACES, id: "d.team_id::text", from: "done d" },
  village: { sums: OF_PLACES, id: "d.village_id::text", from: "done d where d.village_id is not null" },
  youth_cell: {
    sums: OF_UNIONS,
    id: "d.organisation_id::text",
    from: ofUnion("organisation_id", "kind = 'youth_union' and organisation_id is not null"),
  },
  union: {
    sums: OF_UNIONS,
    id: "d.kind",
    from: ofUnion(
      "kind",
      "kind in ('youth_union', 'womens_union', 'farmers_union', 'veterans_union', 'front')",
    ),
  },
};

/**
 * Points per period and subject; the row without a subject is everybody's, for the split of the Youth Union (K11).
 * `isNarrowed`: by a pillar or a campaign, which only the work behind a line knows.
 */
export function pointsOf(subject: BoardSubject, isNarrowed: boolean): string {
  const { sums, id, from } = SUBJECT_OF[subject];
  return `${sums(isNarrowed ? LINES_ABOUT : ALL_LINES)}
select d.which, ${id} as id, sum(d.points)::float8 as points,
       coalesce(sum(d.youth_points), 0)::float8 as "youthPoints",
       (count(distinct d.member_id))::int as members, null::float8 as "updatedAt"
  from ${from} group by 1, 2
union all
select d.which, null, sum(d.points)::float8, coalesce(sum(d.youth_points), 0)::float8,
       (count(distinct d.member_id))::int, (extract(epoch from max(d.made_at)) * 1000)::float8
  from done d group by 1`;
}

/** Work that counts, and whose: verified, in the month that booked it, approved by the moment the board stands at. */
const COUNTED = `with ${SPANS}, counted as materialized (
  select s.which, c.id, c.month_id, c.activity_key, c.work_date
    from span s
    join claim c on c.commune_id = $1::int and c.state = 'verified' and c.month_id between s.from_month and s.to_month
   where exists (select from claim_decision a where a.commune_id = c.commune_id and a.claim_id = c.id
                  and a.verdict = 'approve' and a.decided_at <= s.as_of)
     and ($9::text is null or ${inDaysOf("$9")})
     and ($9::text is null or tds_counts_for_campaign($1::int, $9::text::uuid, c.id, null, null))
     and ($8::text is null or exists (
       select from kind k join month m on m.commune_id = $1::int and c.work_date between m.first_day and m.last_day
        where k.version = m.scheme_version and k.key = c.activity_key and k.pillar = $8::text))
)`;

const PROFICIENT = `
  join claim_unit u on u.commune_id = $1::int and u.claim_id = n.id
   and u.outcome = 'proficient' and u.person_key is not null
   and ($9::text is null or tds_counts_for_campaign($1::int, $9::text::uuid, n.id, u.ordinal, null))`;

/** In a later month a person counts again only with another service (SCORING.md section 2, row 1). */
const FIRST_IN_YEAR = `not exists (
    select from claim_unit e join claim w on w.commune_id = e.commune_id and w.id = e.claim_id
     where e.commune_id = $1::int and e.person_key = u.person_key and e.outcome = 'proficient' and w.state = 'verified'
       and w.activity_key = n.activity_key and e.service_key is not distinct from u.service_key
       and w.month_id < n.month_id and w.month_id / 100 = n.month_id / 100)`;

const OF_DOERS = `
  join claim_participant p on p.commune_id = $1::int and p.claim_id = n.id
   and ($9::text is null or tds_counts_for_campaign($1::int, $9::text::uuid, n.id, null, p.team_id))`;

const affiliated = (condition: string) => `
  join affiliation a on a.commune_id = $1::int and a.member_id = p.member_id and ${condition}
   and a.valid_from <= n.work_date and (a.valid_to is null or a.valid_to >= n.work_date)`;

const IS_YOUTH = `exists (
    select from affiliation y where y.commune_id = $1::int and y.member_id = p.member_id and y.kind = 'youth_union'
       and y.valid_from <= n.work_date and (y.valid_to is null or y.valid_to >= n.work_date))`;

/** Distinct people by month where a month is measured, else of the whole period as month 0. Residents count at home. */
const PEOPLE_OF: Readonly<
  Record<BoardSubject, { readonly id: string; readonly month: string; readonly from: string }>
> = {
  member: {
    id: "p.member_id::text",
    month: "0",
    from: `${OF_DOERS} where (not $10::boolean or ${IS_YOUTH})`,
  },
  team: { id: "p.team_id::text", month: "n.month_id", from: `${OF_DOERS} where ${FIRST_IN_YEAR}` },
  village: {
    id: "u.village_id::text",
    month: "n.month_id",
    from: `where u.village_id is not null and ${FIRST_IN_YEAR}`,
  },
  youth_cell: {
    id: "a.organisation_id::text",
    month: "0",
    from: `${OF_DOERS} ${affiliated("a.kind = 'youth_union' and a.organisation_id is not null")}`,
  },
  union: {
    id: "a.kind",
    month: "0",
    from: `${OF_DOERS} ${affiliated("a.kind in ('youth_union', 'womens_union', 'farmers_union', 'veterans_union', 'front')")}`,
  },
};

export function peopleOf(subject: BoardSubject): string {
  const { id, month, from } = PEOPLE_OF[subject];
  const isUnused = subject === "member" ? "" : "and $10::boolean is not null";
  return `${COUNTED}
select n.which, ${id} as id, ${month} as "monthId", (count(distinct u.person_key))::int as people
  from counted n ${PROFICIENT} ${isUnused} ${from} group by 1, 2, 3`;
}

/** A question about the people whom a month counts for a team's quota, as `quota (team_id, person_key, household_id)`. */
export function ofQuotaPeople(question: string): string {
  return `${COUNTED}, quota as materialized (
  select distinct on (p.team_id, u.person_key) p.team_id, u.person_key, u.household_id
    from counted n ${PROFICIENT} and $10::boolean is not null ${PEOPLE_OF.team.from}
   order by p.team_id, u.person_key
)${question}`;
}

/** The same about villages: who a month counts for the place they live in, as `quota (claim_id, village_id, person_key)`. */
export function ofVillagePeople(question: string): string {
  return `${COUNTED}, quota as materialized (
  select distinct n.id as claim_id, u.village_id, u.person_key
    from counted n ${PROFICIENT} and $10::boolean is not null ${PEOPLE_OF.village.from}
)${question}`;
}

/** Months of both periods ($2, $3) that have begun by the day ($4), the live topic, and the plan in force from month $5 on. */
export const BOARD_HEAD = `
select coalesce((select version from live_topic where topic = 'commune:' || $1::int), 0)::float8 as version,
       coalesce((select json_agg(json_build_object(
           'id', m.id, 'firstDay', m.first_day, 'lastDay', m.last_day, 'state', m.state, 'isTrial', m.is_trial,
           'schemeVersion', m.scheme_version, 'graceEndsAt', extract(epoch from m.grace_ends_at) * 1000) order by m.id)
         from month m where m.commune_id = $1::int and m.id between $2::int and $3::int and m.first_day <= $4::date),
         '[]') as months,
       (select c.preset_id from commune c where c.id = $1::int) as "presetId",
       (select p.settings -> 'quotas' from plan_version p
         where p.commune_id = $1::int and p.effective_on <= (select min(m.first_day) from month m
                 where m.commune_id = $1::int and m.id >= $5::int)
         order by p.effective_on desc, p.published_at desc limit 1) as quotas`;

/**
 * Per village: households reached since the year began ($2) up to month $3 as of $4, the list they are counted in on
 * day $5, its teams at the year's start and what second looks found. Pillar $6 and campaign $7 narrow what reached them.
 */
export const VILLAGE_FACTS = `
with kind as materialized (
  select v.version, a ->> 'key' as key, a ->> 'pillar' as pillar
    from scheme_version v cross join jsonb_array_elements(v.content -> 'activities') a
   where v.commune_id = $1::int and $6::text is not null
), reached as materialized (
  select distinct tds_household_root($1::int, u.household_id) as root
    from (select distinct u.household_id
            from claim c
            join claim_unit u on u.commune_id = c.commune_id and u.claim_id = c.id
             and u.household_id is not null and u.outcome in ('with_help', 'proficient')
           where c.commune_id = $1::int and c.state = 'verified' and c.month_id between $2::int and $3::int
             and ($7::text is null or ${inDaysOf("$7")})
             and ($7::text is null or tds_counts_for_campaign($1::int, $7::text::uuid, c.id, u.ordinal, null))
             and ($6::text is null or exists (
               select from kind k join month m on m.commune_id = $1::int and c.work_date between m.first_day and m.last_day
                where k.version = m.scheme_version and k.key = c.activity_key and k.pillar = $6::text))
             and exists (select from claim_decision a where a.commune_id = c.commune_id and a.claim_id = c.id
                          and a.verdict = 'approve' and a.decided_at <= $4::timestamptz)) u
), listed as (
  select h.village_id, count(*)::int as households, sum(h.adults)::int as adults,
         (count(*) filter (where h.is_long_absent))::int as "longAbsent",
         (count(*) filter (where exists (select from reached r where r.root =
           case when h.continues_id is null then h.id else tds_household_root($1::int, h.id) end)))::int as reached
    from household h
   where h.commune_id = $1::int and h.valid_from <= $5::date and (h.valid_to is null or h.valid_to >= $5::date)
   group by 1
), looked as (
  select i.village_id, (count(*) filter (where i.verdict = 'agrees'))::int as agrees,
         (count(*) filter (where i.verdict = 'differs'))::int as differs
    from audit_item i join audit_draw d on d.commune_id = i.commune_id and d.id = i.draw_id
   where i.commune_id = $1::int and i.reason = 'lot' and d.month_id between $2::int and $3::int
   group by 1
), year as (
  select min(first_day) as first_day from month where commune_id = $1::int and id >= $2::int
)
select v.id, v.name, coalesce(l.households, n.households) as households, coalesce(l.adults, n.adults) as adults,
       coalesce(l."longAbsent", 0) as "longAbsent", coalesce(l.reached, 0) as reached,
       coalesce(k.agrees, 0) as agrees, coalesce(k.differs, 0) as differs,
       coalesce(nullif((select count(*)::int from team t where t.commune_id = $1::int and t.village_id = v.id and t.kind = 'village'
                 and t.valid_from <= (select first_day from year)
                 and (t.valid_to is null or t.valid_to >= (select first_day from year))), 0),
         (select count(*)::int from team t where t.commune_id = $1::int and t.village_id = v.id and t.kind = 'village'
             and t.valid_from <= $5::date and (t.valid_to is null or t.valid_to >= $5::date))) as teams
  from village v
  left join listed l on l.village_id = v.id
  left join looked k on k.village_id = v.id
  left join lateral (
    select c.households, c.adults from village_count c
     where c.commune_id = $1::int and c.village_id = v.id and c.counted_on <= $5::date
     order by c.counted_on desc limit 1) n on true
 where v.commune_id = $1::int and v.valid_from <= $5::date and (v.valid_to is null or v.valid_to >= $8::date)
 order by v.sort_key`;

/** Teams of category $2 that stood between the days $3 and $4, with what their village offers to work on. */
export const TEAM_FACTS = `
select t.id, t.name, v.name as village, t.village_id as "villageId",
       (select sum(h.adults)::int from household h where h.commune_id = t.commune_id and h.village_id = t.village_id
           and h.valid_from <= $4::date and (h.valid_to is null or h.valid_to >= $4::date)) as adults
  from team t
  left join village v on v.commune_id = t.commune_id and v.id = t.village_id
 where t.commune_id = $1::int and t.kind = $2::text and t.valid_from <= $4::date
   and (t.valid_to is null or t.valid_to >= $3::date)
 order by t.id`;

/** Names of members $2 to be shown between the days $3 and $4. Staff never stand on boards. */
export const MEMBER_FACTS = `
select m.id::text as id, m.full_name as "fullName", m.erased_at is not null as "isErased",
       (select coalesce(v.name, t.name) from membership s join team t on t.commune_id = s.commune_id and t.id = s.team_id
          left join village v on v.commune_id = t.commune_id and v.id = t.village_id
         where s.commune_id = m.commune_id and s.member_id = m.id and s.valid_from <= $4::date
           and (s.valid_to is null or s.valid_to >= $3::date)
         order by s.valid_from desc, s.team_id limit 1) as team,
       coalesce(p.is_hidden, false) as "isHidden", coalesce(p.is_short_name, false) as "isShortName",
       exists (select from consent c where c.commune_id = m.commune_id and c.member_id = m.id
                and c.purpose = 'public_full_name' and c.withdrawn_at is null) as "isPublic",
       exists (select from role_grant g where g.commune_id = m.commune_id and g.account_id = m.account_id
                and g.role in ('office', 'administrator') and g.valid_from <= $4::date
                and (g.valid_to is null or g.valid_to >= $3::date)) as "isStaff"
  from member m
  left join board_preference p on p.commune_id = m.commune_id and p.member_id = m.id
 where m.commune_id = $1::int and m.id = any($2::uuid[])`;

export const CELL_NAMES = `
select o.id::text as id, o.name, v.name as detail
  from organisation o left join village v on v.commune_id = o.commune_id and v.id = o.village_id
 where o.commune_id = $1::int and o.id = any($2::uuid[])`;
