-- What stands above communes: a province, perhaps a district between. Which unit a commune belongs to has a day: where
-- the district was done away with, what was read under it stays readable under it. Who reads a commune from above is
-- the commune's own grant of a role, like every other right.

create table upper_unit (
  id         integer primary key generated always as identity,
  kind       text not null check (kind in ('province', 'district')),
  name       text not null check (char_length(name) between 1 and 80),
  -- One spelling for hoà and hòa: a unit is entered once, by whichever commune comes first.
  name_key   text not null,
  parent_id  integer references upper_unit (id),
  made_by    uuid references account (id),
  made_at    timestamptz not null,
  check ((kind = 'district') = (parent_id is not null)),
  unique nulls not distinct (kind, name_key, parent_id)
);

create table commune_upper_unit (
  commune_id     integer not null references commune (id),
  -- The unit right above: a district, or the province itself.
  upper_unit_id  integer not null references upper_unit (id),
  valid_from     date not null,
  valid_to       date check (valid_to >= valid_from),
  entered_by     uuid references account (id),
  entered_at     timestamptz not null,
  primary key (commune_id, valid_from),
  constraint commune_under_one_unit exclude using gist (
    commune_id with =, daterange(valid_from, valid_to, '[]') with &&)
);

select tds_global_table('upper_unit');
select tds_commune_table('commune_upper_unit');
select tds_audited('upper_unit', array['kind', 'parent_id']);
select tds_audited('commune_upper_unit', array['upper_unit_id', 'valid_from', 'valid_to']);

-- Whether a login name is one that some commune lets read from above. No other account can be found this way.
create policy upper_reader_known on role_grant for select to tds_owner using (role = 'upper_tier');
create function tds_upper_reader(wanted text, today date) returns uuid
language sql stable security definer
set search_path = pg_catalog, public, pg_temp
as $$
  select a.id from account a
   where a.username = wanted and a.status = 'active'
     and exists (select from role_grant g
                  where g.account_id = a.id and g.role = 'upper_tier'
                    and g.valid_from <= today and (g.valid_to is null or g.valid_to >= today))
$$;
revoke execute on function tds_upper_reader(text, date) from public;
grant execute on function tds_upper_reader(text, date) to tds_app, tds_maintain;
