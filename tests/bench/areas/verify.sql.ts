/**
 * A commune's year, written past the house: two members at every training session, forty-two sessions a month each.
 * $MEMBERS is even. Foreign keys of the big tables are dropped first, since nobody tests the loader.
 */
export function fillYear(members: number): string {
  const half = members / 2;
  return `
do $$
declare c record;
begin
  for c in select conrelid::regclass as t, conname from pg_constraint
            where contype = 'f' and conrelid in ('ledger_line'::regclass, 'claim'::regclass, 'claim_participant'::regclass,
                                                 'claim_decision'::regclass, 'claim_revision'::regclass) loop
    execute format('alter table %s drop constraint %I', c.t, c.conname);
  end loop;
end $$;
select set_config('app.communes', '1', false);
insert into account (id, username, display_name, created_at)
  select md5('account' || n)::uuid, 'bench.' || n, 'Người ' || n, now() from generate_series(1, 2) n;
insert into commune (id, kind, name, preset_id, founded_by, founded_at, set_up_at)
  values (1, 'commune', 'Mường Đo', 'dai-son-2026', md5('account1')::uuid, '2026-01-01', '2026-01-01');
insert into village (id, commune_id, kind, name, name_key, sort_key, created_at)
  select n, 1, 'village', 'Thôn ' || n, 'thon ' || n, lpad(n::text, 5, '0'), now() from generate_series(1, 20) n;
insert into team (id, commune_id, kind, village_id, name, valid_from)
  overriding system value select n, 1, 'village', n, 'Tổ ' || n, '2026-01-01' from generate_series(1, 20) n;
insert into member (commune_id, id, full_name, created_at)
  select 1, md5('member' || n)::uuid, 'Người ' || n, now() from generate_series(0, ${members - 1}) n;
alter table claim_decision disable trigger user;
alter table ledger_line disable trigger user;
alter table claim disable trigger user;
create temp table session as
  select md5(concat_ws('/', m, i, k))::uuid as id, md5('d' || concat_ws('/', m, i, k))::uuid as decision, m, i, k,
         make_date(2026, i, 1 + k % 28) as day, 202600 + i as month, 1 + m % 20 as team
    from generate_series(0, ${half - 1}) m, generate_series(1, 12) i, generate_series(1, 42) k;
insert into claim (commune_id, id, state, member_id, team_id, village_id, activity_key, work_date, mode, visits, entered_by,
                   received_at, submitted_at, decided_at, decision_id, month_id)
  select 1, id, 'verified', md5('member' || m)::uuid, team, team, 'required-training', day, 'meeting', 3, md5('account1')::uuid,
         day, day, day, decision, month from session;
insert into claim_participant (commune_id, claim_id, member_id, part, team_id, village_id, joined_at)
  select 1, id, md5('member' || (m + h * ${half}))::uuid, case h when 0 then 'claimant' else 'helper' end, team, team, day
    from session, generate_series(0, 1) h;
insert into claim_revision (commune_id, claim_id, revision, content, sha256, made_by, made_at)
  select 1, id, 1, '{"visits": 3}', sha256(''), md5('account1')::uuid, day from session;
insert into claim_decision (commune_id, id, claim_id, revision, verdict, decided_by, decided_as, decided_at)
  select 1, decision, id, 1, 'approve', md5('account2')::uuid, 'office', day from session;
insert into ledger_line (commune_id, line_key, step, kind, rule, points, member_id, team_id, village_id, work_date, month_id,
                         scheme_version, claim_id, revision, unit, decision_id, verifier_id, made_at)
  select 1, 'award:' || id || ':1:1:' || md5('member' || (m + h * ${half}))::uuid, 0, 'award', 'required-training', 500,
         md5('member' || (m + h * ${half}))::uuid, team, team, day, month, 1, id, 1, 1, decision, md5('account2')::uuid, day
    from session, generate_series(0, 1) h order by i, k, m;
drop table session;
alter table claim_decision enable trigger user;
alter table ledger_line enable trigger user;
alter table claim enable trigger user;
analyze;`;
}

/** Calendar months under the first rules; $1 the day that is today. */
export const OPEN_MONTHS = `
insert into month (commune_id, id, first_day, last_day, grace_ends_at, appeals_end_at, state, scheme_version, is_trial, opened_at)
select 1, 202600 + n, make_date(2026, n, 1), (make_date(2026, n, 1) + interval '1 month - 1 day')::date,
       make_date(2026, n, 1) + interval '1 month 3 days', make_date(2026, n, 1) + interval '1 month 8 days',
       'open', 1, true, '2026-01-01'
  from generate_series(1, 12) n`;
