import { Redis } from "ioredis";
import type { Pool } from "pg";
import type { Logger } from "pino";
import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRedis,
  RateLimiterRes,
} from "rate-limiter-flexible";
import type { Clock } from "../clock/clock.ts";
import type { KeyRing } from "../keys/key-ring.ts";
import type { Metrics } from "../metrics/metrics.ts";
import type { Throttle, ThrottleAnswer, ThrottleRule } from "./throttle.ts";

export interface ThrottleParts {
  readonly redisUrl: string | null;
  /** Of the application's role. */
  readonly pool: Pool;
  readonly keys: KeyRing;
  readonly clock: Clock;
  readonly log: Logger;
  readonly metrics: Metrics;
}

const TABLE = "throttle";
const REDIS_ANSWER_MS = 250;
const POSTGRES_ANSWER_MS = 2_000;
/** A store that did not answer is left alone for this long, so that callers do not all wait for it. */
const REST_MS = 1_000;
const RECONNECT_LIMIT_MS = 2_000;

/**
 * Redis and PostgreSQL both count, and either may refuse: Redis is asked first, so a flood of refused tries never
 * reaches PostgreSQL, while every try that gets through is also counted there. So neither the loss nor the flushing
 * of Redis gives anybody a fresh set of tries. Memory counts only while no store answers at all.
 */
export function makeThrottle(parts: ThrottleParts): Throttle & { close(): Promise<void> } {
  const redis = parts.redisUrl === null ? null : connectRedis(parts.redisUrl, parts.log);
  const stores: Store[] = [makePostgresStore(parts)];
  if (redis) stores.unshift(makeRedisStore(redis, parts));
  const memory = limiterPerRule((options) => new RateLimiterMemory(options));

  return {
    async spend(rule, key) {
      const hashed = hashKey(parts.keys, rule, key);
      let answered = false;
      for (const store of stores) {
        const answer = await store.spend(rule, hashed);
        if (answer === null) continue;
        answered = true;
        if (!answer.ok) return refuse(parts.metrics, rule, answer);
      }
      if (answered) return { ok: true };
      const answer = await consume(memory(rule), hashed);
      return answer.ok ? answer : refuse(parts.metrics, rule, answer);
    },

    async forgive(rule, key) {
      const hashed = hashKey(parts.keys, rule, key);
      await Promise.all([...stores.map((store) => store.forgive(rule, hashed)), memory(rule).delete(hashed)]);
    },

    async close() {
      redis?.disconnect();
    },
  };
}

function hashKey(keys: KeyRing, rule: ThrottleRule, key: string): string {
  return keys.fingerprint("throttle", `${rule.name}\n${key}`).slice(0, 40);
}

function refuse(metrics: Metrics, rule: ThrottleRule, answer: ThrottleAnswer): ThrottleAnswer {
  metrics.count("throttled_total", { rule: rule.name });
  return answer;
}

interface Store {
  /** Null: the store did not answer. */
  spend(rule: ThrottleRule, key: string): Promise<ThrottleAnswer | null>;
  forgive(rule: ThrottleRule, key: string): Promise<void>;
}

type LimiterOptions = { points: number; duration: number; keyPrefix: string };

function limiterPerRule(make: (options: LimiterOptions) => RateLimiterAbstract) {
  const limiters = new Map<string, RateLimiterAbstract>();
  return (rule: ThrottleRule): RateLimiterAbstract => {
    const known = limiters.get(rule.name);
    if (known) return known;
    const made = make({ points: rule.points, duration: rule.perSeconds, keyPrefix: rule.name });
    limiters.set(rule.name, made);
    return made;
  };
}

function makeRedisStore(redis: Redis, { clock, log }: ThrottleParts): Store {
  const limiterOf = limiterPerRule(
    (options) =>
      new RateLimiterRedis({
        ...options,
        keyPrefix: `throttle:${options.keyPrefix}`,
        storeClient: redis,
        rejectIfRedisNotReady: true,
      }),
  );
  return makeStore("redis", limiterOf, REDIS_ANSWER_MS, clock, log);
}

function makePostgresStore({ pool, clock, log }: ThrottleParts): Store {
  const shared = { storeClient: pool, storeType: "pool", tableName: TABLE, tableCreated: true } as const;
  const limiterOf = limiterPerRule(
    (options) => new RateLimiterPostgres({ ...options, ...shared, clearExpiredByTimeout: false }),
  );
  // One limiter clears the whole table of what expired an hour ago; it counts nothing itself.
  new RateLimiterPostgres({
    ...shared,
    points: 1,
    duration: 1,
    keyPrefix: "sweep",
    clearExpiredByTimeout: true,
  });
  return makeStore("postgres", limiterOf, POSTGRES_ANSWER_MS, clock, log);
}

function makeStore(
  name: string,
  limiterOf: (rule: ThrottleRule) => RateLimiterAbstract,
  answerMs: number,
  clock: Clock,
  log: Logger,
): Store {
  let restsUntilMs = 0;
  const attempt = async <Answer>(work: () => Promise<Answer>): Promise<Answer | null> => {
    if (clock.now().getTime() < restsUntilMs) return null;
    try {
      const answer = await within(answerMs, work());
      if (restsUntilMs !== 0) log.info({ store: name }, "the throttle's store answers again");
      restsUntilMs = 0;
      return answer;
    } catch (error) {
      if (restsUntilMs === 0) log.warn({ store: name, err: error }, "the throttle's store does not answer");
      restsUntilMs = clock.now().getTime() + REST_MS;
      return null;
    }
  };
  return {
    spend: (rule, key) => attempt(() => consume(limiterOf(rule), key)),
    forgive: async (rule, key) => {
      await attempt(() => limiterOf(rule).delete(key));
    },
  };
}

/** The library rejects with its answer when the points are used up, and with an error when the store failed. */
async function consume(limiter: RateLimiterAbstract, key: string): Promise<ThrottleAnswer> {
  try {
    await limiter.consume(key);
    return { ok: true };
  } catch (error) {
    if (error instanceof RateLimiterRes) return { ok: false, retryAfterMs: Math.max(0, error.msBeforeNext) };
    throw error;
  }
}

async function within<Answer>(limitMs: number, work: Promise<Answer>): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${limitMs} ms`)), limitMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** A connection that fails at once instead of queueing: a throttle that waits is an outage of its own. */
function connectRedis(url: string, log: Logger): Redis {
  const redis = new Redis(url, {
    connectionName: "throttle",
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: REDIS_ANSWER_MS,
    retryStrategy: (times) => Math.min(times * 100, RECONNECT_LIMIT_MS),
  });
  // Each failed reconnection is an event; the store above tells the log once, when it first misses an answer.
  redis.on("error", (error) => log.debug({ err: error }, "the throttle's Redis connection failed"));
  return redis;
}
