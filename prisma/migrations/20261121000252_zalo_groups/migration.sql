-- C25 to C27: how groups are called here, and where there is one.

create table zalo_naming (
  commune_id        integer not null references commune (id),
  village_template  text not null check (char_length(village_template) between 5 and 120),
  commune_template  text not null check (char_length(commune_template) between 5 and 120),
  district          text not null check (char_length(district) between 1 and 60),
  changed_by        uuid not null references account (id),
  changed_at        timestamptz not null,
  primary key (commune_id)
);

-- One row for each village, and one with place 0 for the commune's own group.
create table zalo_group (
  commune_id  integer not null references commune (id),
  place       integer not null check (place >= 0),
  village_id  integer,
  status      text not null check (status in ('existing', 'new', 'none')),
  name        text check (char_length(name) between 2 and 120),
  link        text check (link ~ '^https://([a-z]+\.)?zalo\.me/[^[:space:]]+$' and char_length(link) <= 200),
  changed_by  uuid not null references account (id),
  changed_at  timestamptz not null,
  primary key (commune_id, place),
  foreign key (commune_id, village_id) references village (commune_id, id),
  check (place = coalesce(village_id, 0)),
  check ((status = 'none') = (name is null)),
  check (link is null or status <> 'none')
);

select tds_commune_table('zalo_naming');
select tds_commune_table('zalo_group');
revoke delete on zalo_naming, zalo_group from tds_app, tds_maintain;

select tds_audited('zalo_naming', array['village_template', 'commune_template', 'district']);
select tds_audited('zalo_group', array['village_id', 'status', 'name']);
