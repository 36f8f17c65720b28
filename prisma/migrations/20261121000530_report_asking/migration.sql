-- A unit is taken off a period it need not report on, with a reason, and may be asked again. Its sheet stays where it
-- was, with whatever was written; only who is asked changes, and each change stays.

alter table report add column is_asked boolean not null default true;
-- Teams owe what the plan asks of them, and the office its own: only a unit is taken off.
alter table report add constraint report_of_a_unit_or_asked check (is_asked or organisation_id is not null);

create table report_asking (
  commune_id  integer not null,
  report_id   uuid not null,
  number      integer not null check (number > 0),
  act         text not null check (act in ('taken_off', 'asked_again')),
  reason      text check (char_length(reason) between 3 and 300),
  done_by     uuid not null references account (id),
  done_at     timestamptz not null,
  primary key (commune_id, report_id, number),
  foreign key (commune_id, report_id) references report (commune_id, id),
  check ((act = 'taken_off') = (reason is not null))
);

select tds_append_only('report_asking');
select tds_audited('report_asking', array['act', 'reason']);
