-- D01: who enrolled as a digital ambassador, whom they mentor, and the trainings the office confirmed.

create table ambassador_enrolment (
  commune_id   integer not null references commune (id),
  id           uuid not null,
  member_id    uuid not null,
  enrolled_on  date not null,
  enrolled_at  timestamptz not null,
  ended_on     date check (ended_on >= enrolled_on),
  primary key (commune_id, id),
  foreign key (commune_id, member_id) references member (commune_id, id)
);
create unique index ambassador_enrolled on ambassador_enrolment (commune_id, member_id) where ended_on is null;

create table ambassador_training (
  commune_id    integer not null references commune (id),
  id            uuid not null,
  member_id     uuid not null,
  trained_on    date not null,
  -- Of the certificate or the list of participants.
  source        text not null check (char_length(source) between 3 and 200),
  confirmed_by  uuid not null references account (id),
  confirmed_at  timestamptz not null,
  primary key (commune_id, id),
  foreign key (commune_id, member_id) references member (commune_id, id)
);
create index ambassador_training_member on ambassador_training (commune_id, member_id);

-- A mentee is a resident picked from the village's list, known by a keyed hash as in the loop (rule 8), or a member.
create table mentee_link (
  commune_id    integer not null references commune (id),
  id            uuid not null,
  mentor_id     uuid not null,
  person_key    bytea check (octet_length(person_key) = 32),
  household_id  uuid,
  slot          smallint,
  mentee_id     uuid check (mentee_id <> mentor_id),
  began_on      date not null,
  made_at       timestamptz not null,
  ended_on      date check (ended_on >= began_on),
  primary key (commune_id, id),
  foreign key (commune_id, mentor_id) references member (commune_id, id),
  foreign key (commune_id, mentee_id) references member (commune_id, id),
  foreign key (commune_id, household_id, slot) references person_slot (commune_id, household_id, slot),
  check ((person_key is null) <> (mentee_id is null)),
  check ((person_key is null) = (household_id is null) and (person_key is null) = (slot is null))
);
create unique index mentee_link_person on mentee_link (commune_id, mentor_id, person_key)
  where person_key is not null and ended_on is null;
create unique index mentee_link_member on mentee_link (commune_id, mentor_id, mentee_id)
  where mentee_id is not null and ended_on is null;

select tds_commune_table('ambassador_enrolment');
select tds_append_only('ambassador_training');
select tds_commune_table('mentee_link');
revoke delete on ambassador_enrolment, mentee_link from tds_app, tds_maintain;

select tds_audited('ambassador_enrolment', array['member_id', 'enrolled_on', 'ended_on']);
select tds_audited('ambassador_training', array['member_id', 'trained_on', 'confirmed_by']);
select tds_audited('mentee_link', array['mentor_id', 'mentee_id', 'began_on', 'ended_on']);
