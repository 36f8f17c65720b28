-- A47, I05 to I09, L25: enterprises that help, what they offer and lend, what was given, and what planned events cost.
-- All of it is out of points.

create table partner (
  commune_id    integer not null references commune (id),
  id            uuid not null,
  kind          text not null check (kind in ('post', 'telecom', 'bank', 'other')),
  name          text not null check (char_length(name) between 2 and 120),
  contact_name  text check (char_length(contact_name) between 2 and 120),
  contact_phone_cipher bytea,
  ended_on      date,
  changed_by    uuid not null references account (id),
  changed_at    timestamptz not null,
  primary key (commune_id, id)
);
create unique index partner_name on partner (commune_id, lower(name)) where ended_on is null;

-- I05: never money; for members at work, or for those who hold a badge.
create table perk (
  commune_id  integer not null references commune (id),
  id          uuid not null,
  partner_id  uuid not null,
  title       text not null check (char_length(title) between 3 and 120),
  details     text not null check (char_length(details) between 3 and 600),
  badge_key   text,
  starts_on   date not null,
  ends_on     date check (ends_on >= starts_on),
  changed_by  uuid not null references account (id),
  changed_at  timestamptz not null,
  primary key (commune_id, id),
  foreign key (commune_id, partner_id) references partner (commune_id, id)
);
create index perk_partner on perk (commune_id, partner_id);

create table equipment (
  commune_id   integer not null references commune (id),
  id           uuid not null,
  partner_id   uuid,
  name         text not null check (char_length(name) between 2 and 120),
  quantity     integer not null check (quantity between 1 and 10000),
  place        text not null check (char_length(place) between 2 and 160),
  lent_team_id integer,
  lent_on      date,
  changed_by   uuid not null references account (id),
  changed_at   timestamptz not null,
  ended_on     date,
  primary key (commune_id, id),
  foreign key (commune_id, partner_id) references partner (commune_id, id),
  foreign key (commune_id, lent_team_id) references team (commune_id, id),
  check ((lent_team_id is null) = (lent_on is null))
);

-- L25, I07: whole đồng. What was entered wrongly is struck out with a reason, never changed.
create table contribution (
  commune_id   integer not null references commune (id),
  id           uuid not null,
  partner_id   uuid,
  source       text check (char_length(source) between 2 and 160),
  kind         text not null check (kind in ('money', 'equipment', 'place')),
  what         text not null check (char_length(what) between 3 and 300),
  value_dong   bigint not null check (value_dong between 0 and 1000000000000),
  received_on  date not null,
  document     text check (char_length(document) between 1 and 120),
  entered_by   uuid not null references account (id),
  entered_at   timestamptz not null,
  struck_by    uuid references account (id),
  struck_why   text check (char_length(struck_why) between 3 and 300),
  primary key (commune_id, id),
  foreign key (commune_id, partner_id) references partner (commune_id, id),
  check ((partner_id is null) = (source is not null)),
  check ((struck_by is null) = (struck_why is null))
);
create index contribution_day on contribution (commune_id, received_on);

-- I08, I09: what a planned event is to cost, appraised by somebody else than who wrote it down.
create table cost_line (
  commune_id   integer not null references commune (id),
  id           uuid not null,
  event        text not null check (char_length(event) between 3 and 160),
  planned_on   date not null,
  partner_id   uuid,
  item         text not null check (char_length(item) between 2 and 160),
  quantity     integer not null check (quantity between 1 and 100000),
  price_dong   bigint not null check (price_dong between 0 and 10000000000),
  state        text not null check (state in ('proposed', 'approved', 'declined')),
  entered_by   uuid not null references account (id),
  entered_at   timestamptz not null,
  decided_by   uuid references account (id),
  decided_at   timestamptz,
  decision_why text check (char_length(decision_why) between 3 and 300),
  primary key (commune_id, id),
  foreign key (commune_id, partner_id) references partner (commune_id, id),
  check ((state = 'proposed') = (decided_by is null) and (decided_by is null) = (decided_at is null)),
  check (decided_by <> entered_by),
  check (state <> 'declined' or decision_why is not null)
);
create index cost_line_day on cost_line (commune_id, planned_on);

select tds_commune_table('partner');
select tds_commune_table('perk');
select tds_commune_table('equipment');
select tds_commune_table('contribution');
select tds_commune_table('cost_line');
revoke delete on partner, perk, equipment, contribution, cost_line from tds_app, tds_maintain;

select tds_audited('partner', array['kind', 'name', 'ended_on']);
select tds_audited('perk', array['partner_id', 'title', 'badge_key', 'starts_on', 'ends_on']);
select tds_audited('equipment', array['partner_id', 'name', 'quantity', 'lent_team_id', 'lent_on', 'ended_on']);
select tds_audited('contribution', array['partner_id', 'kind', 'value_dong', 'received_on', 'struck_by']);
select tds_audited('cost_line', array['event', 'item', 'quantity', 'price_dong', 'state', 'decided_by']);
