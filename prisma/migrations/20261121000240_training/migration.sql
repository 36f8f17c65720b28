-- G01-G10, B12, B20: sessions that train members, who came, certificates of courses, reminders of what is due;
-- L14, E03, E04: what a class for residents was about and for whom.

-- Topics of the commune's own beside those of the plans; what work they prepare for.
create table training_topic (
  commune_id  integer not null references commune (id),
  key         text not null check (key ~ '^own-[a-z0-9-]{1,56}$'),
  name        text not null check (char_length(name) between 2 and 80),
  kinds       text[] not null default '{}' check (cardinality(kinds) <= 40),
  entered_by  uuid not null references account (id),
  entered_at  timestamptz not null,
  closed_on   date,
  primary key (commune_id, key)
);
create unique index training_topic_name on training_topic (commune_id, lower(name)) where closed_on is null;

create table training_session (
  commune_id    integer not null references commune (id),
  id            uuid not null,
  -- Sessions planned together: regular, repeated training (G03).
  series_id     uuid,
  title         text not null check (char_length(title) between 3 and 160),
  topics        text[] not null check (cardinality(topics) between 1 and 8),
  -- Null: the office itself.
  organiser_id  uuid,
  mode          text not null check (mode in ('in_person', 'online')),
  place         text check (char_length(place) between 2 and 160),
  link          text check (char_length(link) between 8 and 500),
  held_on       date not null,
  starts_at     smallint not null check (starts_at between 0 and 1439),
  minutes       smallint not null check (minutes between 15 and 720),
  is_mandatory  boolean not null,
  -- Empty: everybody of the teams.
  for_roles     text[] not null default '{}' check (for_roles <@ array['leader', 'deputy', 'member', 'youth_union']),
  capacity      smallint check (capacity between 1 and 2000),
  entered_by    uuid not null references account (id),
  entered_at    timestamptz not null,
  revision      integer not null default 1 check (revision > 0),
  cancelled_at  timestamptz,
  cancelled_why text check (char_length(cancelled_why) between 3 and 300),
  primary key (commune_id, id),
  foreign key (commune_id, organiser_id) references organisation (commune_id, id),
  check ((cancelled_at is null) = (cancelled_why is null))
);
create index training_session_day on training_session (commune_id, held_on);
create index training_session_organiser on training_session (commune_id, organiser_id);

-- Teams a session is for; none: all of them.
create table training_session_team (
  commune_id  integer not null,
  session_id  uuid not null,
  team_id     integer not null,
  primary key (commune_id, session_id, team_id),
  foreign key (commune_id, session_id) references training_session (commune_id, id),
  foreign key (commune_id, team_id) references team (commune_id, id)
);
create index training_session_team_team on training_session_team (commune_id, team_id);

-- Who came, who was excused, who asked to be. The claim earns the points, by the ordinary way.
create table training_attendance (
  commune_id   integer not null,
  session_id   uuid not null,
  member_id    uuid not null,
  state        text not null check (state in ('present', 'absent', 'asked', 'excused')),
  way          text not null check (way in ('code', 'list', 'own')),
  reason       text check (char_length(reason) between 3 and 300),
  recorded_by  uuid not null references account (id),
  recorded_at  timestamptz not null,
  claim_id     uuid,
  primary key (commune_id, session_id, member_id),
  foreign key (commune_id, session_id) references training_session (commune_id, id),
  foreign key (commune_id, member_id) references member (commune_id, id),
  foreign key (commune_id, claim_id) references claim (commune_id, id),
  check (state not in ('asked', 'excused') or reason is not null)
);
create index training_attendance_member on training_attendance (commune_id, member_id);
create unique index training_attendance_claim on training_attendance (commune_id, claim_id) where claim_id is not null;

-- Courses learned alone, online; each member brings the certificate (G02, B12).
create table training_course (
  commune_id    integer not null references commune (id),
  id            uuid not null,
  title         text not null check (char_length(title) between 3 and 160),
  provider      text not null check (char_length(provider) between 2 and 120),
  link          text check (char_length(link) between 8 and 500),
  topics        text[] not null check (cardinality(topics) between 1 and 8),
  is_mandatory  boolean not null,
  due_on        date,
  entered_by    uuid not null references account (id),
  entered_at    timestamptz not null,
  revision      integer not null default 1 check (revision > 0),
  closed_on     date,
  primary key (commune_id, id)
);

create table training_certificate (
  commune_id    integer not null,
  id            uuid not null,
  course_id     uuid not null,
  member_id     uuid not null,
  completed_on  date not null,
  link          text check (char_length(link) between 8 and 500),
  photo_id      uuid,
  file_id       uuid,
  state         text not null check (state in ('sent', 'confirmed', 'returned')),
  sent_by       uuid not null references account (id),
  sent_at       timestamptz not null,
  decided_by    uuid references account (id),
  decided_at    timestamptz,
  reason        text check (char_length(reason) between 3 and 300),
  claim_id      uuid,
  primary key (commune_id, id),
  foreign key (commune_id, course_id) references training_course (commune_id, id),
  foreign key (commune_id, member_id) references member (commune_id, id),
  foreign key (commune_id, photo_id) references photo (commune_id, id),
  foreign key (commune_id, claim_id) references claim (commune_id, id),
  check (photo_id is not null or file_id is not null or link is not null),
  check ((state = 'sent') = (decided_by is null) and (decided_by is null) = (decided_at is null)),
  check (state <> 'returned' or reason is not null),
  -- Rule 1: never by whoever sent it.
  check (decided_by is null or decided_by <> sent_by)
);
create unique index training_certificate_one on training_certificate (commune_id, course_id, member_id)
  where state <> 'returned';
create index training_certificate_member on training_certificate (commune_id, member_id);
create index training_certificate_waiting on training_certificate (commune_id, sent_at) where state = 'sent';
create unique index training_certificate_claim on training_certificate (commune_id, claim_id) where claim_id is not null;

-- Each reminder once, whatever was down in between: its row is written with it.
create table training_reminder (
  commune_id  integer not null,
  member_id   uuid not null,
  subject     text not null check (subject in ('session', 'course')),
  subject_id  uuid not null,
  step        text not null check (step in ('before_14', 'before_3', 'before_1', 'due', 'after_1', 'after_7')),
  sent_at     timestamptz not null,
  primary key (commune_id, member_id, subject, subject_id, step),
  foreign key (commune_id, member_id) references member (commune_id, id)
);
create index training_reminder_newest on training_reminder (commune_id, member_id, sent_at);

-- The sheet of a class for residents, beside the claim that tells of it.
create table class_sheet (
  commune_id  integer not null,
  claim_id    uuid not null,
  topics      text[] not null check (cardinality(topics) between 1 and 8),
  audiences   text[] not null check (cardinality(audiences) between 1 and 8 and audiences <@ array['elderly', 'disabled',
                'ethnic_minority', 'poor_household', 'remote', 'manual_worker', 'youth', 'business', 'everybody']),
  teacher     text check (char_length(teacher) between 2 and 120),
  -- Counted heads: everybody, of them elderly and people with disabilities, and how many then did it alone.
  learners    smallint not null check (learners between 0 and 2000),
  elderly     smallint not null default 0 check (elderly between 0 and learners),
  disabled    smallint not null default 0 check (disabled between 0 and learners),
  able        smallint not null default 0 check (able between 0 and learners),
  written_by  uuid not null references account (id),
  written_at  timestamptz not null,
  revision    integer not null default 1 check (revision > 0),
  primary key (commune_id, claim_id),
  foreign key (commune_id, claim_id) references claim (commune_id, id)
);

select tds_commune_table('training_topic');
select tds_commune_table('training_session');
select tds_commune_table('training_session_team');
select tds_commune_table('training_attendance');
select tds_commune_table('training_course');
select tds_commune_table('training_certificate');
select tds_append_only('training_reminder');
select tds_commune_table('class_sheet');
revoke delete on training_topic, training_session, training_attendance, training_course, training_certificate,
  class_sheet from tds_app, tds_maintain;

select tds_audited('training_topic', array['name', 'kinds', 'closed_on']);
select tds_audited('training_session', array['title', 'held_on', 'is_mandatory', 'organiser_id', 'cancelled_why']);
select tds_audited('training_attendance', array['state', 'way', 'recorded_by', 'claim_id']);
select tds_audited('training_course', array['title', 'is_mandatory', 'due_on', 'closed_on']);
select tds_audited('training_certificate', array['course_id', 'member_id', 'state', 'decided_by']);
select tds_audited('class_sheet', array['topics', 'audiences', 'learners']);
