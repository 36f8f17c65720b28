-- Communes, their villages, what each commune decided for itself, and how far its first set-up has come.

create sequence commune_number as integer;
create sequence village_number as integer;

-- The commune is the owner of its data: its own row stands behind its own wall.
create table commune (
  id                integer primary key default nextval('commune_number'),
  kind              text not null check (kind in ('commune', 'ward', 'special_zone')),
  -- Empty until the officer who founds it has typed it.
  name              text not null default '' check (char_length(name) <= 80),
  province          text not null default '' check (char_length(province) <= 80),
  -- Five digits of the national list, as text: leading zeros count. Null where the office does not know it.
  code              text unique check (code ~ '^[0-9]{5}$'),
  preset_id         text not null check (char_length(preset_id) <= 40),
  -- The regulation in which the commune made the points its own. Without it, it runs in trial.
  regulation_number text check (char_length(regulation_number) between 3 and 40),
  regulation_date   date,
  trial             boolean not null generated always as (regulation_number is null) stored,
  founded_by        uuid not null references account (id),
  founded_at        timestamptz not null,
  set_up_at         timestamptz,
  -- Raised by every change of this row: whoever edits an older one is told, and loses nothing.
  revision          integer not null default 1 check (revision > 0),
  check ((regulation_number is null) = (regulation_date is null)),
  check (set_up_at is null or name <> '')
);
-- One at a time: sending the first step twice makes one commune.
create unique index commune_in_the_making on commune (founded_by) where set_up_at is null;

-- Typed values, one row per section, so that two officers who edit two sections never meet.
create table commune_setting (
  commune_id integer not null references commune (id),
  section    text not null check (section in ('words', 'document_header', 'cutoff')),
  value      jsonb not null,
  revision   integer not null default 1 check (revision > 0),
  changed_by uuid references account (id),
  changed_at timestamptz not null,
  primary key (commune_id, section)
);

create table setup_step (
  commune_id integer not null references commune (id),
  step       text not null check (step in ('plan', 'identity', 'villages', 'words', 'second_officer', 'recovery_codes')),
  -- Left for later on purpose; the overview keeps reminding.
  put_off    boolean not null default false,
  done_by    uuid references account (id),
  done_at    timestamptz not null,
  primary key (commune_id, step)
);

create table village (
  id         integer primary key default nextval('village_number'),
  commune_id integer not null references commune (id),
  kind       text not null check (kind in ('village', 'residential_group', 'neighbourhood')),
  name       text not null check (char_length(name) between 1 and 80),
  -- One spelling for hoà and hòa, small letters: two rows of one commune never bear one name.
  name_key   text not null,
  -- Natural Vietnamese order, byte by byte.
  sort_key   text collate "C" not null,
  revision   integer not null default 1 check (revision > 0),
  created_by uuid references account (id),
  created_at timestamptz not null,
  unique (commune_id, id),
  unique (commune_id, name_key)
);

-- How many households and adults, as counted on a day. Earlier counts stay: rates of a past month are taken
-- of the count that held then.
create table village_count (
  commune_id  integer not null,
  village_id  integer not null,
  counted_on  date not null,
  households  integer check (households between 0 and 100000),
  adults      integer check (adults between 0 and 500000),
  recorded_by uuid references account (id),
  recorded_at timestamptz not null,
  primary key (commune_id, village_id, counted_on),
  foreign key (commune_id, village_id) references village (commune_id, id) on delete cascade,
  check (households is not null or adults is not null)
);

select tds_commune_table('commune', 'id');
select tds_commune_table('commune_setting');
select tds_commune_table('setup_step');
select tds_commune_table('village');
select tds_commune_table('village_count');
select tds_audited('commune', array['name', 'kind', 'province', 'preset_id', 'regulation_number', 'regulation_date', 'set_up_at']);
select tds_audited('commune_setting', array['revision']);
select tds_audited('village', array['name', 'kind']);
select tds_audited('village_count', array['households', 'adults']);

grant usage on sequence commune_number, village_number to tds_app, tds_maintain;

-- A role, a slip or an act of two persons cannot hang in a commune or village that does not exist, nor in
-- another commune's village.
alter table role_grant
  add foreign key (commune_id) references commune (id),
  add foreign key (commune_id, village_id) references village (commune_id, id);
alter table enrolment_slip add foreign key (commune_id) references commune (id);
alter table two_person_act add foreign key (commune_id) references commune (id);
