import { createHash } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { commitOpenMonths } from "#app/features/audits/commit-open-months.server.ts";
import { drawAudit } from "#app/features/audits/draw-audit.server.ts";
import { advanceMonths } from "#app/features/months/advance-months.server.ts";
import { testOffice } from "../communes/office.ts";
import { bookWork, plantWorkers, type Workers } from "../months/workers-of-a-month.ts";

const office = testOffice();
// The month runs from 15 November to 14 December; its figures freeze when 16 December ends.
const START = new Date("2026-11-20T02:00:00Z");
const IN_GRACE = new Date("2026-12-15T02:00:00Z");
const FROZEN = new Date("2026-12-17T02:00:00Z");
let workers: Workers;

interface DrawRow {
  readonly commitment: string;
  readonly secret: string | null;
  readonly sealed: Buffer | null;
  readonly root: string | null;
  readonly count: number | null;
  readonly month: number;
}

beforeEach(async () => {
  office.setNow(START);
  workers = await plantWorkers(office);
});

function advance(now: Date) {
  office.setNow(now);
  return advanceMonths(office.platform, workers.communeId, now);
}

async function draws(): Promise<DrawRow[]> {
  const { rows } = await office.db.maintain.query<DrawRow>(
    `select encode(commitment, 'hex') as commitment, encode(secret, 'hex') as secret, sealed_secret as sealed,
            encode(claims_sha256, 'hex') as root, claim_count as count, month_id as month
       from audit_draw where commune_id = $1 order by month_id`,
    [workers.communeId],
  );
  return rows;
}

async function items() {
  const { rows } = await office.db.maintain.query<{ claim: string; village: number; reason: string }>(
    `select claim_id as claim, village_id as village, reason from audit_item where commune_id = $1 order by position`,
    [workers.communeId],
  );
  return rows;
}

const sha256 = (data: string | Buffer) => createHash("sha256").update(data).digest("hex");

describe("the promise", () => {
  it("T2: stands from the opening of the month; its secret lies in no table until the figures freeze", async () => {
    await advance(START);
    const [draw] = await draws();
    expect(draw).toMatchObject({ secret: null, root: null, count: null });
    const dump = (await office.db.maintain.query("select * from audit_draw")).rows;
    await advance(FROZEN);
    const [drawn] = await draws();
    expect(sha256(Buffer.from(drawn?.secret ?? "", "hex"))).toBe(draw?.commitment);
    expect(JSON.stringify(dump)).not.toContain(drawn?.secret ?? "nothing");
    expect(drawn?.sealed).toBeNull();
  });

  it("is made once, by whichever clock comes first, and for months that late work opened", async () => {
    await bookWork(office, workers, { on: "2026-10-20" });
    const scope = office.scope(workers.communeId, null);
    const promise = () =>
      office.platform.db.withCommunes(scope, (tx) =>
        commitOpenMonths(office.platform, tx, workers.communeId, START),
      );
    await Promise.all([promise(), promise(), promise()]);
    const first = await draws();
    await advance(START);
    const promisesOf = (rows: DrawRow[]) => rows.map(({ month, commitment }) => `${month} ${commitment}`);
    expect(promisesOf(await draws())).toEqual(expect.arrayContaining(promisesOf(first)));
    expect(new Set(first.map(({ month }) => month)).size).toBe(first.length);
  });
});

describe("the draw", () => {
  it("T2: can be made again from what is told, claim by claim, with nothing of the house", async () => {
    await advance(START);
    for (let count = 0; count < 12; count++)
      await bookWork(office, workers, { on: "2026-11-20", team: count % 2 });
    await advance(FROZEN);
    const [draw] = await draws();
    const { rows } = await office.db.maintain.query<{ id: string; village: number }>(
      "select id, village_id as village from claim where commune_id = $1",
      [workers.communeId],
    );
    const root = sha256(
      rows
        .map(({ id, village }) => `${id} ${village}`)
        .sort()
        .join("\n"),
    );
    expect(draw).toMatchObject({ root, count: 12 });
    const ticket = (id: string) => sha256(`${draw?.secret}\n${root}\n${id}`);
    const drawn = await items();
    for (const { villageId } of workers.teams) {
      const lowest = rows
        .filter(({ village }) => village === villageId)
        .map(({ id }) => id)
        .sort((left, right) => (ticket(left) < ticket(right) ? -1 : 1));
      const own = drawn.filter(({ village, reason }) => village === villageId && reason === "lot");
      expect(own.length).toBeGreaterThan(0);
      expect(own.map(({ claim }) => claim)).toEqual(lowest.slice(0, own.length));
    }
  });

  it("T7: claims that arrived in the last 48 hours are all looked at again", async () => {
    await advance(START);
    for (let count = 0; count < 30; count++) await bookWork(office, workers, { on: "2026-11-20" });
    await advance(IN_GRACE);
    const late = [];
    for (let count = 0; count < 6; count++) {
      late.push((await bookWork(office, workers, { on: "2026-12-14", team: 1 })).claimId);
    }
    await advance(FROZEN);
    const drawn = (await items()).map(({ claim }) => claim);
    expect(drawn).toEqual(expect.arrayContaining(late));
    expect(drawn.length).toBeLessThan(36);
  });

  it("T2: is made once and stands: no role draws again, swaps a claim or takes one out", async () => {
    await advance(START);
    await bookWork(office, workers, { on: "2026-11-20" });
    await advance(FROZEN);
    const before = [await draws(), await items()];
    const [drawn] = await draws();
    await office.platform.db.withCommunes(office.scope(workers.communeId, null), (tx) =>
      drawAudit(office.platform, tx, workers.communeId, drawn?.month ?? 0, FROZEN),
    );
    expect([await draws(), await items()]).toEqual(before);
    for (const sql of [
      "update audit_draw set commitment = sha256('x'), committed_at = now() where drawn_at is not null",
      "delete from audit_item",
      "update audit_item set claim_id = gen_random_uuid()",
    ]) {
      await expect(office.db.superuser.query(sql)).rejects.toThrow(/stands|not taken back/);
    }
  });

  it("a house restored without its key closes its months, with a promise that bears the later day", async () => {
    await advance(START);
    const [promised] = await draws();
    await office.db.superuser.query("update audit_draw set sealed_secret = 'torn' where commune_id = $1", [
      workers.communeId,
    ]);
    await bookWork(office, workers, { on: "2026-11-20" });
    expect((await advance(FROZEN)).some((step) => step.endsWith("provisional"))).toBe(true);
    const [drawn] = await draws();
    expect(drawn?.commitment).not.toBe(promised?.commitment);
    expect(sha256(Buffer.from(drawn?.secret ?? "", "hex"))).toBe(drawn?.commitment);
  });
});
