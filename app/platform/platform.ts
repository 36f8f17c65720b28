import type { Logger } from "pino";
import type { ApartRunner } from "./apart/apart.ts";
import type { Clock, RandomSource } from "./clock/clock.ts";
import type { Batches } from "./coalesce/batches.ts";
import type { Config } from "./config/config.ts";
import type { Database } from "./db/database.ts";
import type { JobQueue } from "./jobs/job.ts";
import type { KeptPages } from "./kept-pages/kept-pages.ts";
import type { KeptValues } from "./kept-values/kept-values.ts";
import type { KeyRing } from "./keys/key-ring.ts";
import type { LiveHub } from "./live/live-hub.ts";
import type { Metrics } from "./metrics/metrics.ts";
import type { PasswordHasher } from "./passwords/password-hasher.ts";
import type { Throttle } from "./throttle/throttle.ts";

/**
 * Everything outside the program, in one object built once by app/server. The Remix bundle and the server
 * hold two copies of every module, so module-level state would be two states: there is none but this.
 */
export interface Platform {
  readonly config: Config;
  readonly clock: Clock;
  readonly random: RandomSource;
  readonly log: Logger;
  readonly db: Database;
  readonly jobs: JobQueue;
  readonly batches: Batches;
  readonly live: LiveHub;
  readonly pages: KeptPages;
  readonly values: KeptValues;
  readonly throttle: Throttle;
  readonly keys: KeyRing;
  readonly passwords: PasswordHasher;
  readonly metrics: Metrics;
  readonly apart: ApartRunner;
}

/** What the server knows of one request before any route runs. */
export interface Visit {
  readonly requestId: string;
  /** The caller's address after trusted proxies, for throttling; never stored or logged in the clear. */
  readonly clientAddress: string;
  /** For inline scripts under the content security policy. */
  readonly nonce: string;
}

declare module "@remix-run/server-runtime" {
  interface AppLoadContext {
    platform: Platform;
    visit: Visit;
  }
}
