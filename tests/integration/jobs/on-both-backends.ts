import { afterAll, describe } from "vitest";
import { testRedis } from "#tests/support/redis-for-the-run.ts";

/** The same guarantees over PostgreSQL and over a real Redis. Call it with await at the top of the file. */
export async function onBothBackends(
  guarantee: string,
  suite: (redisUrl: string | null) => void,
): Promise<void> {
  describe(`${guarantee}, called over PostgreSQL`, () => suite(null));
  const redis = await testRedis();
  describe.skipIf(!redis)(`${guarantee}, called over Redis`, () => {
    suite(redis?.url ?? null);
    afterAll(() => redis?.close());
  });
}
