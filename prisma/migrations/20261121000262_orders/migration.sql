-- A39, A40: a leader gives members work; the commune gives work to all teams at once. One row for each who was asked.
create table work_order (
  commune_id       integer not null references commune (id),
  id               uuid not null,
  -- To members of one team, or to teams.
  given_to         text not null check (given_to in ('members', 'teams')),
  content          text not null check (char_length(content) between 3 and 300),
  detail           text check (char_length(detail) between 1 and 2000),
  -- The kind of work the log form opens with; nothing is earned by ticking here.
  activity_key     text check (char_length(activity_key) between 1 and 60),
  plan_task_id     uuid,
  issued_by        uuid not null references account (id),
  issued_at        timestamptz not null,
  withdrawn_at     timestamptz,
  withdrawn_by     uuid references account (id),
  withdraw_reason  text check (char_length(withdraw_reason) between 3 and 300),
  primary key (commune_id, id),
  foreign key (commune_id, plan_task_id) references plan_task (commune_id, id),
  check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdraw_reason is null))
);
create index work_order_day on work_order (commune_id, issued_at desc);

create table work_order_part (
  commune_id   integer not null,
  id           uuid not null,
  order_id     uuid not null,
  team_id      integer not null,
  member_id    uuid,
  -- The last day, included; more time moves it.
  due_on       date not null,
  asked_until  date,
  seen_at      timestamptz,
  seen_by      uuid references account (id),
  percent      smallint not null default 0 check (percent between 0 and 100),
  finished_at  timestamptz,
  reminded_at  timestamptz,
  primary key (commune_id, id),
  unique nulls not distinct (commune_id, order_id, team_id, member_id),
  foreign key (commune_id, order_id) references work_order (commune_id, id),
  foreign key (commune_id, team_id) references team (commune_id, id),
  foreign key (commune_id, member_id) references member (commune_id, id),
  check ((percent = 100) = (finished_at is not null))
);
create index work_order_part_team on work_order_part (commune_id, team_id, due_on);
create index work_order_part_member on work_order_part (commune_id, member_id, due_on) where member_id is not null;

create table work_order_event (
  commune_id  integer not null,
  id          uuid not null,
  part_id     uuid not null,
  kind        text not null check (kind in ('seen', 'progress', 'asked_time', 'gave_time', 'kept_time', 'reminded')),
  percent     smallint check (percent between 0 and 100),
  day         date,
  note        text check (char_length(note) between 1 and 1000),
  by_account  uuid not null references account (id),
  at          timestamptz not null,
  primary key (commune_id, id),
  foreign key (commune_id, part_id) references work_order_part (commune_id, id)
);
create index work_order_event_part on work_order_event (commune_id, part_id, at);

select tds_commune_table('work_order');
select tds_commune_table('work_order_part');
select tds_append_only('work_order_event');
revoke delete on work_order, work_order_part from tds_app, tds_maintain;
select tds_audited('work_order', array['given_to', 'activity_key', 'issued_by', 'withdrawn_at']);
select tds_audited('work_order_part', array['order_id', 'team_id', 'member_id', 'due_on', 'percent']);
select tds_audited('work_order_event', array['part_id', 'kind', 'by_account']);
