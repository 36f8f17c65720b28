import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pino from "pino";
import { afterAll, beforeAll } from "vitest";
import type { Role } from "#app/domain/access/roles.ts";
import { localDateAt } from "#app/domain/calendar/local-date.ts";
import { makeId } from "#app/domain/ids.ts";
import { openSession } from "#app/features/accounts/open-session.server.ts";
import { makeBatches } from "#app/platform/coalesce/make-batches.server.ts";
import type { CommuneScope } from "#app/platform/db/database.ts";
import { openJobs } from "#app/platform/jobs/open-jobs.server.ts";
import { keepPages } from "#app/platform/kept-pages/keep-pages.server.ts";
import { keepValues } from "#app/platform/kept-values/keep-values.ts";
import { openKeyRing } from "#app/platform/keys/open-key-ring.server.ts";
import { type LiveSockets, openLiveSockets } from "#app/platform/live/live-sockets.server.ts";
import { makeMetrics } from "#app/platform/metrics/make-metrics.server.ts";
import { makePasswordHasher } from "#app/platform/passwords/make-password-hasher.server.ts";
import type { Platform } from "#app/platform/platform.ts";
import { makeThrottle } from "#app/platform/throttle/make-throttle.server.ts";
import { apartForTests } from "#tests/support/apart-for-tests.ts";
import { communeScope, type TestDatabase, testDatabase } from "#tests/support/test-database.ts";

/** Friday 20 November 2026, 09:00 in Việt Nam. */
export const NOW = new Date("2026-11-20T02:00:00Z");

export interface Officer {
  readonly accountId: string;
  readonly cookie: string;
}

export interface TestOffice {
  readonly db: TestDatabase;
  readonly platform: Platform;
  setNow(now: Date): void;
  makeAccount(wish?: { isFounder?: boolean; name?: string }): Promise<string>;
  grant(accountId: string, communeId: number, role: Role): Promise<void>;
  /** A person who is all the way in, with a proof of this minute. */
  signIn(accountId: string): Promise<Officer>;
  scope(communeId: number, actorId: string | null): CommuneScope;
}

/** The house on a real database, with a clock the test may turn. Once at the top of a file. */
export function testOffice(): TestOffice {
  const db = testDatabase();
  let now = NOW;
  let platform: Platform | null = null;
  let live: LiveSockets | null = null;
  let closeThrottle = async () => {};
  let dataDir = "";

  beforeAll(async () => {
    now = NOW;
    dataDir = await mkdtemp(path.join(tmpdir(), "tds-office-"));
    const config: Platform["config"] = {
      mode: "test",
      role: "all",
      host: "127.0.0.1",
      port: 3000,
      portWasAsked: true,
      publicOrigins: ["http://localhost:3000"],
      dataDir,
      appRoot: process.cwd(),
      database: null,
      redisUrl: null,
      masterKeyFile: null,
      metricsPort: null,
      trustedProxies: [],
      failpoint: null,
    };
    const log = pino({ level: "silent" });
    const clock = { now: () => now };
    const random = { bytes: (count: number) => new Uint8Array(randomBytes(count)) };
    const metrics = makeMetrics({ ofProcess: false });
    const keys = await openKeyRing({ masterKeyFile: null, dataDir, random });
    const { pool } = db.database;
    live = openLiveSockets({ config, pool, log, metrics });
    const throttle = makeThrottle({ redisUrl: null, pool, keys, clock, log, metrics });
    closeThrottle = () => throttle.close();
    platform = {
      config,
      clock,
      random,
      log,
      db: db.database,
      jobs: openJobs(db.database),
      batches: makeBatches(),
      pages: keepPages(),
      values: keepValues(50),
      live,
      throttle,
      keys,
      passwords: makePasswordHasher(),
      metrics,
      apart: apartForTests(),
    };
  });

  afterAll(async () => {
    await live?.close();
    await closeThrottle();
    await rm(dataDir, { recursive: true, force: true });
  });

  const house = () => {
    if (!platform) throw new Error("the office opens in a beforeAll hook: use it inside tests and hooks");
    return platform;
  };
  const newId = () => makeId(now.getTime(), house().random.bytes(10));
  const stamp = (actorId: string | null) => ({ actorId, verb: "test.plant", requestId: "test" });

  return {
    db,
    get platform() {
      return house();
    },
    setNow(moment) {
      now = moment;
    },
    async makeAccount({ isFounder = false, name = "Lò Thị Mai Sương" } = {}) {
      const id = newId();
      await house().db.withGlobals(stamp(null), (tx) =>
        tx.account.create({
          data: {
            id,
            username: `u${randomBytes(6).toString("hex")}`,
            displayName: name,
            isFounder,
            totpSecretSealed: house().keys.seal("totp", "not asked for here") as Uint8Array<ArrayBuffer>,
            totpConfirmedAt: now,
            createdAt: now,
          },
        }),
      );
      return id;
    },
    async grant(accountId, communeId, role) {
      await house().db.withCommunes(communeScope(communeId), (tx) =>
        tx.roleGrant.create({
          data: {
            id: newId(),
            communeId,
            accountId,
            role,
            validFrom: new Date(`${localDateAt(now.getTime())}T00:00:00Z`),
            grantedAt: now,
          },
        }),
      );
    },
    async signIn(accountId) {
      const opened = await house().db.withGlobals(stamp(accountId), async (tx) => {
        const deviceId = newId();
        await tx.device.create({
          data: {
            id: deviceId,
            accountId,
            browserHash: new Uint8Array(randomBytes(32)),
            label: "test",
            firstSeenAt: now,
            lastSeenAt: now,
          },
        });
        const request = new Request("http://localhost:3000/");
        return openSession(house(), tx, request, { accountId, deviceId, assurance: "second_factor" });
      });
      return { accountId, cookie: opened.cookie.split(";")[0] ?? "" };
    },
    scope: (communeId, actorId) => communeScope(communeId, { actorId }),
  };
}
