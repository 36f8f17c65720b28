// $1 now, $2 the most rows to remove. Outbox keys and failed jobs stay: a key makes one job for ever, and a failed
// job waits for a human.

export const PRUNINGS = {
  /** Ended sessions are kept a week, so that "what was that?" can still be answered. */
  session: `
    delete from session where id in (
      select id from session
      where least(expires_at, coalesce(revoked_at, expires_at)) < $1::timestamptz - interval '7 days'
      limit $2)`,
  proof_challenge: `
    delete from proof_challenge where (holder, purpose) in (
      select holder, purpose from proof_challenge where expires_at < $1::timestamptz limit $2)`,
  throttle: `
    delete from throttle where key in (
      select key from throttle where expire < extract(epoch from $1::timestamptz) * 1000 limit $2)`,
  outbox: `
    delete from outbox where id in (
      select id from outbox where processed_at < $1::timestamptz - interval '30 days' limit $2)`,
  /** The latest time of each schedule stays: it is where catching up begins. */
  schedule_run: `
    delete from schedule_run where (schedule, due_at) in (
      select schedule, due_at from schedule_run old
      where due_at < $1::timestamptz - interval '90 days'
        and exists (select from schedule_run newer
                    where newer.schedule = old.schedule and newer.due_at > old.due_at)
      limit $2)`,
} as const;

export type Pruning = keyof typeof PRUNINGS;
