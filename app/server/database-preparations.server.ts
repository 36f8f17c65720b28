import type { Preparation } from "#app/platform/db/preparation.ts";
import { jobsPreparation } from "#app/platform/jobs/prepare-jobs.server.ts";

/** What the parts of the house need in the database before it runs; in this order, at every start. */
export const databasePreparations: readonly Preparation[] = [jobsPreparation];
