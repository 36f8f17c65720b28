-- Badges: what is earned by rule from verified work, and what people give each other with their names to it.

-- What a badge is, in versions. Version 1 of a proposed badge comes with the plan; any other is published by one
-- person on the proposal of another. An award keeps the version it was given under.
create table badge_definition (
  commune_id    integer not null references commune (id),
  key           text not null check (key ~ '^[a-z][a-z0-9-]{1,49}$'),
  version       integer not null check (version > 0),
  content       jsonb not null,
  note          text check (char_length(note) <= 500),
  proposed_by   uuid references account (id),
  published_by  uuid references account (id),
  published_at  timestamptz not null,
  primary key (commune_id, key, version),
  check ((proposed_by is null) = (published_by is null)),
  check (version = 1 or published_by is not null),
  check (proposed_by <> published_by)
);

-- The next version while the office works on it, and while it waits for the second person.
create table badge_draft (
  commune_id    integer not null references commune (id),
  key           text not null check (key ~ '^[a-z][a-z0-9-]{1,49}$'),
  content       jsonb not null,
  revision      integer not null default 1 check (revision > 0),
  changed_by    uuid not null references account (id),
  changed_at    timestamptz not null,
  proposed_by   uuid references account (id),
  proposed_at   timestamptz,
  note          text check (char_length(note) <= 500),
  primary key (commune_id, key),
  check ((proposed_by is null) = (proposed_at is null))
);

-- Who holds what, since when, and by which verified records.
create table badge_award (
  commune_id     integer not null references commune (id),
  id             uuid not null,
  badge_key      text not null,
  version        integer not null,
  subject        text not null check (subject in ('member', 'team', 'household', 'village')),
  subject_id     text not null check (char_length(subject_id) between 1 and 36),
  tier           smallint not null default 1 check (tier between 1 and 9),
  -- Which time it is: a badge of the month is earned anew each month ('2026-11'), of the year each year ('2026'),
  -- others once (''). A title given by people says here which term it is.
  occasion       text not null default '' check (char_length(occasion) <= 40),
  earned_on      date not null,
  -- The month whose seal makes it final; null where no month decides.
  month_id       integer,
  -- The records it stands on: {"value": 12, "goal": 10, "claims": ["..."]}; for titles what was approved by whom.
  basis          jsonb not null,
  granted_at     timestamptz not null,
  -- Null: by rule.
  granted_by     uuid references account (id),
  -- The decision it was given by.
  number         text check (char_length(number) between 1 and 60),
  number_date    date,
  valid_until    date check (valid_until >= earned_on),
  is_final       boolean not null default false,
  revoked_at     timestamptz,
  revoked_by     uuid references account (id),
  revoke_reason  text check (char_length(revoke_reason) between 1 and 500),
  primary key (commune_id, id),
  foreign key (commune_id, badge_key, version) references badge_definition (commune_id, key, version),
  foreign key (commune_id, month_id) references month (commune_id, id),
  check ((revoked_at is null) = (revoke_reason is null)),
  check (revoked_by is null or revoked_at is not null),
  check (number_date is null or number is not null),
  -- What people gave, a person takes back.
  check (granted_by is null or revoked_at is null or revoked_by is not null)
);
create unique index badge_award_standing on badge_award (commune_id, subject, subject_id, badge_key, occasion, tier)
  where revoked_at is null;
create index badge_award_of_badge on badge_award (commune_id, badge_key, earned_on);
create index badge_award_unsealed on badge_award (commune_id, month_id) where not is_final and revoked_at is null;

-- An award is never deleted; it is taken back once, and what it says stands from its month's seal on.
create function tds_badge_award_stands() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'an award is taken back, not deleted' using errcode = 'check_violation',
      constraint = 'award_stands', table = 'badge_award';
  end if;
  if (new.commune_id, new.id, new.badge_key, new.subject, new.subject_id, new.tier, new.occasion, new.granted_at)
       is distinct from
     (old.commune_id, old.id, old.badge_key, old.subject, old.subject_id, old.tier, old.occasion, old.granted_at)
     or new.granted_by is distinct from old.granted_by
     or old.revoked_at is not null
     or (old.is_final and not new.is_final)
     or ((old.is_final or old.granted_by is not null)
         and (new.version, new.earned_on, new.month_id, new.basis)
             is distinct from (old.version, old.earned_on, old.month_id, old.basis))
     or (old.is_final and old.granted_by is null and new.revoked_at is not null and new.revoked_by is null) then
    raise exception 'award % of commune % stands', old.id, old.commune_id using errcode = 'check_violation',
      constraint = 'award_stands', table = 'badge_award';
  end if;
  return new;
end $$;
create trigger award_stands before update or delete on badge_award
  for each row execute function tds_badge_award_stands();

-- Awards whose holder has looked at them: the small celebration is shown once.
create table badge_seen (
  commune_id  integer not null,
  award_id    uuid not null,
  account_id  uuid not null references account (id),
  seen_at     timestamptz not null,
  primary key (commune_id, award_id, account_id),
  foreign key (commune_id, award_id) references badge_award (commune_id, id)
);

-- How far the decisions of a commune have been looked at. The daily round looks at everything anew.
create table badge_progress (
  commune_id      integer not null references commune (id),
  decided_until   timestamptz not null,
  whole_round_on  date,
  primary key (commune_id)
);

-- Weeks that break nobody's streak and count for nobody's: storm, Tết, harvest, leave. For all or for one member.
create table excused_week (
  commune_id    integer not null references commune (id),
  id            uuid not null,
  first_day     date not null,
  last_day      date not null check (last_day >= first_day and last_day <= first_day + 92),
  reason        text not null check (reason in ('storm', 'tet', 'harvest', 'leave', 'other')),
  note          text check (char_length(note) <= 300),
  -- Null: everybody of the commune.
  member_id     uuid,
  declared_by   uuid not null references account (id),
  declared_at   timestamptz not null,
  withdrawn_by  uuid references account (id),
  withdrawn_at  timestamptz,
  primary key (commune_id, id),
  foreign key (commune_id, member_id) references member (commune_id, id),
  check ((withdrawn_by is null) = (withdrawn_at is null))
);
create index excused_week_standing on excused_week (commune_id, first_day) where withdrawn_at is null;

select tds_append_only('badge_definition');
select tds_commune_table('badge_draft');
select tds_commune_table('badge_award');
revoke delete on badge_award from tds_app, tds_maintain;
select tds_append_only('badge_seen');
select tds_commune_table('badge_progress');
select tds_commune_table('excused_week');

select tds_audited('badge_definition', array['proposed_by', 'published_by']);
select tds_audited('badge_draft', array['revision', 'proposed_by']);
select tds_audited('badge_award', array['badge_key', 'version', 'subject', 'subject_id', 'tier', 'occasion', 'earned_on', 'granted_by',
  'number', 'valid_until', 'is_final', 'revoked_by', 'revoke_reason']);
select tds_audited('excused_week', array['first_day', 'last_day', 'reason', 'member_id', 'withdrawn_by']);
