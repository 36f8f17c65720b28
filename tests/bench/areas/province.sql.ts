/** Pieces of work of every team in the one month that is read. */
const CLAIMS_EACH = 20;

/**
 * November of a province, written past the house: so many communes with so many teams of four, each with its month's
 * work. Foreign keys of the big tables are dropped first, since nobody tests the loader.
 */
export function fillProvince(communes: number, teamsEach: number): string {
  const teams = communes * teamsEach;
  return `
do $$
declare c record;
begin
  for c in select conrelid::regclass as t, conname from pg_constraint
            where contype = 'f' and conrelid in ('ledger_line'::regclass, 'claim'::regclass, 'claim_participant'::regclass,
                                                 'claim_decision'::regclass, 'claim_revision'::regclass,
                                                 'claim_unit'::regclass, 'membership'::regclass) loop
    execute format('alter table %s drop constraint %I', c.t, c.conname);
  end loop;
end $$;
select set_config('app.communes', (select string_agg(n::text, ',') from generate_series(1, ${communes}) n), false);
insert into account (id, username, display_name, created_at)
  select md5('account' || n)::uuid, 'bench.' || n, 'Người ' || n, now() from generate_series(1, 2) n;
insert into commune (id, kind, name, preset_id, founded_by, founded_at, set_up_at)
  select n, 'commune', 'Xã đo ' || n, 'dai-son-2026', md5('account1')::uuid, '2026-01-01', '2026-01-01'
    from generate_series(1, ${communes}) n;
create temp table place as
  select n as team, 1 + (n - 1) / ${teamsEach} as commune from generate_series(1, ${teams}) n;
insert into village (id, commune_id, kind, name, name_key, sort_key, created_at)
  select team, commune, 'village', 'Thôn ' || team, 'thon ' || team, lpad(team::text, 5, '0'), now() from place;
insert into team (id, commune_id, kind, village_id, name, valid_from)
  overriding system value select team, commune, 'village', team, 'Tổ ' || team, '2026-01-01' from place;
insert into member (commune_id, id, full_name, created_at)
  select commune, md5(concat_ws('/', 'member', team, m))::uuid, 'Người ' || m, now() from place, generate_series(0, 3) m;
insert into membership (commune_id, id, member_id, team_id, role, source, valid_from, entered_at)
  select commune, md5(concat_ws('/', 'seat', team, m))::uuid, md5(concat_ws('/', 'member', team, m))::uuid, team, 'member',
         'decision', '2026-01-01', now() from place, generate_series(0, 3) m;
alter table claim_decision disable trigger user;
alter table ledger_line disable trigger user;
alter table claim disable trigger user;
alter table claim_unit disable trigger user;
create temp table work as
  select md5(concat_ws('/', team, k))::uuid as id, commune, team, k, make_date(2026, 11, 1 + k % 28) as day,
         md5(concat_ws('/', 'member', team, k % 4))::uuid as member from place, generate_series(1, ${CLAIMS_EACH}) k;
insert into claim (commune_id, id, state, member_id, team_id, village_id, activity_key, work_date, mode, visits, entered_by,
                   received_at, submitted_at, decided_at, decision_id, month_id)
  select commune, id, 'verified', member, team, team, 'online-public-service', day, 'home_visit', 1, md5('account1')::uuid,
         day, day, day, id, 202611 from work;
insert into claim_unit (commune_id, claim_id, ordinal, village_id, service_key, outcome, person_key, groups, bonuses, quantity)
  select commune, id, 1, team, 'certification', 'proficient', sha256(concat_ws('/', team, k % 12)::bytea), '{}', '{}', 1 from work;
insert into claim_revision (commune_id, claim_id, revision, content, sha256, made_by, made_at)
  select commune, id, 1, '{"visits": 1}', sha256(''), md5('account1')::uuid, day from work;
insert into claim_participant (commune_id, claim_id, member_id, part, team_id, village_id, joined_at)
  select commune, id, member, 'claimant', team, team, day from work;
insert into claim_decision (commune_id, id, claim_id, revision, verdict, decided_by, decided_as, decided_at)
  select commune, id, id, 1, 'approve', md5('account2')::uuid, 'office', day from work;
insert into ledger_line (commune_id, line_key, step, kind, rule, points, member_id, team_id, village_id, work_date, month_id,
                         scheme_version, claim_id, revision, unit, decision_id, verifier_id, made_at)
  select commune, 'award:' || id || ':1:1:' || member, 0, 'award', 'online-public-service', 400, member, team, team, day,
         202611, 1, id, 1, 1, id, md5('account2')::uuid, day from work;
drop table work;
drop table place;
analyze;`;
}

/** Of every commune, under its first rules. */
export const OPEN_NOVEMBER = `
insert into month (commune_id, id, first_day, last_day, grace_ends_at, appeals_end_at, state, scheme_version, is_trial, opened_at)
select id, 202611, '2026-11-01', '2026-11-30', '2026-12-04', '2026-12-09', 'open', 1, true, '2026-11-01' from commune`;
