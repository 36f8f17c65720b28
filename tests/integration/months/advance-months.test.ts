import { beforeEach, describe, expect, it } from "vitest";
import { advanceAllMonths } from "#app/features/months/advance-all-months.server.ts";
import { advanceMonths } from "#app/features/months/advance-months.server.ts";
import { readSealFacts } from "#app/features/months/read-seal-facts.server.ts";
import { recomputeSeal, rowsOf } from "#app/features/months/seal-month.server.ts";
import { testOffice } from "../communes/office.ts";
import { bookWork, plantWorkers, type Workers } from "./workers-of-a-month.ts";

const office = testOffice();
let workers: Workers;

// Months of the test's plan (Đại Sơn) run from the 15th to the 14th.
const START = new Date("2026-11-20T02:00:00Z");

beforeEach(async () => {
  office.setNow(START);
  workers = await plantWorkers(office);
});

async function states(communeId = workers.communeId): Promise<string[]> {
  const { rows } = await office.db.maintain.query<{ id: number; state: string }>(
    "select id, state from month where commune_id = $1 order by id",
    [communeId],
  );
  return rows.map(({ id, state }) => `${id} ${state}`);
}

async function month(id: number) {
  const { rows } = await office.db.maintain.query(
    `select first_day::text as "firstDay", last_day::text as "lastDay", grace_ends_at as "graceEndsAt",
            appeals_end_at as "appealsEndAt", frozen_at as "frozenAt", sealed_at as "sealedAt"
       from month where commune_id = $1 and id = $2`,
    [workers.communeId, id],
  );
  return rows[0];
}

const advance = (now: Date) => {
  office.setNow(now);
  return advanceMonths(office.platform, workers.communeId, now);
};

async function seals() {
  const { rows } = await office.db.maintain.query<{
    month: number;
    number: number;
    sha: string;
    previous: string;
    content: string;
  }>(
    `select month_id as month, number, encode(sha256, 'hex') as sha, encode(previous_sha256, 'hex') as previous, content
       from month_seal where commune_id = $1 order by number`,
    [workers.communeId],
  );
  return rows;
}

describe("the clock of months", () => {
  it("J24: opens the month that runs, moves it on at its own minute and never twice", async () => {
    const [opened] = await advance(START);
    const id = Number(opened?.split(" ")[0]);
    const { firstDay, lastDay, graceEndsAt, appealsEndAt } = await month(id);
    expect(firstDay <= "2026-11-20" && "2026-11-20" <= lastDay).toBe(true);
    expect(await advance(START)).toEqual([]);

    const endsAt = new Date(`${lastDay}T17:00:00Z`);
    expect(await advance(new Date(endsAt.getTime() - 1))).toEqual([]);
    const [next, grace, ...none] = await advance(endsAt);
    expect([next?.split(" ")[1], grace, none]).toEqual(["open", `${id} grace`, []]);

    expect(await advance(new Date(graceEndsAt.getTime() - 1))).toEqual([]);
    expect(await advance(graceEndsAt)).toContain(`${id} provisional`);
    expect((await month(id)).frozenAt).toEqual(graceEndsAt);
    expect(await advance(new Date(appealsEndAt.getTime() - 1))).not.toContain(`${id} sealed`);
    expect(await advance(appealsEndAt)).toContain(`${id} sealed`);
    expect(await advance(appealsEndAt)).toEqual([]);
  });

  it("catches up in order after the machine slept for months, and chains each seal to the one before", async () => {
    await advance(START);
    await bookWork(office, workers, { on: "2026-11-20" });
    const steps = await advance(new Date("2027-05-03T02:00:00Z"));
    const sealed = steps.filter((step) => step.endsWith(" sealed"));
    expect(sealed.length).toBeGreaterThanOrEqual(4);
    expect(sealed).toEqual([...sealed].sort());
    const chain = await seals();
    expect(chain.map(({ number }) => number)).toEqual(chain.map((_, index) => index + 1));
    expect(chain.map(({ previous }) => previous)).toEqual([
      "0".repeat(64),
      ...chain.slice(0, -1).map(({ sha }) => sha),
    ]);
    const list = await states();
    expect(list.at(-1)).toMatch(/ open$/);
    expect(new Set(list.map((line) => line.slice(0, 6))).size).toBe(list.length);
  });

  it("runs many times at once and still takes each step once", async () => {
    await advance(START);
    const later = new Date("2027-03-01T02:00:00Z");
    const runs = await Promise.all(
      Array.from({ length: 6 }, () => advanceMonths(office.platform, workers.communeId, later)),
    );
    const taken = runs.flat().filter((step) => !step.endsWith(" open"));
    expect(new Set(taken).size).toBe(taken.length);
    expect(await advance(later)).toEqual([]);
  });

  it("waits with the seal for an objection nobody answered, and with the seals of later months", async () => {
    await advance(START);
    const { monthId } = await bookWork(office, workers, { on: "2026-11-20" });
    const { graceEndsAt } = await month(monthId);
    await advance(graceEndsAt);
    await office.platform.db.withCommunes(
      office.scope(workers.communeId, null),
      (tx) => tx.$executeRaw`
      insert into appeal (commune_id, id, month_id, team_id, text, made_by, made_at)
      values (${workers.communeId}, gen_random_uuid(), ${monthId}, ${workers.teams[0]?.teamId}, 'Thiếu một buổi', ${workers.teams[0]?.leaderAccount}::uuid, now())`,
    );
    const steps = await advance(new Date("2027-04-01T02:00:00Z"));
    expect(steps.filter((step) => step.endsWith(" sealed"))).toEqual([]);
    expect((await states()).filter((line) => line.endsWith(" provisional")).length).toBeGreaterThan(1);
    await office.platform.db.withCommunes(
      office.scope(workers.communeId, null),
      (tx) => tx.$executeRaw`
      update appeal set outcome = 'dismissed', answer = 'Đã xem sổ', answered_by = ${workers.commune.officerId}::uuid, answered_at = now()
       where commune_id = ${workers.communeId}`,
    );
    expect((await advance(new Date("2027-04-01T02:10:00Z")))[0]).toBe(`${monthId} sealed`);
  });

  it("keeps no months for a commune that is still being set up, and finds every other one by itself", async () => {
    const other = await plantWorkers(office);
    await office.db.superuser.query("update commune set set_up_at = null where id = $1", [other.communeId]);
    await advanceAllMonths(office.platform, START);
    expect(await states(other.communeId)).toEqual([]);
    expect((await states()).length).toBe(1);
  });
});

describe("the seal", () => {
  it("J24: is the same bytes when it is told again from the facts, long after and under newer rules", async () => {
    await advance(START);
    for (const team of [0, 1, 1])
      await bookWork(office, workers, { on: "2026-11-20", team, points: 150 + team });
    await advance(new Date("2027-03-20T02:00:00Z"));
    await office.platform.db.withCommunes(
      office.scope(workers.communeId, null),
      (tx) => tx.$executeRaw`
        insert into scheme_version (commune_id, version, effective_on, content, content_sha256, published_at, proposed_by, published_by)
        select commune_id, 2, '2027-04-15', jsonb_set(content, '{activities}', '[]'), sha256('other'), now(),
               ${workers.commune.officerId}::uuid, ${workers.teams[0]?.leaderAccount}::uuid
          from scheme_version where commune_id = ${workers.communeId}`,
    );
    await advance(new Date("2027-04-20T02:00:00Z"));
    await bookWork(office, workers, { on: "2026-11-21", team: 0 });
    expect((await seals()).length).toBeGreaterThan(3);
    for (const seal of await seals()) {
      const link = { number: seal.number, previous: seal.previous };
      const again = await office.platform.db.withCommunes(office.scope(workers.communeId, null), (tx) =>
        recomputeSeal(rowsOf(tx), workers.communeId, seal.month, link),
      );
      expect(again).toEqual({ content: seal.content, sha256: seal.sha });
    }
  });

  it("holds lines, rules and figures of member, team, village and commune", async () => {
    await advance(START);
    const { monthId } = await bookWork(office, workers, {
      on: "2026-11-20",
      team: 0,
      points: 300,
      visits: 7,
    });
    await bookWork(office, workers, { on: "2026-11-20", team: 1, points: 300 });
    const facts = await office.platform.db.withCommunes(office.scope(workers.communeId, null), (tx) =>
      readSealFacts(rowsOf(tx), workers.communeId, monthId, { number: 1, previous: "0".repeat(64) }),
    );
    expect(facts.chunks).toMatchObject([{ count: 2, points: 600 }]);
    expect(facts.standings.commune).toEqual([
      { id: `${workers.communeId}`, points: 600, claims: 2, visits: 10 },
    ]);
    expect(facts.standings.team.map(({ points, claims }) => [points, claims])).toEqual([
      [300, 1],
      [300, 1],
    ]);
    expect(facts.rules).toMatchObject({ version: 1, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });

  it("cannot be kept out of line, nor a month be called sealed without one", async () => {
    await advance(START);
    const insert = (number: number, previous: string) =>
      office.db.owner.query(
        `with scope as (select set_config('app.communes', $1::text, false))
         insert into month_seal (commune_id, month_id, number, content, sha256, previous_sha256, sealed_at)
         select $1::int, (select min(id) from month where commune_id = $1::int), $2, '{}', sha256('{}'), decode($3, 'hex'), now() from scope`,
        [workers.communeId, number, previous],
      );
    await expect(insert(2, "0".repeat(64))).rejects.toMatchObject({ constraint: "seal_chain" });
    await expect(insert(1, "1".repeat(64))).rejects.toMatchObject({ constraint: "seal_chain" });
    const bare = office.platform.db.withCommunes(
      office.scope(workers.communeId, null),
      (tx) => tx.$executeRaw`
      update month set state = 'sealed', frozen_at = now(), sealed_at = now() where commune_id = ${workers.communeId}`,
    );
    await expect(bare).rejects.toThrow(/has no seal/);
  });
});

describe("work of a month that has closed", () => {
  it("is booked in the earliest open month and says so, from the very minute grace ends, clock or no clock", async () => {
    await advance(START);
    const first = await bookWork(office, workers, { on: "2026-11-20" });
    const { graceEndsAt } = await month(first.monthId);
    office.setNow(new Date(graceEndsAt.getTime() - 1));
    expect((await bookWork(office, workers, { on: "2026-11-20" })).monthId).toBe(first.monthId);
    office.setNow(graceEndsAt);
    const late = await bookWork(office, workers, { on: "2026-11-20" });
    expect(late.monthId).toBeGreaterThan(first.monthId);
    const { rows } = await office.db.maintain.query("select is_adjustment from ledger_line where seq = $1", [
      late.seq,
    ]);
    expect(rows).toEqual([{ is_adjustment: true }]);
  });
});
