-- The loop: what was done, who verified it, what it is worth, and the months that close over it. What counted is
-- never edited: decisions, ledger lines, revisions and seals are append-only for every role.

-- The rules of points, in versions. A month pins one when it opens (rule 5). Version 1 is the plan's proposal; each
-- later one needs the word of two persons (T6).
create table scheme_version (
  commune_id         integer not null references commune (id),
  version            integer not null check (version > 0),
  effective_on       date not null,
  content            jsonb not null,
  content_sha256     bytea not null check (octet_length(content_sha256) = 32),
  -- The regulation that adopted it; without one the points are a trial.
  regulation_number  text check (char_length(regulation_number) between 1 and 60),
  note               text check (char_length(note) <= 500),
  proposed_by        uuid references account (id),
  published_by       uuid references account (id),
  published_at       timestamptz not null,
  primary key (commune_id, version),
  unique (commune_id, effective_on),
  check (version = 1 or (proposed_by is not null and published_by is not null and proposed_by <> published_by))
);
create table scheme_draft (
  commune_id    integer not null references commune (id),
  content       jsonb not null,
  revision      integer not null default 1 check (revision > 0),
  changed_by    uuid not null references account (id),
  changed_at    timestamptz not null,
  -- Set while the draft waits for the second person.
  proposed_by   uuid references account (id),
  proposed_at   timestamptz,
  effective_on  date,
  note          text check (char_length(note) <= 500),
  primary key (commune_id),
  check ((proposed_by is null) = (proposed_at is null) and (proposed_by is null) = (effective_on is null))
);

-- Services, apps and channels of the place (C04, B15, L18). Retired ones keep their history (C18).
create table service (
  commune_id  integer not null references commune (id),
  key         text not null check (key ~ '^[a-z0-9][a-z0-9-]{1,59}$'),
  name        text not null check (char_length(name) between 1 and 120),
  kind        text not null check (kind in ('service', 'app', 'channel', 'platform')),
  pillar      text not null check (pillar in ('government', 'economy', 'society', 'common')),
  -- The sector that owns it: police, health, education (L04, L18).
  sector      text check (char_length(sector) <= 80),
  -- Named in the plan as part of the monthly quota (B15).
  in_quota    boolean not null default false,
  is_project_06 boolean not null default false,
  retired_on  date,
  position    integer not null default 0,
  revision    integer not null default 1 check (revision > 0),
  primary key (commune_id, key)
);

-- A month of the plan: 202611 is "tháng 11 năm 2026", whatever day it begins on.
create table month (
  commune_id      integer not null references commune (id),
  id              integer not null check (id between 200001 and 209912 and id % 100 between 1 and 12),
  first_day       date not null,
  last_day        date not null check (last_day >= first_day),
  grace_ends_at   timestamptz not null,
  appeals_end_at  timestamptz not null check (appeals_end_at >= grace_ends_at),
  state           text not null check (state in ('open', 'grace', 'provisional', 'sealed')),
  scheme_version  integer not null,
  -- Opened before a regulation made the points the commune's own: it enters no year (rule 12).
  is_trial        boolean not null,
  opened_at       timestamptz not null,
  frozen_at       timestamptz,
  sealed_at       timestamptz,
  primary key (commune_id, id),
  unique (commune_id, first_day),
  foreign key (commune_id, scheme_version) references scheme_version (commune_id, version),
  check ((frozen_at is not null) = (state in ('provisional', 'sealed'))),
  check ((sealed_at is not null) = (state = 'sealed')),
  exclude using gist (commune_id with =, daterange(first_day, last_day, '[]') with &&)
);

-- A month only moves forward and keeps the rules it opened with.
create function tds_month_forward() returns trigger language plpgsql as $$
begin
  if array_position(array['open', 'grace', 'provisional', 'sealed'], new.state)
       < array_position(array['open', 'grace', 'provisional', 'sealed'], old.state)
     or new.scheme_version <> old.scheme_version or new.is_trial <> old.is_trial
     or new.first_day <> old.first_day or new.last_day <> old.last_day or new.id <> old.id
     or (old.state in ('provisional', 'sealed') and new.frozen_at is distinct from old.frozen_at) then
    raise exception 'month % of commune % cannot go back or change its rules', old.id, old.commune_id
      using errcode = 'check_violation', table = 'month';
  end if;
  return new;
end $$;
create trigger month_forward before update on month for each row execute function tds_month_forward();

create table month_seal (
  commune_id       integer not null,
  month_id         integer not null,
  -- Canonical JSON: the very bytes that were hashed.
  content          text not null,
  sha256           bytea not null check (octet_length(sha256) = 32),
  previous_sha256  bytea not null check (octet_length(previous_sha256) = 32),
  sealed_at        timestamptz not null,
  primary key (commune_id, month_id),
  foreign key (commune_id, month_id) references month (commune_id, id)
);

-- Work, as the person who did it says. The id is made by the client before sending (rule 3).
create table claim (
  commune_id      integer not null references commune (id),
  id              uuid not null,
  revision        integer not null default 1 check (revision > 0),
  state           text not null check (state in ('submitted', 'returned', 'withdrawn', 'verified', 'rejected', 'reversed')),
  member_id       uuid not null,
  -- Team and village of the member on the day of work; history keeps them (rule 2).
  team_id         integer not null,
  village_id      integer,
  activity_key    text not null check (char_length(activity_key) between 1 and 60),
  work_date       date not null,
  mode            text not null check (mode in ('home_visit', 'hands_on', 'meeting', 'online_group', 'mobile_point',
                    'one_stop_counter', 'class', 'broadcast')),
  audience        text not null default 'residents' check (audience in ('residents', 'households', 'business',
                    'cooperative', 'organisation', 'parents')),
  place           text check (char_length(place) <= 160),
  note            text check (char_length(note) <= 500),
  link            text check (char_length(link) <= 500),
  -- Visits: everybody who was there, known or not (rule 8).
  visits          integer not null check (visits between 0 and 2000),
  minutes         integer check (minutes between 1 and 1440),
  counters        jsonb not null default '{}',
  -- Movements it belongs to (L21): named, never counted twice.
  movements       text[] not null default '{}',
  -- Whoever typed it; for the paper path not the member. Never the verifier.
  entered_by      uuid not null references account (id),
  is_from_paper   boolean not null default false,
  device_id       uuid,
  -- What the phone's clock said; a hint and nothing more (T14).
  phone_time      timestamptz,
  received_at     timestamptz not null,
  submitted_at    timestamptz not null,
  marks           text[] not null default '{}',
  decided_at      timestamptz,
  decision_id     uuid,
  -- The month its points are booked in; not the month of work when that one was frozen already.
  month_id        integer,
  primary key (commune_id, id),
  foreign key (commune_id, member_id) references member (commune_id, id),
  foreign key (commune_id, team_id) references team (commune_id, id),
  foreign key (commune_id, village_id) references village (commune_id, id),
  foreign key (commune_id, month_id) references month (commune_id, id),
  check ((state = 'verified') <= (month_id is not null and decision_id is not null))
);
create index claim_waiting on claim (commune_id, team_id, submitted_at) where state = 'submitted';
create index claim_of_member on claim (commune_id, member_id, work_date desc);
create index claim_by_day on claim (commune_id, work_date);

-- Everybody who did the work. Per-person points are split among them; none of them verifies it.
create table claim_participant (
  commune_id  integer not null,
  claim_id    uuid not null,
  member_id   uuid not null,
  part        text not null check (part in ('claimant', 'helper', 'teacher')),
  team_id     integer not null,
  village_id  integer,
  joined_at   timestamptz not null,
  primary key (commune_id, claim_id, member_id),
  foreign key (commune_id, claim_id) references claim (commune_id, id),
  foreign key (commune_id, member_id) references member (commune_id, id),
  foreign key (commune_id, team_id) references team (commune_id, id),
  foreign key (commune_id, village_id) references village (commune_id, id)
);
create index claim_participant_member on claim_participant (commune_id, member_id);

-- One unit of the work: a person and a service, a household, a certificate, a shift. Rewritten with each revision.
create table claim_unit (
  commune_id    integer not null,
  claim_id      uuid not null,
  ordinal       smallint not null check (ordinal between 1 and 200),
  household_id  uuid,
  slot          smallint,
  -- Where the resident lives: residents count there, points follow the member.
  village_id    integer,
  -- HMAC under the commune's key; null for people nobody can name.
  person_key    bytea check (octet_length(person_key) = 32),
  service_key   text,
  outcome       text check (outcome in ('knows', 'with_help', 'proficient')),
  stage         text check (stage in ('piloted', 'recognised')),
  is_priority   boolean not null default false,
  groups        text[] not null default '{}',
  -- Count per bonus of the rule book: {"dossier-filed": 1}.
  bonuses       jsonb not null default '{}',
  -- Steps, documents, learners: how many of the unit, where the kind counts them.
  quantity      smallint not null default 1 check (quantity between 1 and 500),
  primary key (commune_id, claim_id, ordinal),
  foreign key (commune_id, claim_id) references claim (commune_id, id),
  foreign key (commune_id, household_id) references household (commune_id, id),
  foreign key (commune_id, household_id, slot) references person_slot (commune_id, household_id, slot),
  foreign key (commune_id, village_id) references village (commune_id, id),
  foreign key (commune_id, service_key) references service (commune_id, key),
  check (slot is null or household_id is not null)
);
create index claim_unit_household on claim_unit (commune_id, household_id) where household_id is not null;
create index claim_unit_person on claim_unit (commune_id, person_key) where person_key is not null;

-- Each state of a claim's content, visible to both sides. Labels of people stay sealed in person_slot.
create table claim_revision (
  commune_id  integer not null,
  claim_id    uuid not null,
  revision    integer not null check (revision > 0),
  content     jsonb not null,
  sha256      bytea not null check (octet_length(sha256) = 32),
  made_by     uuid not null references account (id),
  made_at     timestamptz not null,
  primary key (commune_id, claim_id, revision),
  foreign key (commune_id, claim_id) references claim (commune_id, id)
);

create table claim_decision (
  commune_id   integer not null,
  id           uuid not null,
  claim_id     uuid not null,
  revision     integer not null check (revision > 0),
  verdict      text not null check (verdict in ('approve', 'return', 'reject', 'reverse', 'amend')),
  reason_code  text check (char_length(reason_code) <= 60),
  reason       text check (char_length(reason) <= 500),
  decided_by   uuid not null references account (id),
  -- The right it was done by, as held at that moment (T1).
  decided_as   text not null check (decided_as in ('leader', 'deputy', 'delegate', 'office', 'official_in_charge')),
  device_id    uuid,
  decided_at   timestamptz not null,
  primary key (commune_id, id),
  foreign key (commune_id, claim_id) references claim (commune_id, id),
  check (verdict = 'approve' or reason_code is not null or reason is not null)
);
create index claim_decision_claim on claim_decision (commune_id, claim_id, decided_at);
create index claim_decision_by on claim_decision (commune_id, decided_by, decided_at);

-- Rule 1, for every role and every program: not the claimant, no helper, not whoever typed it, not from the device
-- it was sent from, not from the same household.
create function tds_four_eyes() returns trigger language plpgsql as $$
declare
  breach record;
begin
  select n.claim_id, n.decided_by into breach
    from new_rows n
    join claim c on c.commune_id = n.commune_id and c.id = n.claim_id
   where n.verdict in ('approve', 'amend', 'reverse')
     and (c.entered_by = n.decided_by
       or (n.verdict <> 'reverse' and n.device_id is not null and n.device_id = c.device_id)
       or exists (
         select from claim_participant p
           join member m on m.commune_id = p.commune_id and m.id = p.member_id
           left join member v on v.commune_id = n.commune_id and v.account_id = n.decided_by
          where p.commune_id = n.commune_id and p.claim_id = n.claim_id
            and (m.account_id = n.decided_by
              or (m.household_id is not null and m.household_id = v.household_id))))
   limit 1;
  if found then
    raise exception 'claim % cannot be verified by % (rule of four eyes)', breach.claim_id, breach.decided_by
      using errcode = 'check_violation', constraint = 'four_eyes', table = 'claim_decision';
  end if;
  return null;
end $$;
create trigger four_eyes after insert on claim_decision
  referencing new table as new_rows for each statement execute function tds_four_eyes();

-- A verified claim is closed to editing: only a decision moves it on.
create function tds_claim_frozen() returns trigger language plpgsql as $$
begin
  if old.state in ('verified', 'rejected', 'reversed') and new.decision_id is not distinct from old.decision_id
     and (new.state <> old.state or new.revision <> old.revision or new.work_date <> old.work_date
       or new.activity_key <> old.activity_key or new.member_id <> old.member_id or new.team_id <> old.team_id
       or new.visits <> old.visits or new.month_id is distinct from old.month_id) then
    raise exception 'claim % was decided and cannot be edited', old.id
      using errcode = 'check_violation', constraint = 'claim_frozen', table = 'claim';
  end if;
  return new;
end $$;
create trigger claim_frozen before update on claim for each row execute function tds_claim_frozen();

select tds_append_only('scheme_version');
select tds_commune_table('scheme_draft');
select tds_commune_table('service');
select tds_commune_table('month');
select tds_append_only('month_seal');
select tds_commune_table('claim');
select tds_commune_table('claim_participant');
select tds_commune_table('claim_unit');
select tds_append_only('claim_revision');
select tds_append_only('claim_decision');

select tds_audited('scheme_version', array['effective_on', 'regulation_number', 'proposed_by', 'published_by']);
select tds_audited('scheme_draft', array['revision', 'proposed_by', 'effective_on']);
select tds_audited('service', array['name', 'retired_on']);
select tds_audited('month', array['state', 'scheme_version', 'is_trial']);
select tds_audited('month_seal', array['sealed_at']);
select tds_audited('claim_decision', array['claim_id', 'revision', 'verdict', 'decided_by', 'decided_as']);
