import { expect, it } from "vitest";
import { pruneExpired } from "#app/features/housekeeping/prune-expired.server.ts";
import { stamp, testDatabase } from "#tests/support/test-database.ts";

const here = testDatabase();
const NOW = new Date("2026-11-20T00:00:00Z");
const DAY_MS = 86_400_000;
const daysAgo = (days: number) => new Date(NOW.getTime() - days * DAY_MS);
const prune = () => here.database.withGlobals(stamp(), (tx) => pruneExpired(tx, NOW));
const names = async (sql: string) =>
  (await here.owner.query<{ name: string }>(sql)).rows.map(({ name }) => name);

it("jobs go thirty days after their effect; open and failed ones stay, however old", async () => {
  const row = (job: string, processed: Date | null, failed: Date | null) =>
    here.owner.query(
      "insert into outbox (job, payload, created_at, due_at, processed_at, failed_at) values ($1, '{}', $2, $2, $3, $4)",
      [job, daysAgo(400), processed, failed],
    );
  await row("probe.old", daysAgo(31), null);
  await row("probe.young", daysAgo(29), null);
  await row("probe.open", null, null);
  await row("probe.failed", null, daysAgo(300));
  expect(await prune()).toMatchObject({ outbox: 1 });
  expect(await names("select job as name from outbox order by job")).toEqual([
    "probe.failed",
    "probe.open",
    "probe.young",
  ]);
});

it("the latest time of a schedule stays, or its next look would begin anew", async () => {
  for (const days of [300, 200, 100]) {
    await here.owner.query(
      "insert into schedule_run (schedule, due_at, is_baseline) values ('rare', $1, false)",
      [daysAgo(days)],
    );
  }
  expect(await prune()).toMatchObject({ schedule_run: 2 });
  const { rows } = await here.owner.query("select due_at from schedule_run where schedule = 'rare'");
  expect(rows).toEqual([{ due_at: daysAgo(100) }]);
});

it("throttles and open proofs go when they have run out", async () => {
  await here.owner.query(
    "insert into throttle (key, points, expire) values ('out', 1, $1), ('on', 1, $2), ('ever', 1, null)",
    [NOW.getTime() - 1, NOW.getTime() + 1],
  );
  await here.owner.query(
    "insert into proof_challenge (holder, purpose, challenge, expires_at) values ('a', 'unlock', 'x', $1), ('b', 'unlock', 'x', $2)",
    [daysAgo(1), daysAgo(-1)],
  );
  expect(await prune()).toMatchObject({ throttle: 1, proof_challenge: 1 });
  expect(await names("select key as name from throttle order by key")).toEqual(["ever", "on"]);
  expect(await names("select holder as name from proof_challenge")).toEqual(["b"]);
});

it("sessions go a week after they ended, by time or by sign-out", async () => {
  const account = "019a0000-0000-7000-8000-000000000001";
  const device = "019a0000-0000-7000-8000-000000000002";
  await here.owner.query(
    `insert into account (id, username, display_name, created_at) values ($1, 'mai', 'Mai', $2)`,
    [account, NOW],
  );
  await here.owner.query(
    `insert into device (id, account_id, browser_hash, label, first_seen_at, last_seen_at)
     values ($1, $2, decode(repeat('00', 32), 'hex'), 'Chrome', $3, $3)`,
    [device, account, NOW],
  );
  const session = (digit: number, expires: Date, revoked: Date | null) =>
    here.owner.query(
      `insert into session (id, token_hash, account_id, device_id, assurance, proved_at, grants_digest, user_agent,
                            created_at, last_seen_at, expires_at, revoked_at)
       values (gen_random_uuid(), decode(repeat($1, 32), 'hex'), $2, $3, 'password', $4, '', $1, $4, $4, $5, $6)`,
      [`0${digit}`, account, device, NOW, expires, revoked],
    );
  await session(1, daysAgo(8), null);
  await session(2, daysAgo(6), null);
  await session(3, daysAgo(-60), daysAgo(8));
  await session(4, daysAgo(-60), daysAgo(6));
  await session(5, daysAgo(-60), null);
  expect(await prune()).toMatchObject({ session: 2 });
  expect(await names("select user_agent as name from session order by 1")).toEqual(["02", "04", "05"]);
});
