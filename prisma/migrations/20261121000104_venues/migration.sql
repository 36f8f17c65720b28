-- Where a village or the commune makes room for the work (A42): offered while logging, never asked for.
create table venue (
  commune_id  integer not null references commune (id),
  id          uuid not null,
  -- Null: the commune's own, offered to every team.
  village_id  integer,
  kind        text not null check (kind in ('culture_house', 'committee_office', 'one_stop', 'market', 'school', 'other')),
  name        text not null check (char_length(name) between 2 and 120),
  note        text check (char_length(note) <= 200),
  closed_on   date,
  entered_by  uuid not null references account (id),
  entered_at  timestamptz not null,
  primary key (commune_id, id),
  foreign key (commune_id, village_id) references village (commune_id, id)
);
create unique index venue_name on venue (commune_id, village_id, lower(name)) nulls not distinct where closed_on is null;

select tds_commune_table('venue');
select tds_audited('venue', array['village_id', 'kind', 'closed_on']);
