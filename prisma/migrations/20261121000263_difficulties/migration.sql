-- I01 to I04, L28: what hinders a team, who has it now, and every step it took.
create table difficulty (
  commune_id   integer not null references commune (id),
  id           uuid not null,
  field        text not null check (field in ('public_services', 'platform', 'network', 'payment', 'safety', 'health',
                 'education', 'resources', 'organisation', 'plan', 'other')),
  content      text not null check (char_length(content) between 5 and 2000),
  proposal     text check (char_length(proposal) between 3 and 2000),
  -- Of the team it was raised in; null where an office or a union raised it.
  team_id      integer,
  village_id   integer,
  unit_name    text check (char_length(unit_name) between 2 and 160),
  -- L28: the plan it speaks of.
  plan_id      uuid,
  stage        text not null check (stage in ('team', 'office', 'committee', 'upper')),
  owner_unit   text check (char_length(owner_unit) between 2 and 160),
  owner_id     uuid references account (id),
  due_on       date not null,
  state        text not null check (state in ('open', 'answered')),
  answered_at  timestamptz,
  raised_by    uuid not null references account (id),
  raised_at    timestamptz not null,
  primary key (commune_id, id),
  foreign key (commune_id, team_id) references team (commune_id, id),
  foreign key (commune_id, village_id) references village (commune_id, id),
  foreign key (commune_id, plan_id) references plan (commune_id, id),
  check ((field = 'plan') = (plan_id is not null)),
  check ((team_id is null) = (unit_name is not null)),
  check ((state = 'answered') = (answered_at is not null))
);
create index difficulty_open on difficulty (commune_id, state, due_on);
create index difficulty_team on difficulty (commune_id, team_id, raised_at);

create table difficulty_event (
  commune_id     integer not null,
  id             uuid not null,
  difficulty_id  uuid not null,
  kind           text not null check (kind in ('raised', 'routed', 'escalated', 'returned', 'noted', 'answered', 'reopened')),
  stage          text not null check (stage in ('team', 'office', 'committee', 'upper')),
  owner_unit     text check (char_length(owner_unit) between 2 and 160),
  due_on         date,
  note           text check (char_length(note) between 1 and 2000),
  by_account     uuid not null references account (id),
  at             timestamptz not null,
  primary key (commune_id, id),
  foreign key (commune_id, difficulty_id) references difficulty (commune_id, id)
);
create index difficulty_event_of on difficulty_event (commune_id, difficulty_id, at);

-- I03: which office solves what.
create table difficulty_route (
  commune_id  integer not null references commune (id),
  field       text not null check (field in ('public_services', 'platform', 'network', 'payment', 'safety', 'health',
                'education', 'resources', 'organisation', 'plan', 'other')),
  unit_name   text not null check (char_length(unit_name) between 2 and 160),
  keeper_id   uuid references account (id),
  changed_by  uuid not null references account (id),
  changed_at  timestamptz not null,
  primary key (commune_id, field)
);

select tds_commune_table('difficulty');
select tds_append_only('difficulty_event');
select tds_commune_table('difficulty_route');
revoke delete on difficulty from tds_app, tds_maintain;
select tds_audited('difficulty', array['field', 'team_id', 'stage', 'owner_id', 'due_on', 'state']);
select tds_audited('difficulty_event', array['difficulty_id', 'kind', 'stage', 'by_account']);
select tds_audited('difficulty_route', array['unit_name', 'keeper_id']);
