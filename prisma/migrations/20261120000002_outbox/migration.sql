-- Jobs. A row here is the job; what stands in BullMQ is only the call that wakes a worker for it.

create table outbox (
  id           uuid primary key default gen_random_uuid(),
  -- "queue.verb-noun"
  job          text not null check (job ~ '^[a-z0-9-]+\.[a-z0-9-]+$'),
  payload      jsonb not null,
  created_at   timestamptz not null default now(),
  due_at       timestamptz not null default now(),
  -- When a worker was last called for it; null when nobody has been.
  published_at timestamptz,
  -- Runs begun and runs that ended in an error. The difference is runs that died with their process.
  starts       integer not null default 0 check (starts >= 0),
  failures     integer not null default 0 check (failures >= 0),
  failure      text check (char_length(failure) <= 500),
  -- Written in the transaction of the effect: an effect and its mark are there together or not at all.
  processed_at timestamptz,
  failed_at    timestamptz,
  check (processed_at is null or failed_at is null)
);
create index outbox_open on outbox (due_at, id) where processed_at is null and failed_at is null;
create index outbox_processed on outbox (processed_at) where processed_at is not null;
create index outbox_failed on outbox (failed_at) where failed_at is not null;

-- A queue is written and emptied all day: the dead rows are cleared away before the open ones are hard to find.
alter table outbox set (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 500);

-- Outlives its outbox row, so that a key makes one job however late it is used again.
create table outbox_key (
  job        text not null,
  key        text not null check (char_length(key) between 1 and 200),
  created_at timestamptz not null default now(),
  primary key (job, key)
);

-- One row for each time the clock made a job. The primary key lets one process win.
create table schedule_run (
  schedule    text not null,
  due_at      timestamptz not null,
  made_at     timestamptz not null default now(),
  -- The time that had passed when the schedule was first seen: it is where counting starts, and made no job.
  is_baseline boolean not null,
  primary key (schedule, due_at)
);

create function tds_ring_outbox() returns trigger language plpgsql as $$
begin
  perform pg_notify('tds_outbox', '');
  return null;
end $$;

-- Heard at commit, never before; several in one transaction are one.
create trigger outbox_bell after insert on outbox for each statement execute function tds_ring_outbox();

select tds_global_table('outbox');
select tds_global_table('outbox_key');
select tds_global_table('schedule_run');
