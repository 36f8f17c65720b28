import path from "node:path";
import type { Logger } from "pino";
import { makeApartRunner } from "#app/platform/apart/make-apart-runner.server.ts";
import { systemClock, systemRandom } from "#app/platform/clock/system-clock.server.ts";
import { makeBatches } from "#app/platform/coalesce/make-batches.server.ts";
import type { Config } from "#app/platform/config/config.ts";
import { type OpenedDatabase, openDatabase } from "#app/platform/db/open-database.server.ts";
import { openJobs } from "#app/platform/jobs/open-jobs.server.ts";
import { keepPages } from "#app/platform/kept-pages/keep-pages.server.ts";
import { keepValues } from "#app/platform/kept-values/keep-values.ts";
import { openKeyRing } from "#app/platform/keys/open-key-ring.server.ts";
import { type LiveSockets, openLiveSockets } from "#app/platform/live/live-sockets.server.ts";
import { makeMetrics } from "#app/platform/metrics/make-metrics.server.ts";
import { makePasswordHasher } from "#app/platform/passwords/make-password-hasher.server.ts";
import type { Platform } from "#app/platform/platform.ts";
import { makeThrottle } from "#app/platform/throttle/make-throttle.server.ts";
import { databasePreparations } from "./database-preparations.server.ts";

export interface House {
  readonly platform: Platform;
  readonly live: LiveSockets;
  readonly opened: OpenedDatabase;
  /** Last of all: the embedded database stops here, after everybody who could still need it. */
  close(): Promise<void>;
}

export interface HouseWish {
  /** Commands work beside a running house; the house itself owns its database. */
  readonly mayJoin?: boolean;
  readonly onDatabaseLost?: (reason: unknown) => void;
}

/** Boards of some hundred rows each: a few megabytes. */
const MOST_KEPT_VALUES = 200;

/** The one place where the Platform is built. */
export async function buildHouse(config: Config, log: Logger, wish: HouseWish = {}): Promise<House> {
  const clock = systemClock;
  const random = systemRandom;
  const keys = await openKeyRing({ masterKeyFile: config.masterKeyFile, dataDir: config.dataDir, random });
  const opened = await openDatabase(config, log, {
    preparations: databasePreparations,
    ...(wish.mayJoin === undefined ? {} : { mayJoin: wish.mayJoin }),
    ...(wish.onDatabaseLost === undefined ? {} : { onLost: wish.onDatabaseLost }),
  });
  const { database } = opened;
  const metrics = makeMetrics({ ofProcess: true });
  const live = closedOnce(openLiveSockets({ config, pool: database.pool, log, metrics }));
  const throttle = makeThrottle({
    redisUrl: config.redisUrl,
    pool: database.pool,
    keys,
    clock,
    log,
    metrics,
  });
  const platform: Platform = {
    config,
    clock,
    random,
    log,
    db: database,
    jobs: openJobs(database),
    batches: makeBatches(),
    live,
    pages: keepPages(),
    values: keepValues(MOST_KEPT_VALUES),
    throttle,
    keys,
    passwords: makePasswordHasher(),
    metrics,
    apart: makeApartRunner({ folder: path.join(config.appRoot, "build/server/apart"), log }),
  };
  return {
    platform,
    live,
    opened,
    async close() {
      await live.close();
      await throttle.close();
      await opened.close();
    },
  };
}

/** The doors close the sockets early; a house without doors closes them with everything else. */
function closedOnce(live: LiveSockets): LiveSockets {
  let closed: Promise<void> | null = null;
  return { ...live, close: () => (closed ??= live.close()) };
}
