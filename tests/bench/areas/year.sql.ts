/**
 * A commune's whole year beside what `fillProvince` wrote: twelve sealed months, lists of households, and 18,000 pieces of
 * verified work, fifty a month in each of thirty villages. Seals are marks only: a review reads their hashes.
 */
export const FILL_YEAR = `
alter table month_seal disable trigger user;
update commune set regulation_number = '05/QC', regulation_date = '2026-01-01';
insert into month (commune_id, id, first_day, last_day, grace_ends_at, appeals_end_at, state, scheme_version, is_trial, opened_at, frozen_at, sealed_at)
  select 1, 202600 + n, make_date(2026, n, 1), (make_date(2026, n, 1) + interval '1 month - 1 day')::date, now(), now(), 'sealed',
         1, false, now(), now(), now() from generate_series(1, 12) n;
insert into month_seal (commune_id, month_id, number, content, sha256, previous_sha256, sealed_at)
  select 1, 202600 + n, n, '{}', sha256('{}'), sha256('{}'), now() from generate_series(1, 12) n;
insert into household (commune_id, id, village_id, code, head_label, adults, is_elderly, valid_from, entered_at)
  select 1, md5(concat_ws('/', 'home', v.id, h))::uuid, v.id, h::text, ''::bytea, 2, h % 10 = 0, '2026-01-01', now()
    from village v, generate_series(1, 200) h;
create temp table work as
  select md5(concat_ws('/', t.id, m, k))::uuid as id, t.id as team, t.village_id as village, m, k,
         make_date(2026, m, 1 + k % 28) as day, md5(concat_ws('/', 'member', t.id, k % 4))::uuid as member
    from team t, generate_series(1, 12) m, generate_series(1, 50) k
   where m <> 11 or k > 20;
insert into claim (commune_id, id, state, member_id, team_id, village_id, activity_key, work_date, mode, visits, entered_by,
                   received_at, submitted_at, decided_at, decision_id, month_id)
  select 1, id, 'verified', member, team, village, 'online-public-service', day, 'home_visit', 1, md5('account1')::uuid,
         day, day, day, id, 202600 + m from work;
insert into claim_unit (commune_id, claim_id, ordinal, village_id, household_id, slot, service_key, outcome, person_key, groups,
                        bonuses, quantity)
  select 1, id, 1, village, md5(concat_ws('/', 'home', village, 1 + (m * 17 + k * 3) % 200))::uuid, 1, 'certification',
         'proficient', sha256(concat_ws('/', village, (m * 17 + k * 3) % 200)::bytea), '{}', '{}', 1 from work;
insert into claim_participant (commune_id, claim_id, member_id, part, team_id, village_id, joined_at)
  select 1, id, member, 'claimant', team, village, day from work;
insert into claim_decision (commune_id, id, claim_id, revision, verdict, decided_by, decided_as, decided_at)
  select 1, id, id, 1, 'approve', md5('account2')::uuid, 'office', day from work;
drop table work;
analyze;`;
