-- H07-H09, G07, G09, L19, E09: the library of materials, each with its source and date.

create table material (
  commune_id     integer not null references commune (id),
  id             uuid not null,
  title          text not null check (char_length(title) between 3 and 160),
  kind           text not null check (kind in ('infographic', 'poster', 'clip', 'audio', 'guide', 'course')),
  field          text not null check (field in ('general', 'government', 'economy', 'society', 'health', 'education',
                   'agriculture', 'commerce', 'tourism', 'safety')),
  topics         text[] not null default '{}' check (cardinality(topics) <= 8),
  -- Kinds of work beside which it is offered.
  kinds          text[] not null default '{}' check (cardinality(kinds) <= 40),
  source         text not null check (char_length(source) between 2 and 160),
  issued_on      date not null,
  is_plain       boolean not null,
  is_large_type  boolean not null,
  -- What the village's loudspeaker reads out (H09).
  spoken_text    text check (char_length(spoken_text) between 20 and 3000),
  link           text check (char_length(link) between 8 and 500),
  photo_id       uuid,
  file_id        uuid,
  -- Title, source and words for search, folded.
  search         text not null,
  state          text not null check (state in ('proposed', 'shown', 'returned', 'withdrawn')),
  is_public      boolean not null,
  -- H08: the member who made it; null for what was received from above.
  maker_id       uuid,
  entered_by     uuid not null references account (id),
  entered_at     timestamptz not null,
  decided_by     uuid references account (id),
  decided_at     timestamptz,
  reason         text check (char_length(reason) between 3 and 300),
  opened         integer not null default 0 check (opened >= 0),
  revision       integer not null default 1 check (revision > 0),
  primary key (commune_id, id),
  foreign key (commune_id, maker_id) references member (commune_id, id),
  foreign key (commune_id, photo_id) references photo (commune_id, id),
  check (link is not null or photo_id is not null or file_id is not null or spoken_text is not null),
  check (not is_public or state = 'shown'),
  check (state <> 'returned' or reason is not null)
);
create index material_state on material (commune_id, state, issued_on);
create index material_photo on material (commune_id, photo_id) where photo_id is not null;

select tds_commune_table('material');
revoke delete on material from tds_app, tds_maintain;
select tds_audited('material', array['title', 'kind', 'state', 'is_public', 'decided_by']);
