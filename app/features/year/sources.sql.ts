import { ofVillagePeople } from "#app/features/boards/board-facts.sql.ts";

/** One record as it is shown, of a claim "c": whose it is, what it was, and its photographs without signed sheets. */
const SHOWN_CLAIM = `json_build_object(
    'id', c.id, 'day', c.work_date, 'member', m.full_name, 'team', t.name, 'activity',
    coalesce((select a ->> 'name' from month o
                join scheme_version v on v.commune_id = o.commune_id and v.version = o.scheme_version
               cross join jsonb_array_elements(v.content -> 'activities') a
               where o.commune_id = c.commune_id and c.work_date between o.first_day and o.last_day
                 and a ->> 'key' = c.activity_key limit 1), c.activity_key),
    'photos', coalesce((select json_agg(f.photo_id order by f.position) from claim_photo f
                         where f.commune_id = c.commune_id and f.claim_id = c.id and not f.is_signed_sheet), '[]'))`;

const CLAIM_NAMES = `
  join member m on m.commune_id = c.commune_id and m.id = c.member_id
  join team t on t.commune_id = c.commune_id and t.id = c.team_id`;

/** $1 to $10 as the boards have them; $11 villages that are counted together. */
export const PEOPLE_CLAIMS = ofVillagePeople(`
select ${SHOWN_CLAIM} as claim, q.people, (select count(distinct (village_id, person_key))::int from quota
        where village_id = any($11::int[])) as "all"
  from (select claim_id, count(*)::int as people from quota where village_id = any($11::int[]) group by 1) q
  join claim c on c.commune_id = $1::int and c.id = q.claim_id ${CLAIM_NAMES}
 order by c.work_date, c.id`);

/** $1 commune, $2 and $3 months, $4 day of the list, $5 village: its households that were reached, with the first record. */
export const REACHED_CLAIMS = `
with home as materialized (
  select h.id, h.code, h.lane, h.is_elderly or h.is_disabled or h.is_minority or h.is_poor or h.is_remote as "isPriority",
         case when h.continues_id is null then h.id else tds_household_root($1::int, h.id) end as root
    from household h
   where h.commune_id = $1::int and h.village_id = $5::int and h.valid_from <= $4::date
     and (h.valid_to is null or h.valid_to >= $4::date)
), line as materialized (
  select id, root from home
  union
  -- What it was in the village it belonged to before.
  select k.id, n.root from home n
    join household k on k.commune_id = $1::int and n.root <> n.id and tds_household_root($1::int, k.id) = n.root
), reached as materialized (
  select distinct on (l.root) l.root, c.id as claim_id
    from line l
    join claim_unit u on u.commune_id = $1::int and u.household_id = l.id and u.outcome in ('with_help', 'proficient')
    join claim c on c.commune_id = u.commune_id and c.id = u.claim_id and c.state = 'verified'
     and c.month_id between $2::int and $3::int
   order by l.root, c.work_date, c.id
)
select h.id, h.code, h.lane, h."isPriority", ${SHOWN_CLAIM} as claim
  from home h
  join reached r on r.root = h.root
  join claim c on c.commune_id = $1::int and c.id = r.claim_id ${CLAIM_NAMES}
 order by h.lane nulls last, h.code`;

/** $1 commune, $2 and $3 months, $4 villages. */
export const LOOKS = `
select i.verdict, i.facts, ${SHOWN_CLAIM} as claim
  from audit_item i
  join audit_draw d on d.commune_id = i.commune_id and d.id = i.draw_id and d.month_id between $2::int and $3::int
  join claim c on c.commune_id = i.commune_id and c.id = i.claim_id ${CLAIM_NAMES}
 where i.commune_id = $1::int and i.reason = 'lot' and i.verdict is not null and i.village_id = any($4::int[])
 order by d.month_id, i.position`;

/** $1 commune, $2 and $3 days, $4 villages: mandatory sessions, and who of those villages' teams came. */
export const SESSIONS = `
select s.id, s.title, s.held_on::text as day,
       (select count(distinct a.member_id)::int from training_attendance a
          join membership w on w.commune_id = a.commune_id and w.member_id = a.member_id
           and w.valid_from <= s.held_on and (w.valid_to is null or w.valid_to >= s.held_on)
          join team t on t.commune_id = w.commune_id and t.id = w.team_id and t.village_id = any($4::int[])
         where a.commune_id = s.commune_id and a.session_id = s.id and a.state = 'present') as present
  from training_session s
 where s.commune_id = $1::int and s.is_mandatory and s.cancelled_at is null and s.held_on between $2::date and $3::date
 order by s.held_on, s.starts_at, s.id`;
