import type { Platform } from "#app/platform/platform.ts";
import type { ReadinessChecks } from "./edge/probes.server.ts";

/** A due job that waited longer has no worker. */
const JOBS_LATE_SECONDS = 120;

/** What /readyz asks. The house opens its doors only after its migrations, so a missing one means another version's database. */
export function checkReadiness({ db, jobs }: Pick<Platform, "db" | "jobs">): ReadinessChecks {
  return {
    async database() {
      await db.pool.query("select 1");
      return true;
    },
    async jobs() {
      const backlog = await jobs.readBacklog();
      return backlog.oldestDueSeconds < JOBS_LATE_SECONDS;
    },
    async migrations() {
      const { rows } = await db.pool.query<{ unfinished: number }>(
        "select count(*)::int as unfinished from _prisma_migrations where finished_at is null and rolled_back_at is null",
      );
      return rows[0]?.unfinished === 0;
    },
  };
}
