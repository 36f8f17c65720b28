// Every statement over the outbox. Times are the database's, so that the clocks of several machines never disagree.

const IS_OPEN = "processed_at is null and failed_at is null";

/** $1 job, $2 payload, $3 deduplication key or null, $4 not before or null. */
export const ENQUEUE = `
  with taken as (
    insert into outbox_key (job, key) select $1, $3 where $3::text is not null
    on conflict do nothing returning 1
  )
  insert into outbox (job, payload, due_at)
  select $1, $2::jsonb, greatest(coalesce($4::timestamptz, now()), now())
  where $3::text is null or exists (select from taken)`;

/** Rows to call a worker for. $1 silence in ms after which a call counts as lost, $2 horizon in ms, $3 limit. */
export const CLAIM_UNPUBLISHED = `
  update outbox set published_at = now()
  where id in (
    select id from outbox
    where ${IS_OPEN}
      and due_at <= now() + $2 * interval '1 ms'
      and (published_at is null or greatest(published_at, due_at) < now() - $1 * interval '1 ms')
    order by due_at, id limit $3
    for update skip locked
  )
  returning id, job, greatest(0, ceil(extract(epoch from due_at - now()) * 1000))::int as "delayMs"`;

/** After the backend was gone nobody knows which calls it still remembers. */
export const FORGET_CALLS = `
  update outbox set published_at = null
  where id in (select id from outbox where ${IS_OPEN} and published_at is not null for update skip locked)`;

/** Counts the run before it begins, so that a run that dies with its process is counted too. $1 id. */
export const BEGIN_RUN = `
  update outbox set starts = starts + 1
  where id = (select id from outbox where id = $1::uuid and ${IS_OPEN} for update skip locked)
  returning payload, starts, failures`;

/** First in the transaction of the effect: until it ends, every other run of the row finds nothing. $1 id. */
export const MARK_PROCESSED = `
  update outbox set processed_at = now()
  where id = (select id from outbox where id = $1::uuid and ${IS_OPEN} for update skip locked)`;

/** $1 id, $2 failure, $3 pause in ms, $4 whether it was the last attempt. */
export const RECORD_FAILURE = `
  update outbox set
    failures = failures + 1,
    failure = $2,
    due_at = now() + $3 * interval '1 ms',
    published_at = now(),
    failed_at = case when $4::boolean then now() end
  where id = $1::uuid and ${IS_OPEN}`;

/** $1 id. */
export const RETRY_FAILED = `
  update outbox set failed_at = null, failures = 0, starts = 0, published_at = null, due_at = now()
  where id = $1::uuid and failed_at is not null`;

export const RING_OUTBOX = "select pg_notify('tds_outbox', '')";

export const OUTBOX_CHANNEL = "tds_outbox";

export const READ_BACKLOG = `
  select
    (select count(*)::int from outbox where ${IS_OPEN} and due_at <= now()) as due,
    coalesce((select greatest(0, extract(epoch from now() - min(due_at)))::float8 from outbox
              where ${IS_OPEN} and due_at <= now()), 0) as "oldestDueSeconds",
    (select count(*)::int from outbox where failed_at is not null) as failed`;

/** $1 limit. */
export const READ_FAILED = `
  select id, job, payload, failures, failure, failed_at as "failedAt"
  from outbox where failed_at is not null order by failed_at desc, id limit $1`;

/** One process at a time looks at the clock. */
export const LOCK_SCHEDULES = "select pg_advisory_xact_lock(7236530119)";

/**
 * Takes one time of a schedule, or nothing when somebody has it. A schedule that was never seen starts counting
 * here and makes no job. $1 schedule, $2 due at.
 */
export const TAKE_SCHEDULED_TIME = `
  insert into schedule_run (schedule, due_at, is_baseline)
  select $1, $2::timestamptz, not exists (select from schedule_run where schedule = $1)
  where not exists (select from schedule_run where schedule = $1 and due_at >= $2::timestamptz)
  on conflict do nothing
  returning is_baseline as "isBaseline"`;
