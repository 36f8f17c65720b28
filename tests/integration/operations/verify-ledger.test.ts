import { beforeAll, describe, expect, it } from "vitest";
import { advanceMonths } from "#app/features/months/advance-months.server.ts";
import type { Finding } from "#app/features/operations/verify/check.ts";
import { CHECKS } from "#app/features/operations/verify/checks.server.ts";
import { testOffice } from "../communes/office.ts";
import { type BookedWork, bookWork, plantWorkers, type Workers } from "../months/workers-of-a-month.ts";

const office = testOffice();
const START = new Date("2026-11-20T02:00:00Z");
/** A month later the first one is sealed and the second has work of its own. */
const LATER = new Date("2027-01-20T02:00:00Z");
const JUDGED = ["V1", "V2", "V3", "V4", "V5", "V6", "V8", "V9"];

let workers: Workers;
let old: BookedWork;
let fresh: BookedWork;
let sealed: number;

beforeAll(async () => {
  office.setNow(START);
  workers = await plantWorkers(office);
  await advanceMonths(office.platform, workers.communeId, START);
  old = await bookWork(office, workers, { on: "2026-11-20" });
  await bookWork(office, workers, { on: "2026-11-20", team: 1 });
  await bookWork(office, workers, { on: "2026-11-20", team: 1 });
  office.setNow(LATER);
  await advanceMonths(office.platform, workers.communeId, LATER);
  fresh = await bookWork(office, workers, { on: "2027-01-20" });
  sealed = old.monthId;
});

type Found = Finding & { readonly check: string };

/**
 * What verify finds after an insider with the owner's password put the triggers of a table to sleep, changed it and
 * woke them again. It is undone afterwards, so that each test plants exactly one thing.
 */
async function findAfter(table: string | null, ...statements: readonly string[]): Promise<Found[]> {
  const client = await office.db.owner.connect();
  try {
    await client.query("begin");
    await client.query("select set_config('app.communes', $1, true)", [String(workers.communeId)]);
    if (table) await client.query(`alter table ${table} disable trigger user`);
    for (const statement of statements) await client.query(statement);
    if (table) await client.query(`alter table ${table} enable trigger user`);
    const found: Found[] = [];
    for (const check of CHECKS.filter(({ id }) => JUDGED.includes(id))) {
      for await (const finding of check.run({ client, manifest: [], anchors: [] })) {
        found.push({ check: check.id, ...finding });
      }
    }
    return found;
  } finally {
    await client.query("rollback");
    client.release(true);
  }
}

const line = (seq: number) => `commune ${workers.communeId}, seq ${seq}`;
const award = ({ claimId }: BookedWork) => `award:${claimId}:1:1:${workers.teams[0]?.memberId}`;
const of = (found: readonly Found[], check: string) => found.filter((each) => each.check === check);

describe("verify of the ledger", () => {
  it("has nothing to say of a month that was worked, closed and sealed", async () => {
    expect(await findAfter(null)).toEqual([]);
  });

  it("V1: names an undoing that takes back another sum than was given", async () => {
    const found = await findAfter(
      "ledger_line",
      `insert into ledger_line (commune_id, line_key, step, kind, rule, points, member_id, team_id, village_id, work_date, month_id,
         scheme_version, claim_id, revision, unit, decision_id, verifier_id, corrects_seq, made_at)
       select commune_id, line_key, 1, kind, rule, -points + 1, member_id, team_id, village_id, work_date, month_id,
         scheme_version, claim_id, revision, unit, decision_id, verifier_id, seq, made_at from ledger_line where seq = ${fresh.seq}`,
    );
    expect(of(found, "V1")).toMatchObject([
      { table: "ledger_line", says: `takes back 499, but line ${fresh.seq} gave 500` },
    ]);
  });

  it("V1: names the key from whose middle a line was taken", async () => {
    const found = await findAfter("ledger_line", `update ledger_line set step = 1 where seq = ${fresh.seq}`);
    expect(of(found, "V1")).toMatchObject([
      {
        row: `commune ${workers.communeId}, key ${award(fresh)}`,
        says: "has 1 lines, but its steps run to 2",
      },
    ]);
  });

  it("V2: names the award of a claim that is no longer verified", async () => {
    const found = await findAfter(
      "claim",
      `update claim set state = 'rejected' where id = '${fresh.claimId}'`,
    );
    expect(of(found, "V2")).toMatchObject([
      {
        row: `commune ${workers.communeId}, key ${award(fresh)}`,
        says: expect.stringContaining("is rejected"),
      },
    ]);
  });

  it("V2: names a claim that counts by a decision that never approved it", async () => {
    const found = await findAfter(
      "claim_decision",
      `update claim_decision set verdict = 'reject', reason = 'x' where id = '${fresh.decisionId}'`,
    );
    expect(of(found, "V2")).toMatchObject([
      { table: "claim", row: `commune ${workers.communeId}, ${fresh.claimId}` },
    ]);
  });

  it("V3: names the line whose verifier was changed", async () => {
    const found = await findAfter(
      "ledger_line",
      `update ledger_line set verifier_id = '${workers.commune.officerId}' where seq = ${fresh.seq}`,
    );
    expect(found).toMatchObject([
      { check: "V3", row: line(fresh.seq), says: `names another verifier than decision ${fresh.decisionId}` },
    ]);
  });

  it("V3: names the decision that was moved to whoever typed the claim", async () => {
    const found = await findAfter(
      "claim",
      `update claim set entered_by = '${workers.teams[0]?.leaderAccount}' where id = '${fresh.claimId}'`,
    );
    expect(found).toMatchObject([
      { check: "V3", table: "claim_decision", says: expect.stringContaining("whoever typed it") },
    ]);
  });

  it("V4: names the line that was judged by rules its month did not open with", async () => {
    const found = await findAfter(
      "ledger_line",
      `insert into scheme_version (commune_id, version, effective_on, content, content_sha256, published_at, proposed_by, published_by)
       select commune_id, 2, '2028-01-01', content, content_sha256, now(), '${workers.commune.officerId}', '${workers.teams[0]?.leaderAccount}'
         from scheme_version where commune_id = ${workers.communeId} and version = 1`,
      `update ledger_line set scheme_version = 2 where seq = ${fresh.seq}`,
    );
    expect(found).toMatchObject([
      { check: "V4", row: line(fresh.seq), says: expect.stringContaining("was judged by rules 2") },
    ]);
  });

  it("V5: names the key whose points were raised", async () => {
    const found = await findAfter(
      "ledger_line",
      `update ledger_line set points = 501 where seq = ${fresh.seq}`,
    );
    expect(found).toMatchObject([
      {
        check: "V5",
        row: `commune ${workers.communeId}, key ${award(fresh)}`,
        says: "adds up to 501 hundredths, and the rules of its month give 500",
      },
    ]);
  });

  it("V5: names the points of a claim whose kind of work was changed behind its award", async () => {
    const found = await findAfter(
      "claim",
      `update claim set activity_key = 'member-certificate' where id = '${fresh.claimId}'`,
    );
    expect(found.map(({ check }) => check)).toEqual(found.map(() => "V5"));
    expect(found).toMatchObject([{ row: `commune ${workers.communeId}, key ${award(fresh)}` }]);
  });

  it("V6: names the line that was slipped into a month after its figures froze", async () => {
    const found = await findAfter(
      "ledger_line",
      `update ledger_line set made_at = '2027-01-19T00:00:00Z' where seq = ${old.seq}`,
    );
    expect(of(found, "V6")).toMatchObject([
      {
        row: line(old.seq),
        says: `was booked in month ${sealed} at 2027-01-19T00:00:00Z, after its figures froze`,
      },
    ]);
  });

  it("V6: names late work that hides that it is an adjustment", async () => {
    const found = await findAfter(
      "ledger_line",
      `update ledger_line set is_adjustment = true where seq = ${fresh.seq}`,
    );
    expect(of(found, "V6")).toMatchObject([{ row: line(fresh.seq) }]);
  });

  it("V8: names the month whose line was changed after the seal, and the part that differs", async () => {
    const found = await findAfter(
      "ledger_line",
      `update ledger_line set reason = 'đổi lén' where seq = ${old.seq}`,
    );
    expect(found).toEqual([
      {
        check: "V8",
        table: "month_seal",
        row: `commune ${workers.communeId}, month ${sealed}`,
        says: "the facts tell it otherwise now: lines",
      },
    ]);
  });

  it("V8: names a seal whose text and hash were both written anew", async () => {
    const found = await findAfter(
      "month_seal",
      `update month_seal set content = replace(content, '"visits":3', '"visits":4') where month_id = ${sealed}`,
      `update month_seal set sha256 = sha256(convert_to(content, 'UTF8')) where month_id = ${sealed}`,
    );
    expect(found).toMatchObject([
      {
        check: "V8",
        row: `commune ${workers.communeId}, month ${sealed}`,
        says: "the facts tell it otherwise now: standings",
      },
    ]);
  });

  it("V8: names the month that is called sealed and has lost its seal", async () => {
    const found = await findAfter("month_seal", `delete from month_seal where month_id = ${sealed}`);
    expect(found).toMatchObject([
      { check: "V8", says: "the month is called sealed, and its seal is not there" },
    ]);
  });

  it("V9: names the rank that does not follow from the figures beside it", async () => {
    const found = await findAfter(
      "month_seal",
      `update month_seal set content = regexp_replace(content, '"rank":2', '"rank":1') where month_id = ${sealed}`,
    );
    expect(of(found, "V9")).toMatchObject([
      { says: expect.stringMatching(/stands at rank 1 and belongs at 2/) },
    ]);
  });

  it("V12: names the cap that was taken out of the ledger", async () => {
    const rows = Array.from({ length: 9 }, () => ({ on: "2027-01-19" }));
    const capped = await Promise.all(rows.map((work) => bookWork(office, workers, work)));
    const found = await findAfter(null);
    // Nine sessions on one day come to 45 points, and nobody earns more than 40 in a day.
    expect(found).toMatchObject([
      {
        check: "V5",
        row: expect.stringContaining("key day_cap:"),
        says: "adds up to 0 hundredths, and the rules of its month give -500",
      },
    ]);
    const { claimId } = capped[0] as BookedWork;
    const mended = await findAfter(
      "ledger_line",
      `delete from ledger_line where claim_id = '${claimId}'`,
      "alter table claim disable trigger user",
      `update claim set state = 'withdrawn' where id = '${claimId}'`,
    );
    expect(mended).toEqual([]);
  });
});
