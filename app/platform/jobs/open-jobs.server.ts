import type { Database } from "../db/database.ts";
import { type FailedJob, type JobBacklog, type JobQueue, queueOf } from "./job.ts";
import { ENQUEUE, READ_BACKLOG, READ_FAILED, RETRY_FAILED, RING_OUTBOX } from "./outbox.sql.ts";

/** All that a web process needs of jobs: the outbox. It neither knows nor waits for what runs them. */
export function openJobs(database: Database): JobQueue {
  return {
    async enqueue(tx, definition, payload, options = {}) {
      queueOf(definition.name);
      const stored = JSON.stringify(definition.payload.parse(payload));
      const { deduplicationKey = null, notBefore = null } = options;
      await tx.$executeRawUnsafe(ENQUEUE, definition.name, stored, deduplicationKey, notBefore);
    },
    async readBacklog() {
      const { rows } = await database.pool.query<JobBacklog>(READ_BACKLOG);
      const [backlog] = rows;
      if (!backlog) throw new Error("the backlog is always one row");
      return backlog;
    },
    async readFailed(limit) {
      const { rows } = await database.pool.query<FailedJob>(READ_FAILED, [limit]);
      return rows;
    },
    async retryFailed(tx, id) {
      const changed = await tx.$executeRawUnsafe(RETRY_FAILED, id);
      await tx.$executeRawUnsafe(RING_OUTBOX);
      return changed > 0;
    },
  };
}
