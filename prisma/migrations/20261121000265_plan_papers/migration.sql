-- J26: scans of a plan's papers; number and date are typed by a person. L27: who has seen a published version.
create table plan_paper (
  commune_id  integer not null,
  id          uuid not null,
  plan_id     uuid not null,
  file_id     uuid not null,
  number      text not null check (char_length(number) between 1 and 60),
  issued_on   date not null,
  title       text not null check (char_length(title) between 2 and 300),
  -- Number and title without diacritics, for searching.
  folded      text not null check (char_length(folded) between 1 and 800),
  entered_by  uuid not null references account (id),
  entered_at  timestamptz not null,
  removed_at  timestamptz,
  removed_by  uuid references account (id),
  primary key (commune_id, id),
  foreign key (commune_id, plan_id) references plan (commune_id, id),
  foreign key (commune_id, file_id) references stored_file (commune_id, id),
  check ((removed_at is null) = (removed_by is null))
);
create index plan_paper_plan on plan_paper (commune_id, plan_id, issued_on);

create table plan_receipt (
  commune_id  integer not null,
  plan_id     uuid not null,
  version     integer not null,
  account_id  uuid not null references account (id),
  seen_at     timestamptz not null,
  primary key (commune_id, plan_id, version, account_id),
  foreign key (commune_id, plan_id, version) references plan_version (commune_id, plan_id, version)
);

-- J22: who looked at the work of which team, what was found, and what came of it.
create table inspection (
  commune_id       integer not null references commune (id),
  id               uuid not null,
  village_id       integer not null,
  team_id          integer,
  inspected_on     date not null,
  inspectors       text not null check (char_length(inspectors) between 2 and 300),
  result           text not null check (result in ('good', 'to_improve', 'serious')),
  findings         text not null check (char_length(findings) between 5 and 3000),
  follow_up        text check (char_length(follow_up) between 3 and 1000),
  follow_up_due    date,
  followed_up_on   date,
  follow_up_note   text check (char_length(follow_up_note) between 2 and 1000),
  file_id          uuid,
  entered_by       uuid not null references account (id),
  entered_at       timestamptz not null,
  primary key (commune_id, id),
  foreign key (commune_id, village_id) references village (commune_id, id),
  foreign key (commune_id, team_id) references team (commune_id, id),
  foreign key (commune_id, file_id) references stored_file (commune_id, id),
  check ((follow_up is null) = (follow_up_due is null)),
  check (followed_up_on is null or follow_up is not null),
  check ((followed_up_on is null) = (follow_up_note is null))
);
create index inspection_day on inspection (commune_id, inspected_on desc);

select tds_commune_table('plan_paper');
select tds_append_only('plan_receipt');
select tds_commune_table('inspection');
revoke delete on plan_paper, inspection from tds_app, tds_maintain;
select tds_audited('plan_paper', array['plan_id', 'number', 'issued_on', 'removed_at']);
select tds_audited('plan_receipt', array[]::text[]);
select tds_audited('inspection', array['village_id', 'team_id', 'inspected_on', 'result', 'followed_up_on']);
