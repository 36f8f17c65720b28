-- Work that comes from phones that were away (C33, T13 to T15): keys made on the phone, the envelopes they signed,
-- work that waits for a person's look before it is taken in, and photographs that come in pieces.

-- A phone may have had several keys; each outlives the phone's row being forgotten, so that what it signed can be told.
alter table device drop column public_key;
create table device_key (
  id          uuid primary key,
  device_id   uuid not null references device (id) on delete cascade,
  account_id  uuid not null references account (id) on delete cascade,
  -- JSON Web Key of the public half; the private one never leaves the phone.
  public_key  jsonb not null,
  bound_at    timestamptz not null,
  -- A lost phone: what it signed is looked at by a person, whenever it comes.
  revoked_at  timestamptz
);
create index device_key_device on device_key (device_id);
create index device_key_account on device_key (account_id);

-- What was signed, and the day of work the house gave it when it first came: sent again, it keeps that day.
create table claim_envelope (
  commune_id      integer not null references commune (id),
  claim_id        uuid not null,
  payload_sha256  bytea not null check (octet_length(payload_sha256) = 32),
  key_id          uuid not null references device_key (id),
  account_id      uuid not null references account (id),
  seq             integer not null check (seq > 0),
  captured_at     timestamptz not null,
  work_date       date not null,
  clock           text not null check (clock in ('sure', 'unsure')),
  received_at     timestamptz not null,
  primary key (commune_id, claim_id, payload_sha256),
  unique (commune_id, key_id, seq)
);

-- Never to the bin: work that came after its month's grace, from a phone reported lost, or of a day nobody is sure of.
create table held_claim (
  commune_id      integer not null references commune (id),
  id              uuid not null,
  reason          text not null check (reason in ('phone_revoked', 'month_closed', 'clock_unsure')),
  member_id       uuid not null,
  team_id         integer,
  account_id      uuid not null references account (id),
  device_id       uuid not null,
  content         jsonb not null,
  work_date       date not null,
  payload_sha256  bytea not null check (octet_length(payload_sha256) = 32),
  captured_at     timestamptz not null,
  received_at     timestamptz not null,
  state           text not null default 'waiting' check (state in ('waiting', 'accepted', 'declined')),
  decided_by      uuid references account (id),
  decided_at      timestamptz,
  why             text check (char_length(why) between 3 and 300),
  primary key (commune_id, id),
  foreign key (commune_id, member_id) references member (commune_id, id),
  foreign key (commune_id, team_id) references team (commune_id, id),
  check ((state = 'waiting') = (decided_by is null) and (decided_by is null) = (decided_at is null)),
  check (decided_by <> account_id),
  check (state <> 'declined' or why is not null)
);
create index held_claim_waiting on held_claim (commune_id, received_at) where state = 'waiting';

-- A photograph on its way, piece by piece: whatever breaks the line, what has come need not come again.
create table photo_part (
  commune_id  integer not null references commune (id),
  account_id  uuid not null references account (id),
  sha256      bytea not null check (octet_length(sha256) = 32),
  ordinal     smallint not null check (ordinal between 0 and 255),
  bytes       bytea not null check (octet_length(bytes) between 1 and 65536),
  made_at     timestamptz not null,
  primary key (commune_id, account_id, sha256, ordinal)
);

select tds_global_table('device_key');
select tds_commune_table('held_claim');
select tds_commune_table('photo_part');
select tds_append_only('claim_envelope');
revoke delete on device_key, held_claim from tds_app, tds_maintain;
select tds_audited('held_claim', array['reason', 'member_id', 'work_date', 'state', 'decided_by', 'why']);
