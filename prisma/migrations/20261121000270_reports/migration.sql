-- Reports: what is asked of whom by when, what was said, what was sent, and every step of its way. What was sent is
-- never edited: bodies, steps and reminders are append-only for every role.

-- A period that is reported on. Those of the plan open by themselves; others on the office's request (J05, J08).
create table report_call (
  commune_id        integer not null references commune (id),
  id                uuid not null,
  -- "2026-11", "2026-Q4", "2026-H2", "2026" or "2026-03-01..2026-05-10".
  period_key        text not null check (period_key ~ '^[0-9]{4}(-([0-9]{2}|Q[1-4]|H[12]))?$'
                      or period_key ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}\.\.[0-9]{4}-[0-9]{2}-[0-9]{2}$'),
  is_on_request     boolean not null,
  title             text check (char_length(title) between 3 and 160),
  request           text check (char_length(request) <= 2000),
  -- The first instants that are late, as the plan in force said when it was opened (rule 5).
  sender_late_from  timestamptz not null,
  office_late_from  timestamptz not null check (office_late_from >= sender_late_from),
  opened_by         uuid references account (id),
  opened_at         timestamptz not null,
  primary key (commune_id, id),
  check (is_on_request = (title is not null)),
  check (is_on_request or opened_by is null)
);
create unique index report_call_of_plan on report_call (commune_id, period_key) where not is_on_request;
create index report_call_due on report_call (commune_id, sender_late_from);

-- One sheet for each who owes it: a team, a unit that is no team, or (neither) the office for the whole commune.
create table report (
  commune_id       integer not null,
  id               uuid not null,
  call_id          uuid not null,
  team_id          integer,
  organisation_id  uuid,
  state            text not null default 'draft' check (state in ('draft', 'sent', 'returned', 'approved', 'locked')),
  sections         jsonb not null default '{}',
  -- Of the text: an edit of an older one is noticed.
  revision         integer not null default 1 check (revision > 0),
  changed_by       uuid references account (id),
  changed_at       timestamptz,
  -- Of the sending: 0 until the first.
  version          integer not null default 0 check (version >= 0),
  -- The first sending decides whether it was in time.
  first_sent_at    timestamptz,
  primary key (commune_id, id),
  foreign key (commune_id, call_id) references report_call (commune_id, id),
  foreign key (commune_id, team_id) references team (commune_id, id),
  foreign key (commune_id, organisation_id) references organisation (commune_id, id),
  check (team_id is null or organisation_id is null),
  check ((version > 0) = (first_sent_at is not null)),
  check (version > 0 or state = 'draft')
);
create unique index report_of_team on report (commune_id, call_id, team_id) where team_id is not null;
create unique index report_of_unit on report (commune_id, call_id, organisation_id) where organisation_id is not null;
create unique index report_of_commune on report (commune_id, call_id) where team_id is null and organisation_id is null;
create index report_of_a_team on report (commune_id, team_id) where team_id is not null;

-- The very bytes that were sent and hashed.
create table report_version (
  commune_id  integer not null,
  report_id   uuid not null,
  number      integer not null check (number > 0),
  body        text not null,
  sha256      bytea not null check (octet_length(sha256) = 32 and sha256 = sha256(convert_to(body, 'UTF8'))),
  sent_by     uuid not null references account (id),
  -- A leader who signs on paper, and whoever sends it for this person.
  signed_by   uuid,
  sent_at     timestamptz not null,
  primary key (commune_id, report_id, number),
  foreign key (commune_id, report_id) references report (commune_id, id),
  foreign key (commune_id, signed_by) references member (commune_id, id)
);

create table report_step (
  commune_id  integer not null,
  report_id   uuid not null,
  number      integer not null check (number > 0),
  stage       text not null check (stage in ('sender', 'office', 'committee')),
  act         text not null check (act in ('sent', 'returned', 'approved', 'locked')),
  version     integer not null,
  reason      text check (char_length(reason) <= 500),
  is_late     boolean not null,
  done_by     uuid not null references account (id),
  done_at     timestamptz not null,
  primary key (commune_id, report_id, number),
  foreign key (commune_id, report_id, version) references report_version (commune_id, report_id, number),
  check ((act = 'returned') <= (reason is not null))
);

-- What was told to whom: the key is the effect, so no reminder comes twice however often the clock runs.
create table report_reminder (
  commune_id  integer not null,
  report_id   uuid not null,
  stage       text not null check (stage in ('d-5', 'd-2', 'd-0', 'd+1', 'asked')),
  for_day     date not null,
  told_by     uuid references account (id),
  told_at     timestamptz not null,
  primary key (commune_id, report_id, stage, for_day),
  foreign key (commune_id, report_id) references report (commune_id, id),
  check ((stage = 'asked') = (told_by is not null))
);
create unique index report_reminder_once on report_reminder (commune_id, report_id, stage) where stage <> 'asked';

-- Whoever is reminded may switch that off too. The kinds are the program's own words; here only their number is held.
alter table notice_reader drop constraint if exists notice_reader_kinds_off_check;
alter table notice_reader add constraint notice_reader_kinds_off_check check (cardinality(kinds_off) <= 40);

select tds_commune_table('report_call');
select tds_commune_table('report');
select tds_append_only('report_version');
select tds_append_only('report_step');
select tds_append_only('report_reminder');
select tds_audited('report_call', array['period_key', 'title', 'sender_late_from', 'office_late_from']);
select tds_audited('report', array['state', 'revision', 'version']);
select tds_audited('report_version', array['number', 'sent_by', 'signed_by']);
