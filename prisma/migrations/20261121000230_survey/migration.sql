-- F01, F02: what households have and can do, asked in rounds. A round keeps the form it began with. Answers of persons
-- go when the commune's time for them is over; the sums stay (F06).

create table survey_round (
  commune_id    integer not null references commune (id),
  id            uuid not null,
  name          text not null check (char_length(name) between 3 and 80),
  form_version  smallint not null check (form_version >= 1),
  first_day     date not null,
  last_day      date not null check (last_day >= first_day and last_day <= first_day + 366),
  opened_by     uuid not null references account (id),
  opened_at     timestamptz not null,
  -- Answers of persons were taken out; only sums are left.
  pruned_at     timestamptz,
  primary key (commune_id, id)
);
create unique index survey_round_name on survey_round (commune_id, lower(name));

create table survey_round_village (
  commune_id  integer not null,
  round_id    uuid not null,
  village_id  integer not null,
  primary key (commune_id, round_id, village_id),
  foreign key (commune_id, round_id) references survey_round (commune_id, id),
  foreign key (commune_id, village_id) references village (commune_id, id)
);

-- One household in one round. That nobody was at home, or nobody wished to answer, is an answer.
create table survey_form (
  commune_id      integer not null,
  round_id        uuid not null,
  household_id    uuid not null,
  village_id      integer not null,
  revision        integer not null default 1 check (revision > 0),
  outcome         text check (outcome in ('answered', 'refused', 'absent')),
  is_complete     boolean not null,
  answers         jsonb not null default '{}' check (jsonb_typeof(answers) = 'object'),
  -- Groups are counted per household and never said of a person.
  elderly         smallint check (elderly between 0 and 40),
  disabled        smallint check (disabled between 0 and 40),
  manual_workers  smallint check (manual_workers between 0 and 40),
  note            text check (char_length(note) between 1 and 140),
  taken_by        uuid not null references account (id),
  taken_at        timestamptz not null,
  -- The ordinary record of work by which the form earns, where there is one.
  claim_id        uuid,
  primary key (commune_id, round_id, household_id),
  foreign key (commune_id, round_id, village_id) references survey_round_village (commune_id, round_id, village_id),
  foreign key (commune_id, household_id) references household (commune_id, id),
  foreign key (commune_id, claim_id) references claim (commune_id, id)
);
create index survey_form_village on survey_form (commune_id, round_id, village_id);

create table survey_adult (
  commune_id    integer not null,
  round_id      uuid not null,
  household_id  uuid not null,
  slot          smallint not null,
  outcome       text check (outcome in ('answered', 'refused', 'absent')),
  answers       jsonb not null default '{}' check (jsonb_typeof(answers) = 'object'),
  primary key (commune_id, round_id, household_id, slot),
  foreign key (commune_id, round_id, household_id) references survey_form (commune_id, round_id, household_id),
  foreign key (commune_id, household_id, slot) references person_slot (commune_id, household_id, slot)
);

-- What was sent under which name: the same again is one sending, something else under its name is refused.
create table survey_sending (
  commune_id    integer not null,
  id            uuid not null,
  round_id      uuid not null,
  household_id  uuid not null,
  revision      integer not null,
  -- Keyed: answers are so few that a plain digest would tell them.
  digest        bytea not null check (octet_length(digest) = 32),
  sent_by       uuid not null references account (id),
  sent_at       timestamptz not null,
  primary key (commune_id, id),
  foreign key (commune_id, round_id, household_id) references survey_form (commune_id, round_id, household_id)
);
create index survey_sending_form on survey_sending (commune_id, round_id, household_id);

-- What stays of a round when its persons' answers are gone.
create table survey_sum (
  commune_id   integer not null,
  round_id     uuid not null,
  village_id   integer not null,
  rate         text not null check (char_length(rate) between 1 and 40),
  segment      text not null check (char_length(segment) between 1 and 20),
  numerator    integer not null check (numerator >= 0),
  denominator  integer not null check (denominator >= numerator),
  unknown      integer not null check (unknown >= 0),
  primary key (commune_id, round_id, village_id, rate, segment),
  foreign key (commune_id, round_id, village_id) references survey_round_village (commune_id, round_id, village_id)
);

-- How long what is known of residents is kept after the year it was gathered in; without a row, two years.
create table resident_retention (
  commune_id  integer not null references commune (id),
  months      smallint not null check (months between 6 and 60),
  set_by      uuid not null references account (id),
  set_at      timestamptz not null,
  primary key (commune_id)
);

select tds_commune_table('survey_round');
select tds_commune_table('survey_round_village');
select tds_commune_table('survey_form');
select tds_commune_table('survey_adult');
select tds_commune_table('survey_sending');
select tds_commune_table('survey_sum');
select tds_commune_table('resident_retention');
revoke delete on survey_round, survey_round_village, survey_sum from tds_app, tds_maintain;

select tds_audited('survey_round', array['name', 'form_version', 'first_day', 'last_day', 'pruned_at']);
select tds_audited('resident_retention', array['months', 'set_by']);
