import { runMigrations } from "bullmq";
import type { Preparation } from "../db/preparation.ts";

/** BullMQ's own tables, in a schema of their own. Made in Redis mode too, so that the mode can be changed back. */
export const jobsPreparation: Preparation = {
  name: "jobs",
  schema: "bullmq",
  async run(owner) {
    const client = await owner.connect();
    try {
      await runMigrations(client, "bullmq");
    } finally {
      client.release();
    }
  },
};
