// $1 commune, $2 and $3 first and last month of the year, $4 the day the lists are read on. Verified work only, in the
// month that booked it, as the boards count coverage; a household is what it was before mergers.

const COMMERCE = `('payment-account', 'cashless-stall', 'online-shop-step', 'product-online', 'farm-and-transport')`;

const WORK = `unit as materialized (
  select c.month_id, c.activity_key, u.household_id, u.slot, u.service_key, u.outcome, u.checks
    from claim c
    join claim_unit u on u.commune_id = c.commune_id and u.claim_id = c.id and u.household_id is not null
   where c.commune_id = $1::int and c.state = 'verified' and c.month_id between $2::int and $3::int
), root as materialized (
  select n.household_id, case when h.continues_id is null then h.id else tds_household_root($1::int, h.id) end as root
    from (select distinct household_id from unit) n
    join household h on h.commune_id = $1::int and h.id = n.household_id
)`;

const LISTED = `listed as materialized (
  select h.id, h.village_id, case when h.continues_id is null then h.id else tds_household_root($1::int, h.id) end as root,
         h.is_long_absent, array[h.is_elderly, h.is_disabled, h.is_minority, h.is_poor, h.is_remote] as flags
    from household h
   where h.commune_id = $1::int and h.valid_from <= $4::date and (h.valid_to is null or h.valid_to >= $4::date)
)`;

/** Listed households by what was done for them, the month it was first done in, their village and groups. */
export const REACHED_HOUSEHOLDS = `with ${WORK}, ${LISTED}, reached as (
  select r.root, s.key, min(u.month_id) as month_id
    from unit u join root r using (household_id)
    cross join lateral (values
      ('informed', true),
      ('guided', coalesce(u.outcome in ('with_help', 'proficient'), false)),
      ('commerce', u.activity_key in ${COMMERCE}),
      ('account', u.activity_key = 'payment-account' or 'payment_account' = any(u.checks)),
      ('trade', u.activity_key in ('payment-account', 'cashless-stall') or 'orders_taken' = any(u.checks))
    ) s (key, holds)
   where s.holds group by 1, 2
)
select l.village_id as "villageId", l.flags, r.key, r.month_id as "monthId", count(*)::int as count
  from listed l join reached r on r.root = l.root group by 1, 2, 3, 4`;

/** The list itself, by village and groups; who is away for long stays in it up to a limit. */
export const LISTED_HOUSEHOLDS = `with ${LISTED.replaceAll("$4", "$2")}
select l.village_id as "villageId", l.flags, count(*)::int as households,
       (count(*) filter (where l.is_long_absent))::int as "longAbsent"
  from listed l group by 1, 2`;

/**
 * Adults as they were when first asked in the year ($5 its first moment, $6 the end of the day), with what was done for
 * them since: whoever was helped out of a list is still one of those the target speaks of.
 */
export const ASKED_ADULTS = `with ${WORK}, ${LISTED}, deed as materialized (
  select r.root, u.slot, min(u.month_id) filter (where s.is_guided) as guided_month,
         min(u.month_id) filter (where s.is_urged) as urged_month,
         bool_or(u.activity_key = 'smartphone-start') as is_converted,
         array[bool_or(s.is_service), bool_or(s.is_portal), bool_or(s.is_post), bool_or(s.is_eid), bool_or(s.is_social),
               bool_or(s.is_other)] as helped
    from unit u join root r using (household_id)
    cross join lateral (
      select coalesce(u.service_key = 'commune-portal', false) as is_portal,
             coalesce(u.service_key = 'public-postal-service', false) as is_post,
             u.activity_key in ('eid-level-2', 'document-integration') or coalesce(u.service_key = 'vneid', false) as is_eid,
             coalesce(u.service_key in ('vssid', 'social-security'), false) as is_social
    ) t
    cross join lateral (
      select t.*, u.activity_key = 'online-public-service' and not (t.is_portal or t.is_post or t.is_eid) as is_service,
             u.activity_key in ('social-service', 'health-book', 'digital-signature', 'payment-account')
               and not t.is_social as is_other
    ) o
    cross join lateral (
      select o.*, o.is_service or o.is_portal or o.is_post or o.is_eid or o.is_social or o.is_other as is_guided,
             u.activity_key in ('device-urging', 'smartphone-start') as is_urged
    ) s
   where u.slot is not null group by 1, 2
), form as (
  select distinct on (household_id) household_id, round_id from survey_form
   where commune_id = $1::int and taken_at < $6::timestamptz and coalesce(outcome, 'answered') = 'answered'
   order by household_id, taken_at < $5::timestamptz,
            abs(extract(epoch from taken_at) - extract(epoch from $5::timestamptz))
)
select l.village_id as "villageId", a.answers, d.guided_month as "guidedMonth", d.urged_month as "urgedMonth",
       coalesce(d.is_converted, false) as "isConverted",
       coalesce(d.helped, array_fill(false, array[6])) as helped, count(*)::int as count
  from form f
  join listed l on l.id = f.household_id
  join survey_adult a on a.commune_id = $1::int and a.round_id = f.round_id and a.household_id = f.household_id
   and coalesce(a.outcome, 'answered') = 'answered'
  left join deed d on d.root = l.root and d.slot = a.slot
 group by 1, 2, 3, 4, 5, 6`;
