-- J14 to J21: what a plan asks of whom by when. How far it is stands in reports that are only ever added.
create table plan_task (
  commune_id          integer not null references commune (id),
  id                  uuid not null,
  plan_id             uuid not null,
  -- The milestone of the preset it was taken from, once for each plan.
  milestone_key       text check (char_length(milestone_key) between 1 and 60),
  content             text not null check (char_length(content) between 3 and 500),
  time_kind           text not null check (time_kind in ('before', 'by', 'within', 'all_year')),
  -- A day, a calendar period ("2026-06", "2026-Q1") or a year, as its kind says.
  time_value          text not null check (char_length(time_value) between 4 and 10),
  last_day            date not null,
  lead_unit           text not null check (char_length(lead_unit) between 2 and 160),
  coordinating_units  text[] not null default '{}' check (cardinality(coordinating_units) <= 30),
  -- Who tells how far it is, beside the office.
  keeper_id           uuid references account (id),
  revision            integer not null default 1 check (revision > 0),
  entered_by          uuid not null references account (id),
  entered_at          timestamptz not null,
  dropped_at          timestamptz,
  dropped_by          uuid references account (id),
  drop_reason         text check (char_length(drop_reason) between 3 and 300),
  primary key (commune_id, id),
  foreign key (commune_id, plan_id) references plan (commune_id, id),
  check ((dropped_at is null) = (dropped_by is null) and (dropped_at is null) = (drop_reason is null))
);
create unique index plan_task_milestone on plan_task (commune_id, plan_id, milestone_key);

create table plan_task_report (
  commune_id   integer not null,
  id           uuid not null,
  task_id      uuid not null,
  percent      smallint not null check (percent between 0 and 100),
  -- The calendar month a continuous task is ticked for (202606).
  month        integer check (month between 190001 and 299912 and month % 100 between 1 and 12),
  note         text check (char_length(note) between 1 and 1000),
  link         text check (char_length(link) between 8 and 500 and link ~ '^https?://'),
  file_id      uuid,
  reported_by  uuid not null references account (id),
  reported_at  timestamptz not null,
  primary key (commune_id, id),
  foreign key (commune_id, task_id) references plan_task (commune_id, id),
  foreign key (commune_id, file_id) references stored_file (commune_id, id)
);
create index plan_task_report_task on plan_task_report (commune_id, task_id, reported_at);
create index plan_task_report_file on plan_task_report (commune_id, file_id) where file_id is not null;

select tds_commune_table('plan_task');
select tds_append_only('plan_task_report');
revoke delete on plan_task from tds_app, tds_maintain;
select tds_audited('plan_task', array['plan_id', 'content', 'last_day', 'lead_unit', 'keeper_id', 'dropped_at']);
select tds_audited('plan_task_report', array['task_id', 'percent', 'month', 'reported_by']);
