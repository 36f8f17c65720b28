import { streamRows } from "../stream-rows.server.ts";
import type { Check, VerifyContext } from "./check.ts";

/** A row waits rightly while no worker runs: then nobody could have done it, and the next start will. */
const WORKER_IS_THERE = `
select exists (select from pg_stat_activity
                where datname = current_database() and application_name like 'tds jobs %') as "isThere"`;

const READ_LATE = `
select id, job, extract(epoch from now() - due_at)::int as "lateSeconds"
  from outbox
 where processed_at is null and failed_at is null and due_at < now() - interval '1 minute' order by due_at, id`;

const READ_FAILED = `
select id, job, failures from outbox where failed_at is not null order by failed_at, id`;

/** V14: what was promised in a transaction has happened, or is happening now. */
export const outboxCheck: Check = {
  id: "V14",
  title: "no job is lost: none waits more than a minute, none was given up",
  async *run({ client }: VerifyContext) {
    for await (const row of streamRows<{ id: string; job: string; failures: number }>(client, READ_FAILED)) {
      yield { table: "outbox", row: row.id, says: `${row.job} was given up after ${row.failures} attempts` };
    }
    const { rows } = await client.query<{ isThere: boolean }>(WORKER_IS_THERE);
    if (!rows[0]?.isThere) return;
    for await (const row of streamRows<{ id: string; job: string; lateSeconds: number }>(client, READ_LATE)) {
      yield {
        table: "outbox",
        row: row.id,
        says: `${row.job} has been due for ${row.lateSeconds} s and nobody did it`,
      };
    }
  },
};
