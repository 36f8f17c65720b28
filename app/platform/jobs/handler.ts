import type { Tx } from "../db/database.ts";
import type { Platform } from "../platform.ts";
import type { JobDefinition, ScheduleDefinition } from "./job.ts";

export interface JobWork<Payload> {
  /** The transaction that also marks the job as processed: whatever is written here happens exactly once. */
  readonly tx: Tx;
  readonly payload: Payload;
  readonly platform: Platform;
  /** Ends when the job's time is over. What the handler does outside `tx` must stop then, and may run twice. */
  readonly signal: AbortSignal;
}

/** A handler whose payload type is known to itself alone, so that all handlers fit in one list. */
export interface JobHandler {
  readonly definition: Omit<JobDefinition, "payload" | "communesOf">;
  /** Reads the stored payload; null when it is not one this version understands. */
  read(payload: unknown): ReadyJob | null;
}

export interface ReadyJob {
  readonly communes: readonly number[];
  run(work: Omit<JobWork<never>, "payload">): Promise<void>;
}

export interface JobCatalogue {
  readonly handlers: readonly JobHandler[];
  readonly schedules: readonly ScheduleDefinition[];
}

export function defineHandler<Payload>(
  definition: JobDefinition<Payload>,
  handle: (work: JobWork<Payload>) => Promise<void>,
): JobHandler {
  return {
    definition,
    read(stored) {
      const read = definition.payload.safeParse(stored);
      if (!read.success) return null;
      const payload = read.data;
      return {
        communes: definition.communesOf?.(payload) ?? [],
        run: (work) => handle({ ...work, payload }),
      };
    },
  };
}
