-- H04 to H06: initiatives from the base and from offices, by recorded steps of persons.

create table initiative (
  commune_id       integer not null references commune (id),
  id               uuid not null,
  title            text not null check (char_length(title) between 5 and 160),
  problem          text not null check (char_length(problem) between 10 and 2000),
  proposal         text not null check (char_length(proposal) between 10 and 4000),
  proposed_as      text not null check (proposed_as in ('member', 'team', 'office')),
  -- H06: a unit that is no team writes its name; it is not scored as a village.
  unit_name        text check (char_length(unit_name) between 2 and 120),
  author_id        uuid not null references account (id),
  member_id        uuid,
  team_id          integer,
  state            text not null check (state in ('draft', 'submitted', 'reviewed', 'piloted', 'recognised', 'declined')),
  pilot_village_id integer,
  created_at       timestamptz not null,
  changed_at       timestamptz not null,
  primary key (commune_id, id),
  foreign key (commune_id, member_id) references member (commune_id, id),
  foreign key (commune_id, team_id) references team (commune_id, id),
  foreign key (commune_id, pilot_village_id) references village (commune_id, id),
  check ((proposed_as = 'office') = (member_id is null)),
  check ((proposed_as = 'office') = (unit_name is not null)),
  check (state not in ('piloted', 'recognised') or pilot_village_id is not null)
);
create index initiative_state on initiative (commune_id, state, changed_at desc);

-- Those of the team who made it together with the author.
create table initiative_author (
  commune_id     integer not null,
  initiative_id  uuid not null,
  member_id      uuid not null,
  primary key (commune_id, initiative_id, member_id),
  foreign key (commune_id, initiative_id) references initiative (commune_id, id),
  foreign key (commune_id, member_id) references member (commune_id, id)
);

create table initiative_step (
  commune_id       integer not null,
  id               uuid not null,
  initiative_id    uuid not null,
  act              text not null check (act in ('submit', 'return', 'review', 'pilot', 'recognise', 'replicate', 'decline')),
  reason           text not null check (char_length(reason) between 3 and 1000),
  village_id       integer,
  evidence_link    text check (char_length(evidence_link) between 8 and 300),
  document_number  text check (char_length(document_number) between 1 and 60),
  document_date    date,
  done_by          uuid not null references account (id),
  done_at          timestamptz not null,
  happened_on      date not null,
  primary key (commune_id, id),
  foreign key (commune_id, initiative_id) references initiative (commune_id, id),
  foreign key (commune_id, village_id) references village (commune_id, id),
  check ((act = 'recognise') = (document_number is not null and document_date is not null)),
  check (act not in ('pilot', 'replicate') or village_id is not null)
);
create index initiative_step_of on initiative_step (commune_id, initiative_id, done_at);
create unique index initiative_replica on initiative_step (commune_id, initiative_id, village_id) where act = 'replicate';

-- The ordinary records of work that the stages led to.
create table initiative_claim (
  commune_id     integer not null,
  initiative_id  uuid not null,
  stage          text not null check (stage in ('piloted', 'recognised')),
  claim_id       uuid not null,
  replicas       integer not null default 0 check (replicas >= 0),
  primary key (commune_id, initiative_id, stage),
  foreign key (commune_id, initiative_id) references initiative (commune_id, id),
  foreign key (commune_id, claim_id) references claim (commune_id, id)
);

select tds_commune_table('initiative');
select tds_commune_table('initiative_author');
select tds_append_only('initiative_step');
select tds_commune_table('initiative_claim');
revoke delete on initiative, initiative_claim from tds_app, tds_maintain;

select tds_audited('initiative', array['title', 'proposed_as', 'author_id', 'state', 'pilot_village_id']);
select tds_audited('initiative_step', array['initiative_id', 'act', 'village_id', 'document_number']);
select tds_audited('initiative_claim', array['initiative_id', 'stage', 'claim_id', 'replicas']);
