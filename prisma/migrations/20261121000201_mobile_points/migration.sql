-- Mobile points and launch days (D10 to D13): where, when, who stands at which station, and who came.

create table mobile_point (
  commune_id   integer not null references commune (id),
  id           uuid not null,
  kind         text not null check (kind in ('mobile_point', 'launch_day')),
  campaign_id  uuid,
  name         text not null check (char_length(name) between 2 and 120),
  -- Null: the commune's own ground.
  village_id   integer,
  venue_id     uuid,
  -- What is printed and what records name: the venue's name, or wherever else it is.
  place        text not null check (char_length(place) between 2 and 120),
  day          date not null,
  starts_at    timestamptz not null,
  ends_at      timestamptz not null,
  made_by      uuid not null references account (id),
  made_at      timestamptz not null,
  closed_by    uuid references account (id),
  closed_at    timestamptz,
  called_off_reason text check (char_length(called_off_reason) between 3 and 300),
  primary key (commune_id, id),
  foreign key (commune_id, campaign_id) references campaign (commune_id, id),
  foreign key (commune_id, village_id) references village (commune_id, id),
  foreign key (commune_id, venue_id) references venue (commune_id, id),
  check (ends_at > starts_at and ends_at <= starts_at + interval '16 hours'),
  check (day = (starts_at at time zone 'Asia/Ho_Chi_Minh')::date),
  check ((closed_by is null) = (closed_at is null)),
  check (called_off_reason is null or closed_at is not null)
);
create index mobile_point_day on mobile_point (commune_id, day);

-- What is done at each table (D12).
create table mobile_station (
  commune_id  integer not null,
  point_id    uuid not null,
  ordinal     smallint not null check (ordinal between 1 and 12),
  content     text not null check (char_length(content) between 2 and 120),
  primary key (commune_id, point_id, ordinal),
  foreign key (commune_id, point_id) references mobile_point (commune_id, id)
);

-- Who was asked to come, and to which station; nobody's presence follows from it.
create table mobile_assignment (
  commune_id  integer not null,
  point_id    uuid not null,
  member_id   uuid not null,
  station     smallint,
  part        text not null check (part in ('host', 'helper')),
  made_by     uuid not null references account (id),
  made_at     timestamptz not null,
  primary key (commune_id, point_id, member_id),
  foreign key (commune_id, point_id) references mobile_point (commune_id, id),
  foreign key (commune_id, point_id, station) references mobile_station (commune_id, point_id, ordinal),
  foreign key (commune_id, member_id) references member (commune_id, id)
);

-- Who came: by the code on the host's screen, or written down by the host. The shift they log is kept by its record.
create table mobile_attendance (
  commune_id   integer not null,
  point_id     uuid not null,
  member_id    uuid not null,
  station      smallint,
  channel      text not null check (channel in ('code', 'list')),
  came_at      timestamptz not null,
  recorded_by  uuid not null references account (id),
  left_at      timestamptz check (left_at >= came_at),
  claim_id     uuid,
  primary key (commune_id, point_id, member_id),
  foreign key (commune_id, point_id) references mobile_point (commune_id, id),
  foreign key (commune_id, point_id, station) references mobile_station (commune_id, point_id, ordinal),
  foreign key (commune_id, member_id) references member (commune_id, id),
  foreign key (commune_id, claim_id) references claim (commune_id, id)
);
create unique index mobile_attendance_claim on mobile_attendance (commune_id, claim_id) where claim_id is not null;
create index mobile_attendance_member on mobile_attendance (commune_id, member_id);

-- Presence is not unwritten: only its end, its station and its record are added, and nothing once they stand.
create function tds_attendance_stands() returns trigger language plpgsql as $$
begin
  if (new.commune_id, new.point_id, new.member_id, new.channel, new.came_at, new.recorded_by)
       is distinct from (old.commune_id, old.point_id, old.member_id, old.channel, old.came_at, old.recorded_by)
     or (old.left_at is not null and new.left_at is distinct from old.left_at)
     or (old.claim_id is not null and new.claim_id is distinct from old.claim_id) then
    raise exception 'the presence of % at % stands', old.member_id, old.point_id
      using errcode = 'check_violation', constraint = 'attendance_stands', table = 'mobile_attendance';
  end if;
  return new;
end $$;
create trigger attendance_stands before update on mobile_attendance
  for each row execute function tds_attendance_stands();

select tds_commune_table('mobile_point');
select tds_commune_table('mobile_station');
select tds_commune_table('mobile_assignment');
select tds_commune_table('mobile_attendance');
revoke delete on mobile_point, mobile_attendance from tds_app, tds_maintain;

select tds_audited('mobile_point', array['kind', 'campaign_id', 'village_id', 'day', 'closed_by']);
select tds_audited('mobile_station', array[]::text[]);
select tds_audited('mobile_assignment', array['station', 'part', 'made_by']);
select tds_audited('mobile_attendance', array['station', 'channel', 'recorded_by', 'left_at', 'claim_id']);
