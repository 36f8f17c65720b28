-- Targets of a plan year (B01 to B25, L02, A41). The figure asked, its words and "phấn đấu" are the plan's own and stand
-- in its versions; here stands what the office adds: what counts it, steps on the way, the papers it comes from, and who
-- answers for it. The latest revision holds.
create table target_detail (
  commune_id     integer not null references commune (id),
  year           integer not null check (year between 2020 and 2100),
  target_key     text not null check (target_key ~ '^[a-z0-9][a-z0-9-]{1,59}$'),
  revision       integer not null check (revision > 0),
  source         text not null,
  -- [{lastDay, basisPoints}]
  steps          jsonb not null check (jsonb_typeof(steps) = 'array'),
  -- [{tier, document, text}], from the top
  lineage        jsonb not null check (jsonb_typeof(lineage) = 'array'),
  accountable_id uuid references account (id),
  -- A target the commune has from elsewhere; null for one of the plan.
  own            jsonb,
  is_retired     boolean not null default false,
  made_by        uuid not null references account (id),
  made_at        timestamptz not null,
  primary key (commune_id, year, target_key, revision)
);

-- B19: figures somebody else counted. The latest day told holds, and of one day the latest entry.
create table target_figure (
  commune_id  integer not null references commune (id),
  id          uuid not null,
  year        integer not null check (year between 2020 and 2100),
  target_key  text not null check (target_key ~ '^[a-z0-9][a-z0-9-]{1,59}$'),
  -- Null: the whole commune.
  village_id  integer,
  told_on     date not null,
  part        integer check (part >= 0),
  whole       integer check (whole > 0),
  place       integer check (place > 0),
  document    text not null check (char_length(document) between 3 and 200),
  entered_by  uuid not null references account (id),
  entered_at  timestamptz not null,
  primary key (commune_id, id),
  foreign key (commune_id, village_id) references village (commune_id, id),
  check ((place is not null) <> (part is not null and whole is not null)),
  check (part is null or part <= whole)
);
create index target_figure_target on target_figure (commune_id, year, target_key, told_on desc, entered_at desc);

-- B18, E05, E06: which villages are town. Where nothing is said, the kind of the commune says it.
create table village_area (
  commune_id  integer not null,
  village_id  integer not null,
  is_urban    boolean not null,
  changed_by  uuid not null references account (id),
  changed_at  timestamptz not null,
  primary key (commune_id, village_id),
  foreign key (commune_id, village_id) references village (commune_id, id)
);

-- B23: what a team is asked is proposed by one person and approved by another. Until then the plan's own quota holds.
alter table assigned_target add unique (commune_id, team_id, month_id, measure, revision, proposed_by);
create table assigned_target_decision (
  commune_id   integer not null,
  team_id      integer not null,
  month_id     integer not null,
  measure      text not null,
  revision     integer not null,
  proposed_by  uuid not null,
  verdict      text not null check (verdict in ('approve', 'refuse')),
  reason       text check (char_length(reason) between 3 and 300),
  decided_by   uuid not null references account (id),
  decided_at   timestamptz not null,
  primary key (commune_id, team_id, month_id, measure, revision),
  foreign key (commune_id, team_id, month_id, measure, revision, proposed_by)
    references assigned_target (commune_id, team_id, month_id, measure, revision, proposed_by),
  check (decided_by <> proposed_by),
  check (verdict = 'approve' or reason is not null)
);

-- B24: a team's own plan of the year. A revision is written once; an approved one holds until a later one is approved.
create table team_plan (
  commune_id    integer not null,
  team_id       integer not null,
  year          integer not null check (year between 2020 and 2100),
  revision      integer not null check (revision > 0),
  -- {targets: [{key, count}], tasks: [{text, dueOn}]}
  content       jsonb not null,
  is_submitted  boolean not null,
  written_by    uuid not null references account (id),
  written_at    timestamptz not null,
  primary key (commune_id, team_id, year, revision),
  unique (commune_id, team_id, year, revision, written_by),
  foreign key (commune_id, team_id) references team (commune_id, id)
);
create table team_plan_decision (
  commune_id  integer not null,
  team_id     integer not null,
  year        integer not null,
  revision    integer not null,
  written_by  uuid not null,
  verdict     text not null check (verdict in ('approve', 'return')),
  note        text check (char_length(note) between 3 and 500),
  decided_by  uuid not null references account (id),
  decided_at  timestamptz not null,
  primary key (commune_id, team_id, year, revision),
  foreign key (commune_id, team_id, year, revision, written_by)
    references team_plan (commune_id, team_id, year, revision, written_by),
  check (decided_by <> written_by),
  check (verdict = 'approve' or note is not null)
);

select tds_append_only('target_detail');
select tds_append_only('target_figure');
select tds_commune_table('village_area');
revoke delete on village_area from tds_app, tds_maintain;
select tds_append_only('assigned_target_decision');
select tds_append_only('team_plan');
select tds_append_only('team_plan_decision');

select tds_audited('target_detail', array['source', 'steps', 'lineage', 'accountable_id', 'own', 'is_retired']);
select tds_audited('target_figure', array['village_id', 'told_on', 'part', 'whole', 'place', 'document']);
select tds_audited('village_area', array['is_urban']);
select tds_audited('assigned_target_decision', array['verdict', 'reason']);
select tds_audited('team_plan', array['content', 'is_submitted']);
select tds_audited('team_plan_decision', array['verdict', 'note']);
