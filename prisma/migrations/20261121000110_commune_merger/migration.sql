-- A commune that was merged into another goes on there from a day, by a decision. No row of it changes its commune:
-- the record of who succeeds whom stands outside every commune's wall, and holds names of communes, nobody's data.

create table commune_merger (
  id               uuid primary key,
  old_commune_id   integer not null references commune (id),
  new_commune_id   integer not null references commune (id),
  -- As they were called when it was asked: each side sees only its own commune's row.
  old_name         text not null check (char_length(old_name) between 1 and 100),
  new_name         text not null check (char_length(new_name) between 1 and 100),
  -- The first day of the new commune; the old one takes nothing new from then on.
  effective_on     date not null,
  decision_number  text not null check (char_length(decision_number) between 1 and 60),
  decision_date    date not null check (decision_date <= effective_on),
  state            text not null default 'waiting'
                     check (state in ('waiting', 'declined', 'withdrawn', 'agreed', 'done')),
  -- One of the office of the new commune asks, one of the old commune's own agrees: its data are its own.
  asked_by         uuid not null references account (id),
  asked_at         timestamptz not null,
  expires_at       timestamptz not null check (expires_at > asked_at),
  decided_by       uuid references account (id),
  decided_at       timestamptz,
  note             text check (char_length(note) <= 1000),
  done_at          timestamptz,
  check (old_commune_id <> new_commune_id),
  check (decided_by <> asked_by),
  check ((state in ('declined', 'agreed', 'done')) = (decided_by is not null)),
  check ((state = 'waiting') = (decided_at is null)),
  check ((state = 'done') = (done_at is not null))
);
-- A commune ends once.
create unique index commune_merger_end on commune_merger (old_commune_id) where state in ('agreed', 'done');
create index commune_merger_new on commune_merger (new_commune_id);
create index commune_merger_old on commune_merger (old_commune_id);

-- What of the new commune goes on from what of the old one. The old side is named, not referred to: no key leads
-- through the wall between two communes.
create table continued_unit (
  commune_id      integer not null,
  merger_id       uuid not null references commune_merger (id),
  unit            text not null check (unit in ('village', 'team', 'member', 'household')),
  old_commune_id  integer not null,
  old_id          text not null check (char_length(old_id) between 1 and 36),
  village_id      integer,
  team_id         integer,
  member_id       uuid,
  household_id    uuid,
  primary key (commune_id, merger_id, unit, old_id),
  foreign key (commune_id, village_id) references village (commune_id, id),
  foreign key (commune_id, team_id) references team (commune_id, id),
  foreign key (commune_id, member_id) references member (commune_id, id),
  foreign key (commune_id, household_id) references household (commune_id, id),
  check (old_commune_id <> commune_id),
  check (unit = case when village_id is not null then 'village' when team_id is not null then 'team'
                     when member_id is not null then 'member' when household_id is not null then 'household' end),
  check (num_nonnulls(village_id, team_id, member_id, household_id) = 1)
);

select tds_global_table('commune_merger');
select tds_append_only('continued_unit');
select tds_audited('commune_merger', array['old_commune_id', 'new_commune_id', 'effective_on', 'state', 'asked_by', 'decided_by']);
select tds_audited('continued_unit', array['unit', 'old_commune_id', 'old_id']);

-- The name of a commune is no secret; whoever asks another commune to join must be told which one they named.
create function tds_commune_name(wanted integer) returns table (id integer, kind text, name text, province text, is_set_up boolean)
language sql stable security definer
set search_path = pg_catalog, public, pg_temp
as $$ select c.id, c.kind, c.name, c.province, c.set_up_at is not null from commune c where c.id = wanted $$;
-- The function runs as the owner, whom the wall stops like everybody else.
create policy commune_name_reader on commune for select to tds_owner using (true);
revoke execute on function tds_commune_name(integer) from public;
grant execute on function tds_commune_name(integer) to tds_app, tds_maintain;

-- Nothing new begins in a commune that has gone over. What was done before its last day is still verified, objected to
-- and sealed; people keep their rights to their own data.
create function tds_refuse_ended_commune() returns trigger
language plpgsql as $$
begin
  if exists (select from commune_merger m
              where m.state = 'done'
                and m.old_commune_id = any(string_to_array(nullif(current_setting('app.communes', true), ''), ',')::int[])) then
    raise exception 'the commune was merged and takes no % of %', tg_op, tg_table_name
      using errcode = 'insufficient_privilege', constraint = 'commune_ended', table = tg_table_name;
  end if;
  return null;
end $$;

do $$
declare
  target text;
begin
  foreach target in array array['village', 'village_count', 'team', 'organisation', 'delegation', 'plan', 'plan_draft',
                                'scheme_draft', 'carried_over_figure', 'commune_setting'] loop
    execute format('create trigger commune_ended before insert or update or delete on %I
      for each statement execute function tds_refuse_ended_commune()', target);
  end loop;
  foreach target in array array['member', 'membership', 'household', 'plan_version', 'scheme_version', 'unit_change',
                                'import_batch', 'service'] loop
    execute format('create trigger commune_ended before insert on %I
      for each statement execute function tds_refuse_ended_commune()', target);
  end loop;
end $$;
