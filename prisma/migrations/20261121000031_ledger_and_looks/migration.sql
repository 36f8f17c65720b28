-- What verified work is worth, how it is looked at again, and how what stands is objected to and mended.

-- Points, in hundredths. The sum of all lines of a key is a function of the set of verified claims (rule 4): a line
-- is never changed, the next step of its key corrects it.
create table ledger_line (
  commune_id      integer not null,
  seq             bigint generated always as identity,
  -- award:CLAIM:REVISION:UNIT:MEMBER, day_cap:MEMBER:DAY and so on; step counts the lines of one key.
  line_key        text not null check (char_length(line_key) <= 200),
  step            integer not null check (step >= 0),
  kind            text not null check (kind in ('award', 'bonus', 'priority', 'repeat', 'own_cap', 'priority_cap',
                    'day_cap', 'month_cap', 'campaign')),
  rule            text not null check (char_length(rule) between 1 and 80),
  points          integer not null check (points <> 0),
  member_id       uuid not null,
  team_id         integer not null,
  village_id      integer,
  work_date       date not null,
  -- The month it is booked in, and whether its work belongs to an earlier one that had closed.
  month_id        integer not null,
  is_adjustment   boolean not null default false,
  scheme_version  integer not null,
  -- Null on lines of caps, which belong to a day or a month and not to one claim.
  claim_id        uuid,
  revision        integer,
  unit            smallint,
  decision_id     uuid not null,
  verifier_id     uuid not null references account (id),
  corrects_seq    bigint,
  reason          text check (char_length(reason) <= 500),
  made_at         timestamptz not null,
  primary key (commune_id, seq),
  unique (commune_id, line_key, step),
  foreign key (commune_id, member_id) references member (commune_id, id),
  foreign key (commune_id, team_id) references team (commune_id, id),
  foreign key (commune_id, village_id) references village (commune_id, id),
  foreign key (commune_id, month_id) references month (commune_id, id),
  foreign key (commune_id, scheme_version) references scheme_version (commune_id, version),
  foreign key (commune_id, claim_id) references claim (commune_id, id),
  foreign key (commune_id, decision_id) references claim_decision (commune_id, id),
  foreign key (commune_id, corrects_seq) references ledger_line (commune_id, seq),
  check ((claim_id is null) = (kind in ('own_cap', 'priority_cap', 'day_cap', 'month_cap'))),
  check ((claim_id is null) = (revision is null)),
  check (corrects_seq is null or claim_id is not null)
);
create index ledger_of_member on ledger_line (commune_id, member_id, work_date);
create index ledger_of_claim on ledger_line (commune_id, claim_id) where claim_id is not null;
create index ledger_of_month on ledger_line (commune_id, month_id);

-- No line enters a month whose figures stand; the month is held so that it cannot close in between (T5).
create function tds_ledger_guard() returns trigger language plpgsql as $$
declare
  shut record;
begin
  perform from month m
   where (m.commune_id, m.id) in (select distinct n.commune_id, n.month_id from new_rows n)
   order by m.commune_id, m.id for share;
  select m.commune_id, m.id, m.state into shut from month m
   where (m.commune_id, m.id) in (select distinct n.commune_id, n.month_id from new_rows n)
     and m.state not in ('open', 'grace') limit 1;
  if found then
    raise exception 'month % of commune % is % and takes no more lines', shut.id, shut.commune_id, shut.state
      using errcode = 'check_violation', constraint = 'month_takes_no_lines', table = 'ledger_line';
  end if;
  if exists (
    select from new_rows n
      join claim_decision d on d.commune_id = n.commune_id and d.id = n.decision_id
     where d.decided_by <> n.verifier_id
        or (n.kind in ('award', 'bonus', 'priority') and n.corrects_seq is null
            and (d.claim_id <> n.claim_id or d.verdict not in ('approve', 'amend')))) then
    raise exception 'a ledger line without the approval it speaks of'
      using errcode = 'check_violation', constraint = 'line_without_approval', table = 'ledger_line';
  end if;
  return null;
end $$;
create trigger ledger_guard after insert on ledger_line
  referencing new table as new_rows for each statement execute function tds_ledger_guard();

-- Sums of the ledger per month and subject, kept in the statement that books. Derived: verify recomputes them.
create table standing (
  commune_id   integer not null,
  month_id     integer not null,
  subject      text not null check (subject in ('member', 'team', 'village', 'commune')),
  subject_id   text not null check (char_length(subject_id) between 1 and 36),
  points       bigint not null,
  claims       integer not null,
  visits       integer not null,
  applied_seq  bigint not null,
  primary key (commune_id, month_id, subject, subject_id),
  foreign key (commune_id, month_id) references month (commune_id, id)
) with (fillfactor = 80);

-- Photographs: re-encoded, without what the camera wrote into them. One content, one row (T4).
create table photo (
  commune_id   integer not null references commune (id),
  id           uuid not null,
  sha256       bytea not null check (octet_length(sha256) = 32),
  -- Of the bytes as they came, so that the same file is known again.
  source_sha256 bytea not null check (octet_length(source_sha256) = 32),
  dhash        bigint not null,
  width        integer not null check (width > 0),
  height       integer not null check (height > 0),
  byte_count   integer not null check (byte_count > 0),
  taken_on     date,
  uploaded_by  uuid not null references account (id),
  uploaded_at  timestamptz not null,
  primary key (commune_id, id),
  unique (commune_id, sha256)
);
create index photo_source on photo (commune_id, source_sha256);
create table claim_photo (
  commune_id  integer not null,
  claim_id    uuid not null,
  photo_id    uuid not null,
  position    smallint not null check (position between 1 and 8),
  is_signed_sheet boolean not null default false,
  primary key (commune_id, claim_id, photo_id),
  foreign key (commune_id, claim_id) references claim (commune_id, id),
  foreign key (commune_id, photo_id) references photo (commune_id, id)
);
create index claim_photo_photo on claim_photo (commune_id, photo_id);

-- Facts that make a checker look twice; they never punish by themselves.
create table claim_signal (
  commune_id  integer not null,
  claim_id    uuid not null,
  kind        text not null check (kind in ('same_photo', 'similar_photo', 'same_resident', 'impossible_count',
                'deadline_flood', 'reciprocal', 'same_time_and_place', 'photo_day_differs', 'late', 'phone_clock', 'untrained')),
  facts       jsonb not null,
  raised_at   timestamptz not null,
  primary key (commune_id, claim_id, kind),
  foreign key (commune_id, claim_id) references claim (commune_id, id)
);

-- Second looks drawn by lot: committed before, revealed after, so that anybody can draw again (T2).
create table audit_draw (
  commune_id   integer not null references commune (id),
  id           uuid not null,
  month_id     integer not null,
  -- SHA-256 of the secret, published when the month opens; the secret is told when the month is frozen.
  commitment   bytea not null check (octet_length(commitment) = 32),
  secret       bytea check (octet_length(secret) = 32),
  per_village  smallint not null check (per_village between 1 and 200),
  committed_at timestamptz not null,
  drawn_at     timestamptz,
  primary key (commune_id, id),
  unique (commune_id, month_id),
  foreign key (commune_id, month_id) references month (commune_id, id),
  check ((secret is null) = (drawn_at is null))
);
create table audit_item (
  commune_id   integer not null,
  draw_id      uuid not null,
  claim_id     uuid not null,
  village_id   integer,
  position     integer not null,
  verdict      text check (verdict in ('agrees', 'differs', 'unreachable')),
  facts        text check (char_length(facts) <= 500),
  audited_by   uuid references account (id),
  audited_at   timestamptz,
  primary key (commune_id, draw_id, claim_id),
  foreign key (commune_id, draw_id) references audit_draw (commune_id, id),
  foreign key (commune_id, claim_id) references claim (commune_id, id),
  foreign key (commune_id, village_id) references village (commune_id, id),
  check ((verdict is null) = (audited_by is null))
);

-- "Đề nghị đính chính" of something that counted, decided by another person.
create table correction_request (
  commune_id   integer not null,
  id           uuid not null,
  claim_id     uuid not null,
  revision     integer not null,
  field        text not null check (field in ('village', 'work_date', 'activity', 'visits', 'person', 'participant', 'not_done')),
  proposed     jsonb not null,
  reason       text not null check (char_length(reason) between 3 and 500),
  asked_by     uuid not null references account (id),
  asked_at     timestamptz not null,
  verdict      text check (verdict in ('accepted', 'declined')),
  answer       text check (char_length(answer) <= 500),
  decided_by   uuid references account (id),
  decided_at   timestamptz,
  primary key (commune_id, id),
  foreign key (commune_id, claim_id) references claim (commune_id, id),
  check ((verdict is null) = (decided_by is null) and (verdict is null) = (decided_at is null)),
  check (decided_by is null or decided_by <> asked_by)
);
create unique index correction_waiting on correction_request (commune_id, claim_id, field) where verdict is null;

-- Objections against provisional figures, each with its answer.
create table appeal (
  commune_id   integer not null,
  id           uuid not null,
  month_id     integer not null,
  claim_id     uuid,
  team_id      integer,
  text         text not null check (char_length(text) between 3 and 1000),
  made_by      uuid not null references account (id),
  made_at      timestamptz not null,
  outcome      text check (outcome in ('upheld', 'dismissed')),
  answer       text check (char_length(answer) between 3 and 1000),
  answered_by  uuid references account (id),
  answered_at  timestamptz,
  primary key (commune_id, id),
  foreign key (commune_id, month_id) references month (commune_id, id),
  foreign key (commune_id, claim_id) references claim (commune_id, id),
  foreign key (commune_id, team_id) references team (commune_id, id),
  check ((outcome is null) = (answer is null) and (outcome is null) = (answered_by is null)),
  check (answered_by is null or answered_by <> made_by)
);

-- A documented mistake mended by two persons after figures stood. It shows for ever (part 2 row 25).
create table month_exception (
  commune_id   integer not null,
  id           uuid not null,
  -- The month the mistake is in, and the open one that carries the mending.
  month_id     integer not null,
  claim_id     uuid not null,
  proposed     jsonb not null,
  reason       text not null check (char_length(reason) between 10 and 500),
  document     text not null check (char_length(document) between 3 and 200),
  asked_by     uuid not null references account (id),
  asked_at     timestamptz not null,
  verdict      text check (verdict in ('accepted', 'declined')),
  decided_by   uuid references account (id),
  decided_at   timestamptz,
  decision_id  uuid,
  primary key (commune_id, id),
  foreign key (commune_id, month_id) references month (commune_id, id),
  foreign key (commune_id, claim_id) references claim (commune_id, id),
  foreign key (commune_id, decision_id) references claim_decision (commune_id, id),
  check ((verdict is null) = (decided_by is null)),
  check (decided_by is null or decided_by <> asked_by)
);

select tds_append_only('ledger_line');
select tds_commune_table('standing');
select tds_commune_table('photo');
select tds_commune_table('claim_photo');
select tds_commune_table('claim_signal');
select tds_commune_table('audit_draw');
select tds_commune_table('audit_item');
select tds_commune_table('correction_request');
select tds_commune_table('appeal');
select tds_commune_table('month_exception');

select tds_audited('audit_draw', array['month_id', 'drawn_at']);
select tds_audited('audit_item', array['verdict', 'audited_by']);
select tds_audited('correction_request', array['claim_id', 'field', 'asked_by', 'verdict', 'decided_by']);
select tds_audited('appeal', array['month_id', 'outcome', 'answered_by']);
select tds_audited('month_exception', array['month_id', 'claim_id', 'asked_by', 'verdict', 'decided_by']);
