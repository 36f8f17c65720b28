-- H01 to H03, B10, H10 to H12: what villages tell each other, who agreed to be named in it, where it was published,
-- and who took it over.

create table story (
  commune_id    integer not null references commune (id),
  id            uuid not null,
  author_id     uuid not null references account (id),
  -- Null for whoever is on no roster: an office writes too, and earns nothing by it.
  member_id     uuid,
  team_id       integer,
  village_id    integer,
  state         text not null check (state in ('draft', 'submitted', 'needs_changes', 'approved', 'published', 'removed')),
  version       integer not null check (version >= 1),
  approved_by   uuid references account (id),
  published_by  uuid references account (id),
  published_on  date,
  published_at  timestamptz,
  -- The author's ordinary record of work; what it is worth, its own path decides.
  claim_id      uuid,
  created_at    timestamptz not null,
  changed_at    timestamptz not null,
  primary key (commune_id, id),
  foreign key (commune_id, member_id) references member (commune_id, id),
  foreign key (commune_id, team_id) references team (commune_id, id),
  foreign key (commune_id, village_id) references village (commune_id, id),
  foreign key (commune_id, claim_id) references claim (commune_id, id),
  -- The editor is never the author.
  check (approved_by is null or approved_by <> author_id),
  check (state not in ('approved', 'published') or approved_by is not null),
  check (state <> 'published' or (published_by is not null and published_on is not null and published_at is not null))
);
create index story_state on story (commune_id, state, published_on desc);
create index story_author on story (commune_id, author_id);

-- What was written stays as it was written.
create table story_version (
  commune_id  integer not null,
  story_id    uuid not null,
  version     integer not null check (version >= 1),
  kind        text not null check (kind in ('example', 'good_practice', 'short_guide', 'fraud_warning', 'news')),
  field       text not null check (field in ('government', 'economy', 'society', 'common')),
  movement    text check (char_length(movement) between 1 and 160),
  title       text not null check (char_length(title) between 5 and 120),
  body        text not null check (char_length(body) between 40 and 6000),
  video_link  text check (char_length(video_link) between 8 and 300),
  photos      uuid[] not null default '{}' check (cardinality(photos) <= 4),
  written_by  uuid not null references account (id),
  written_at  timestamptz not null,
  primary key (commune_id, story_id, version),
  foreign key (commune_id, story_id) references story (commune_id, id)
);

-- Somebody named or shown, and who asked them when. A consent that was taken back takes the story off the pages.
create table story_person (
  commune_id    integer not null,
  id            uuid not null,
  story_id      uuid not null,
  name          text not null check (char_length(name) between 2 and 80),
  asked_by      text check (char_length(asked_by) between 2 and 80),
  asked_on      date,
  recorded_by   uuid references account (id),
  withdrawn_on  date,
  -- Taken out of the list before anything was published.
  is_dropped    boolean not null default false,
  primary key (commune_id, id),
  foreign key (commune_id, story_id) references story (commune_id, id),
  check ((asked_by is null) = (asked_on is null) and (asked_by is null) = (recorded_by is null)),
  check (withdrawn_on is null or asked_on is not null)
);
create unique index story_person_name on story_person (commune_id, story_id, lower(name)) where not is_dropped;

-- Each step is an act of a person, with the reason where one is asked for.
create table story_step (
  commune_id  integer not null,
  id          uuid not null,
  story_id    uuid not null,
  act         text not null check (act in ('write', 'submit', 'return', 'approve', 'publish', 'remove')),
  version     integer not null,
  reason      text check (char_length(reason) between 3 and 500),
  done_by     uuid not null references account (id),
  done_at     timestamptz not null,
  primary key (commune_id, id),
  foreign key (commune_id, story_id) references story (commune_id, id),
  check (act not in ('return', 'remove') or reason is not null)
);
create index story_step_story on story_step (commune_id, story_id, done_at);

create table story_link (
  commune_id    integer not null,
  id            uuid not null,
  story_id      uuid not null,
  channel       text not null check (channel in ('portal', 'zalo_oa', 'facebook', 'digital_village', 'video',
                                                  'loudspeaker', 'notice_board')),
  link          text check (char_length(link) between 8 and 300),
  published_on  date not null,
  recorded_by   uuid not null references account (id),
  recorded_at   timestamptz not null,
  primary key (commune_id, id),
  foreign key (commune_id, story_id) references story (commune_id, id),
  -- What is heard or pinned to a board has no address.
  check (link is not null or channel in ('loudspeaker', 'notice_board'))
);
create index story_link_story on story_link (commune_id, story_id);

-- H03: another team takes it over, does it, and somebody else confirms that it was done.
create table story_adoption (
  commune_id    integer not null,
  id            uuid not null,
  story_id      uuid not null,
  team_id       integer not null,
  promise       text not null check (char_length(promise) between 3 and 500),
  due_on        date not null,
  state         text not null check (state in ('taken', 'done', 'confirmed', 'given_up')),
  taken_by      uuid not null references account (id),
  taken_at      timestamptz not null,
  result        text check (char_length(result) between 3 and 500),
  done_on       date,
  reported_by   uuid references account (id),
  confirmed_by  uuid references account (id),
  confirmed_at  timestamptz,
  -- Whether the author's record took it in as one more reuse; beyond the bonus's most it does not.
  is_credited   boolean not null default false,
  primary key (commune_id, id),
  foreign key (commune_id, story_id) references story (commune_id, id),
  foreign key (commune_id, team_id) references team (commune_id, id),
  check (state not in ('done', 'confirmed') or (result is not null and done_on is not null and reported_by is not null)),
  check ((state = 'confirmed') = (confirmed_by is not null)),
  check (confirmed_by is null or (confirmed_by <> taken_by and confirmed_by <> reported_by))
);
create unique index story_adoption_team on story_adoption (commune_id, story_id, team_id) where state <> 'given_up';

select tds_commune_table('story');
select tds_append_only('story_version');
select tds_commune_table('story_person');
select tds_append_only('story_step');
select tds_append_only('story_link');
select tds_commune_table('story_adoption');
revoke delete on story, story_person, story_adoption from tds_app, tds_maintain;

select tds_audited('story', array['author_id', 'state', 'version', 'approved_by', 'published_by', 'claim_id']);
select tds_audited('story_person', array['story_id', 'asked_on', 'recorded_by', 'withdrawn_on', 'is_dropped']);
select tds_audited('story_link', array['story_id', 'channel', 'published_on']);
select tds_audited('story_adoption', array['story_id', 'team_id', 'state', 'confirmed_by', 'is_credited']);
