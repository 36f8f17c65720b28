-- F03: doors a member walks to on one evening, near each other, and what to offer there. What was done at a door is
-- read from the records of work; a list holds nothing but the plan of an evening.
create table gap_walk (
  commune_id   integer not null references commune (id),
  id           uuid not null,
  village_id   integer not null,
  member_id    uuid not null,
  gap          text not null check (char_length(gap) between 1 and 40),
  walk_on      date not null,
  made_by      uuid not null references account (id),
  made_at      timestamptz not null,
  primary key (commune_id, id),
  foreign key (commune_id, village_id) references village (commune_id, id),
  foreign key (commune_id, member_id) references member (commune_id, id)
);
create index gap_walk_member on gap_walk (commune_id, member_id, walk_on);
create index gap_walk_village on gap_walk (commune_id, village_id, walk_on);

create table gap_door (
  commune_id    integer not null,
  walk_id       uuid not null,
  position      smallint not null check (position between 1 and 8),
  household_id  uuid not null,
  primary key (commune_id, walk_id, position),
  unique (commune_id, walk_id, household_id),
  foreign key (commune_id, walk_id) references gap_walk (commune_id, id),
  foreign key (commune_id, household_id) references household (commune_id, id)
);

select tds_commune_table('gap_walk');
select tds_commune_table('gap_door');
select tds_audited('gap_walk', array['village_id', 'member_id', 'gap', 'walk_on']);
