import { afterEach, beforeAll, describe, expect, it } from "vitest";
import type { ChainEnd } from "#app/domain/audit/audit-chain.ts";
import type { Finding } from "#app/features/operations/verify/check.ts";
import { readManifest } from "#app/features/operations/verify/manifest.server.ts";
import { verifyHouse } from "#app/features/operations/verify/verify-house.server.ts";
import { testDatabase } from "#tests/support/test-database.ts";
import { newId, type PlantedHouse, plantHouse, tamper } from "./planted-house.ts";

const test = testDatabase();
let house: PlantedHouse;
let repairs: string[] = [];

beforeAll(async () => {
  house = await plantHouse(test.database.pool, 12);
});

afterEach(async () => {
  if (repairs.length > 0) await tamper(test.superuser, ...repairs);
  repairs = [];
  expect(await findings()).toEqual([]);
});

async function findings(anchors: readonly ChainEnd[] = []): Promise<(Finding & { check: string })[]> {
  const found: (Finding & { check: string })[] = [];
  const manifest = await readManifest(process.cwd());
  for await (const report of verifyHouse({ maintain: test.maintain, manifest, anchors, nowMs: () => 0 })) {
    expect(report.findings).toBe(report.first.length);
    found.push(...report.first.map((finding) => ({ check: report.id, ...finding })));
  }
  return found;
}

/** Tampers as superuser; the repair puts things back after the test. */
async function spoil(statement: string, repair: string): Promise<void> {
  await tamper(test.superuser, statement);
  repairs.push(repair);
}

async function head(commune: number): Promise<ChainEnd> {
  const { rows } = await test.maintain.query<{ seq: string; hash: string }>(
    "select seq, encode(hash, 'hex') as hash from audit_head where commune_id = $1",
    [commune],
  );
  return { communeId: commune, seq: Number(rows[0]?.seq), hash: rows[0]?.hash ?? "" };
}

describe("verify", () => {
  it("has nothing to say of a house that nobody tampered with", async () => {
    expect(await findings()).toEqual([]);
  });

  it("names the row of the audit log that a superuser changed", async () => {
    const commune = house.communes[0];
    await spoil(
      `update audit_log set verb = 'nothing.to-see' where commune_id = ${commune} and seq = 2`,
      `update audit_log set verb = 'test.plant' where commune_id = ${commune} and seq = 2`,
    );
    expect(await findings()).toMatchObject([
      { check: "V13", table: "audit_log", row: `commune ${commune}, seq 2` },
    ]);
  });

  it("names the gap where a row of the audit log was removed", async () => {
    const commune = house.communes[0];
    await tamper(test.superuser, "create table kept as table audit_log with no data");
    await tamper(
      test.superuser,
      `insert into kept select * from audit_log where commune_id = ${commune} and seq = 3`,
    );
    await spoil(
      `delete from audit_log where commune_id = ${commune} and seq = 3`,
      "insert into audit_log select * from kept",
    );
    repairs.push("drop table kept");
    expect(await findings()).toEqual(
      expect.arrayContaining([expect.objectContaining({ check: "V13", row: `commune ${commune}, seq 3` })]),
    );
  });

  it("finds a tail that was cut together with its head by the anchor that was printed before", async () => {
    const commune = house.communes[1] ?? 0;
    const printed = await head(commune);
    expect(await findings([printed])).toEqual([]);
    expect(await findings([{ ...printed, hash: "0".repeat(64) }])).toMatchObject([
      { check: "V13", row: `commune ${commune}, seq ${printed.seq}` },
    ]);
    expect(await findings([{ ...printed, seq: printed.seq + 1 }])).toHaveLength(1);
    expect(await findings([{ ...printed, communeId: 999_999 }])).toMatchObject([
      { row: `commune 999999, seq ${printed.seq}` },
    ]);
  });

  it("names the audited row that was changed behind the log's back", async () => {
    const [village] = house.villages;
    await spoil(
      `update village set name = 'Đổi lén' where id = ${village?.id}`,
      `update village set name = 'Thôn 1' where id = ${village?.id}`,
    );
    expect(await findings()).toMatchObject([
      { check: "V17", table: "village", row: `commune ${village?.commune}, {"id": ${village?.id}}` },
    ]);
  });

  it("names an account that was slipped in, and one that vanished", async () => {
    const stranger = newId();
    await spoil(
      `insert into account (id, username, display_name, created_at) values ('${stranger}', 'stranger', 'X', now())`,
      `delete from account where id = '${stranger}'`,
    );
    expect(await findings()).toMatchObject([
      { check: "V17", table: "account", says: expect.stringContaining("never heard of it") },
    ]);
  });

  it("names the row that points into another commune or nowhere", async () => {
    const [first] = house.villages;
    await spoil(
      `update village_count set village_id = 999999 where village_id = ${first?.id}`,
      `update village_count set village_id = ${first?.id} where village_id = 999999`,
    );
    expect((await findings()).filter(({ check }) => check === "V11")).toMatchObject([
      { table: "village_count", row: `${first?.commune}, 999999, 2026-10-01` },
    ]);
  });

  it.each([
    [
      "a disabled trigger",
      "alter table audit_log disable trigger append_only",
      "alter table audit_log enable trigger append_only",
      "trigger append_only on audit_log",
    ],
    [
      "row security that is no longer forced",
      "alter table village no force row level security",
      "alter table village force row level security",
      "table village",
    ],
    [
      "a grant too many",
      "grant update on audit_log to tds_app",
      "revoke update on audit_log from tds_app",
      "table audit_log",
    ],
    [
      "a policy that lets everybody in",
      "create policy open on village using (true)",
      "drop policy open on village",
      "policy open on village",
    ],
    [
      "a check that was dropped",
      "alter table village drop constraint village_name_check",
      "alter table village add constraint village_name_check check (char_length(name) between 1 and 80)",
      "constraint village_name_check on village",
    ],
    [
      "a foreign key that sleeps",
      "alter table village_count disable trigger all",
      "alter table village_count enable trigger all",
      "reference village_count_commune_id_village_id_fkey on village_count",
    ],
  ])("finds %s", async (_what, statement, repair, row) => {
    await test.superuser.query(statement);
    const found = await findings();
    await test.superuser.query(repair);
    expect(found.filter(({ check }) => check === "V16").map((finding) => finding.row)).toContain(row);
  });

  it("finds a function whose body was emptied", async () => {
    const { rows } = await test.superuser.query<{ definition: string }>(
      "select pg_get_functiondef('tds_refuse_change'::regproc) as definition",
    );
    await test.superuser.query(
      "create or replace function tds_refuse_change() returns trigger language plpgsql as $$ begin return null; end $$",
    );
    const found = await findings();
    await test.superuser.query(rows[0]?.definition ?? "");
    expect(found).toMatchObject([{ check: "V16", row: "function tds_refuse_change()" }]);
  });

  it("names a job that was given up", async () => {
    const id = newId();
    await spoil(
      `insert into outbox (id, job, payload, failures, failed_at) values ('${id}', 'probe.fail', '{}', 5, now())`,
      `delete from outbox where id = '${id}'`,
    );
    expect(await findings()).toMatchObject([{ check: "V14", table: "outbox", row: id }]);
  });

  it("names a job that waits although a worker is there, and lets it wait where none is", async () => {
    const id = newId();
    await spoil(
      `insert into outbox (id, job, payload, due_at) values ('${id}', 'probe.wait', '{}', now() - interval '61 seconds')`,
      `delete from outbox where id = '${id}'`,
    );
    expect(await findings()).toEqual([]);
    const worker = await test.database.pool.connect();
    await worker.query("set application_name = 'tds jobs 1'");
    expect(await findings()).toMatchObject([{ check: "V14", row: id }]);
    worker.release(true);
  });
});
