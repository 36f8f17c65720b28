-- "Giao chỉ tiêu cho Tổ" (B22): what a team is asked to reach in a month, each word of it with who said it and when.
-- The latest revision holds; where there is none, the plan's own quota does.
create table assigned_target (
  commune_id   integer not null,
  team_id      integer not null,
  -- 202611, as month.id; a target may be set before its month is opened.
  month_id     integer not null check (month_id between 202001 and 210012 and month_id % 100 between 1 and 12),
  measure      text not null check (measure in ('proficient_people')),
  revision     integer not null check (revision > 0),
  -- Null: the plan's own quota again.
  value        integer check (value between 1 and 10000),
  proposed_by  uuid not null references account (id),
  proposed_at  timestamptz not null,
  primary key (commune_id, team_id, month_id, measure, revision),
  foreign key (commune_id, team_id) references team (commune_id, id)
);

select tds_append_only('assigned_target');
select tds_audited('assigned_target', array['value']);
