-- The people of the plan: organisations, teams, members and their time in teams, households, and what was
-- imported. History is kept by dates: rows end, they do not vanish. Points point at teams and villages as they
-- were on the day of the work, so nothing here may be deleted once it was referred to.

create extension if not exists btree_gist;

-- Actors the plans name that are not teams: offices, unions, schools, enterprises, youth cells (A30-A47, L06).
create table organisation (
  commune_id  integer not null references commune (id),
  id          uuid not null,
  kind        text not null check (kind in ('steering_committee', 'secretariat', 'culture_office', 'economic_office',
                'service_centre', 'propaganda_centre', 'police', 'party_cell', 'fatherland_front', 'youth_union',
                'youth_cell', 'womens_union', 'farmers_union', 'veterans_union', 'school', 'enterprise', 'other')),
  name        text not null check (char_length(name) between 1 and 160),
  parent_id   uuid,
  village_id  integer,
  valid_from  date not null,
  valid_to    date check (valid_to >= valid_from),
  primary key (commune_id, id),
  foreign key (commune_id, parent_id) references organisation (commune_id, id),
  foreign key (commune_id, village_id) references village (commune_id, id)
);

-- A village lives from a day to a day; merged and renamed ones stay for what happened in them (A26).
alter table village
  add column valid_from date not null default '2020-01-01',
  add column valid_to   date,
  add check (valid_to >= valid_from);
alter table village drop constraint village_commune_id_name_key_key;
create unique index village_name_today on village (commune_id, name_key) where valid_to is null;

create sequence team_number as integer;

create table team (
  commune_id       integer not null references commune (id),
  id               integer not null default nextval('team_number'),
  -- The name the asker gave it before sending: sending twice makes one team.
  client_id        uuid not null default gen_random_uuid(),
  kind             text not null check (kind in ('village', 'commune', 'school', 'response')),
  village_id       integer,
  organisation_id  uuid,
  name             text not null check (char_length(name) between 1 and 160),
  -- "Quyết định số ... về việc thành lập/kiện toàn" (A21).
  decision_number  text check (char_length(decision_number) <= 60),
  decision_date    date,
  zalo_group       text check (char_length(zalo_group) <= 200),
  valid_from       date not null,
  valid_to         date check (valid_to >= valid_from),
  primary key (commune_id, id),
  unique (commune_id, client_id),
  foreign key (commune_id, village_id) references village (commune_id, id),
  foreign key (commune_id, organisation_id) references organisation (commune_id, id),
  check ((kind = 'village') = (village_id is not null)),
  check ((kind = 'school') = (organisation_id is not null))
);

-- Mergers, splits and new names with their day and decision (A26). The parts say which unit went into which.
create table unit_change (
  commune_id       integer not null references commune (id),
  id               uuid not null,
  unit             text not null check (unit in ('village', 'team')),
  kind             text not null check (kind in ('merge', 'split', 'rename')),
  effective_on     date not null,
  decision_number  text not null check (char_length(decision_number) between 1 and 60),
  decision_date    date not null,
  entered_by       uuid not null references account (id),
  entered_at       timestamptz not null,
  primary key (commune_id, id)
);
create table unit_change_part (
  commune_id   integer not null,
  change_id    uuid not null,
  old_unit_id  integer not null,
  new_unit_id  integer not null,
  old_name     text not null,
  new_name     text not null,
  primary key (commune_id, change_id, old_unit_id, new_unit_id),
  foreign key (commune_id, change_id) references unit_change (commune_id, id)
);

create table member (
  commune_id          integer not null references commune (id),
  id                  uuid not null,
  -- The account this person signs in with; nobody needs one to be on the roster.
  account_id          uuid references account (id),
  full_name           text not null check (char_length(full_name) between 1 and 120),
  birth_year          smallint check (birth_year between 1900 and 2100),
  sex                 text check (sex in ('female', 'male')),
  ethnicity           text check (char_length(ethnicity) <= 60),
  position            text check (char_length(position) <= 160),
  has_it_skill        boolean,
  phone_cipher        bytea,
  phone_fingerprint   text,
  -- The household the person lives in, where the village's list knows it: nobody verifies his own household.
  household_id        uuid,
  created_at          timestamptz not null,
  created_by          uuid references account (id),
  erased_at           timestamptz,
  primary key (commune_id, id),
  unique (commune_id, account_id),
  check ((phone_cipher is null) = (phone_fingerprint is null))
);
create index member_phone on member (commune_id, phone_fingerprint);

create table membership (
  commune_id        integer not null,
  id                uuid not null,
  member_id         uuid not null,
  team_id           integer not null,
  role              text not null check (role in ('leader', 'deputy', 'member')),
  is_core           boolean not null default false,
  -- "cử theo phân công" (L05), elected, volunteered, guest of a campaign (A43).
  source            text not null check (source in ('decision', 'assigned', 'volunteer', 'campaign')),
  assigned_by       uuid,
  title             text check (char_length(title) <= 160),
  valid_from        date not null,
  valid_to          date check (valid_to >= valid_from),
  entered_by        uuid references account (id),
  entered_at        timestamptz not null,
  primary key (commune_id, id),
  foreign key (commune_id, member_id) references member (commune_id, id),
  foreign key (commune_id, team_id) references team (commune_id, id),
  foreign key (commune_id, assigned_by) references organisation (commune_id, id),
  check (source <> 'campaign' or valid_to is not null),
  -- One person is in one team at most once on any day.
  constraint membership_never_overlaps exclude using gist (
    commune_id with =, member_id with =, team_id with =, daterange(valid_from, valid_to, '[]') with &&)
);
create index membership_team on membership (commune_id, team_id);
create index membership_member on membership (commune_id, member_id);

create table affiliation (
  commune_id       integer not null,
  member_id        uuid not null,
  kind             text not null check (kind in ('youth_union', 'womens_union', 'police', 'teacher', 'enterprise', 'front',
                     'farmers_union', 'veterans_union', 'party', 'official', 'influencer', 'student', 'other')),
  organisation_id  uuid,
  note             text check (char_length(note) <= 160),
  valid_from       date not null,
  valid_to         date check (valid_to >= valid_from),
  primary key (commune_id, member_id, kind, valid_from),
  foreign key (commune_id, member_id) references member (commune_id, id),
  foreign key (commune_id, organisation_id) references organisation (commune_id, id)
);

-- The leader is away: someone else of the team verifies from a day to a day.
create table delegation (
  commune_id    integer not null,
  id            uuid not null,
  team_id       integer not null,
  from_member   uuid not null,
  to_member     uuid not null check (to_member <> from_member),
  valid_from    date not null,
  valid_to      date not null check (valid_to >= valid_from and valid_to <= valid_from + 92),
  reason        text not null check (char_length(reason) between 3 and 300),
  made_by       uuid not null references account (id),
  made_at       timestamptz not null,
  ended_at      timestamptz,
  primary key (commune_id, id),
  foreign key (commune_id, team_id) references team (commune_id, id),
  foreign key (commune_id, from_member) references member (commune_id, id),
  foreign key (commune_id, to_member) references member (commune_id, id)
);

-- The list a village works through. No identity numbers; labels that let a checker recognise a person are sealed.
create table household (
  commune_id      integer not null,
  id              uuid not null,
  village_id      integer not null,
  code            text not null check (char_length(code) between 1 and 20),
  lane            text check (char_length(lane) <= 80),
  head_label      bytea not null,
  adults          smallint not null check (adults between 0 and 40),
  -- Confirmed by the office; leaves the denominator of coverage.
  is_long_absent  boolean not null default false,
  is_elderly      boolean not null default false,
  is_disabled     boolean not null default false,
  is_minority     boolean not null default false,
  is_poor         boolean not null default false,
  is_remote       boolean not null default false,
  valid_from      date not null,
  valid_to        date check (valid_to >= valid_from),
  -- The same household in the village it belonged to before a merger or split: it is not counted twice.
  continues_id    uuid,
  entered_by      uuid references account (id),
  entered_at      timestamptz not null,
  primary key (commune_id, id),
  foreign key (commune_id, village_id) references village (commune_id, id),
  foreign key (commune_id, continues_id) references household (commune_id, id)
);
create unique index household_code on household (commune_id, village_id, code) where valid_to is null;
alter table member add foreign key (commune_id, household_id) references household (commune_id, id);

create table person_slot (
  commune_id    integer not null,
  household_id  uuid not null,
  slot          smallint not null check (slot between 1 and 40),
  -- First name and last three digits of the phone, sealed; null until somebody needed it.
  label         bytea,
  primary key (commune_id, household_id, slot),
  foreign key (commune_id, household_id) references household (commune_id, id)
);

-- What a public board may show of a person: the full name only while a consent stands.
create table consent (
  commune_id    integer not null,
  id            uuid not null,
  member_id     uuid not null,
  purpose       text not null check (purpose in ('public_full_name', 'public_photo', 'union_export')),
  text_version  integer not null,
  channel       text not null check (channel in ('screen', 'paper', 'spoken')),
  given_at      timestamptz not null,
  recorded_by   uuid not null references account (id),
  withdrawn_at  timestamptz,
  primary key (commune_id, id),
  foreign key (commune_id, member_id) references member (commune_id, id)
);
create unique index consent_standing on consent (commune_id, member_id, purpose) where withdrawn_at is null;

-- Each look at a full phone number.
create table phone_reveal (
  commune_id   integer not null,
  id           uuid not null,
  member_id    uuid not null,
  revealed_to  uuid not null references account (id),
  revealed_at  timestamptz not null,
  reason       text not null check (char_length(reason) between 3 and 200),
  primary key (commune_id, id),
  foreign key (commune_id, member_id) references member (commune_id, id)
);

-- What a person asked of their own data, and until when the commune owes the answer.
create table data_request (
  commune_id   integer not null,
  id           uuid not null,
  member_id    uuid not null,
  kind         text not null check (kind in ('access', 'correct', 'restrict', 'erase')),
  channel      text not null check (channel in ('screen', 'paper', 'spoken')),
  note         text check (char_length(note) <= 500),
  received_on  date not null,
  due_on       date not null check (due_on >= received_on),
  recorded_by  uuid not null references account (id),
  recorded_at  timestamptz not null,
  done_by      uuid references account (id),
  done_at      timestamptz,
  answer       text check (char_length(answer) <= 500),
  primary key (commune_id, id),
  foreign key (commune_id, member_id) references member (commune_id, id),
  check ((done_at is null) = (done_by is null))
);
create unique index data_request_open on data_request (commune_id, member_id, kind) where done_at is null;

-- A file as it was read, line by line, before and after it was taken over.
create table import_batch (
  commune_id    integer not null references commune (id),
  id            uuid not null,
  kind          text not null check (kind in ('roster', 'household', 'carried_over')),
  file_name     text not null check (char_length(file_name) between 1 and 200),
  file_sha256   bytea not null check (octet_length(file_sha256) = 32),
  state         text not null check (state in ('previewed', 'applied', 'undone', 'discarded')),
  effective_on  date not null,
  summary       jsonb not null,
  made_by       uuid not null references account (id),
  made_at       timestamptz not null,
  applied_at    timestamptz,
  undone_at     timestamptz,
  primary key (commune_id, id)
);
create table import_line (
  commune_id  integer not null,
  batch_id    uuid not null,
  line        integer not null,
  -- Sealed: a line holds names and phones.
  sealed      bytea not null,
  fate        text not null check (fate in ('create', 'update', 'join', 'same', 'problem', 'conflict', 'ignored')),
  -- What the line made or changed, so that the whole import can be undone.
  effect      jsonb,
  primary key (commune_id, batch_id, line),
  foreign key (commune_id, batch_id) references import_batch (commune_id, id)
);

-- Figures from before the product, never mixed with verified work.
create table carried_over_figure (
  commune_id  integer not null,
  village_id  integer not null,
  period      text not null check (period ~ '^\d{4}(-\d{2})?$'),
  metric      text not null check (char_length(metric) between 1 and 60),
  value       numeric(14, 2) not null,
  source      text not null check (char_length(source) between 1 and 200),
  batch_id    uuid,
  entered_by  uuid references account (id),
  entered_at  timestamptz not null,
  primary key (commune_id, village_id, period, metric),
  foreign key (commune_id, village_id) references village (commune_id, id),
  foreign key (commune_id, batch_id) references import_batch (commune_id, id)
);

-- Plans with number, date, predecessor, legal bases; each version takes effect on a day (J24, J25, L01).
create table plan (
  commune_id    integer not null references commune (id),
  id            uuid not null,
  number        text not null check (char_length(number) between 1 and 60),
  issued_on     date not null,
  title         text not null check (char_length(title) between 1 and 300),
  replaces_id   uuid,
  legal_bases   jsonb not null,
  starts_on     date not null,
  ends_on       date not null check (ends_on > starts_on),
  -- Raised by every change: whoever edits an older one is told, and loses nothing.
  revision      integer not null default 1 check (revision > 0),
  entered_by    uuid not null references account (id),
  entered_at    timestamptz not null,
  primary key (commune_id, id),
  foreign key (commune_id, replaces_id) references plan (commune_id, id)
);
-- What is being written for the next version; publishing copies it and nothing is in force before.
create table plan_draft (
  commune_id  integer not null,
  plan_id     uuid not null,
  settings    jsonb not null,
  revision    integer not null default 1 check (revision > 0),
  changed_by  uuid not null references account (id),
  changed_at  timestamptz not null,
  primary key (commune_id, plan_id),
  foreign key (commune_id, plan_id) references plan (commune_id, id)
);
create table plan_version (
  commune_id     integer not null,
  plan_id        uuid not null,
  version        integer not null check (version > 0),
  effective_on   date not null,
  -- The typed settings of the plan (words, sizes, periods, quotas, targets), validated before they are stored.
  settings       jsonb not null,
  note           text check (char_length(note) <= 500),
  published_by   uuid references account (id),
  published_at   timestamptz not null,
  primary key (commune_id, plan_id, version),
  foreign key (commune_id, plan_id) references plan (commune_id, id)
);


select tds_commune_table('organisation');
select tds_commune_table('team');
select tds_append_only('unit_change');
select tds_append_only('unit_change_part');
select tds_commune_table('member');
select tds_commune_table('membership');
select tds_commune_table('affiliation');
select tds_commune_table('delegation');
select tds_commune_table('household');
select tds_commune_table('person_slot');
select tds_commune_table('consent');
select tds_append_only('phone_reveal');
select tds_commune_table('data_request');
select tds_commune_table('import_batch');
select tds_commune_table('import_line');
select tds_commune_table('carried_over_figure');
select tds_commune_table('plan');
select tds_commune_table('plan_draft');
select tds_append_only('plan_version');

select tds_audited('organisation', array['kind', 'valid_to']);
select tds_audited('team', array['kind', 'village_id', 'decision_number', 'valid_from', 'valid_to']);
select tds_audited('unit_change', array['unit', 'kind', 'effective_on', 'decision_number']);
select tds_audited('unit_change_part', array['old_unit_id', 'new_unit_id']);
select tds_audited('member', array['account_id', 'erased_at']);
select tds_audited('membership', array['member_id', 'team_id', 'role', 'valid_from', 'valid_to']);
select tds_audited('delegation', array['team_id', 'from_member', 'to_member', 'valid_from', 'valid_to']);
select tds_audited('household', array['village_id', 'is_long_absent', 'valid_to']);
select tds_audited('consent', array['member_id', 'purpose', 'withdrawn_at']);
select tds_audited('phone_reveal', array['member_id', 'revealed_to']);
select tds_audited('data_request', array['member_id', 'kind', 'received_on', 'due_on', 'done_at']);
select tds_audited('import_batch', array['kind', 'state']);
select tds_audited('plan', array['number', 'starts_on', 'ends_on']);
select tds_audited('plan_draft', array['plan_id', 'revision']);
select tds_audited('plan_version', array['version', 'effective_on']);

grant usage on sequence team_number to tds_app, tds_maintain;
