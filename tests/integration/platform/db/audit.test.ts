import { createHash } from "node:crypto";
import fc from "fast-check";
import type { Pool, PoolClient } from "pg";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type AuditRow, type ChainEnd, checkAuditChain } from "#app/domain/audit/audit-chain.ts";
import { communeScope, stamp, testDatabase } from "#tests/support/test-database.ts";

const db = testDatabase();
const ACTOR = "01990000-0000-7000-8000-000000000001";
const sha256Hex = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");

beforeAll(async () => {
  await db.owner.query(`
    create table parcel (commune_id integer not null, id integer not null, label text not null, note text,
                         made_at timestamptz not null default now(), primary key (commune_id, id));
    select tds_commune_table('parcel');
    select tds_audited('parcel', array['label']);
    create table lamp (id integer primary key, color text, secret text);
    select tds_global_table('lamp');
    select tds_audited('lamp', array['color']);`);
});

beforeEach(async () => {
  // One statement over every commune, so that the chains of this file may be compared from a known length.
  await db.maintain.query("delete from parcel; delete from lamp");
});

async function readHead(reader: Pool | PoolClient, communeId: number): Promise<ChainEnd | null> {
  const { rows } = await reader.query<{ seq: string; hash: string }>(
    "select seq, encode(hash, 'hex') as hash from audit_head where commune_id = $1",
    [communeId],
  );
  return rows[0] ? { communeId, seq: Number(rows[0].seq), hash: rows[0].hash } : null;
}

async function readRows(reader: Pool | PoolClient, communeId: number): Promise<AuditRow[]> {
  const { rows } = await reader.query<AuditRow>(
    `select commune_id as "communeId", seq::int, (extract(epoch from at) * 1000000)::bigint::text as "atMicroseconds",
            login, actor_id::text as "actorId", verb, request_id as "requestId", table_name as "tableName", op, body,
            encode(prev_hash, 'hex') as "prevHash", encode(hash, 'hex') as hash
       from audit_log where commune_id = $1 order by seq`,
    [communeId],
  );
  return rows;
}

async function chain(communeId: number): Promise<{ head: ChainEnd; rows: AuditRow[] }> {
  const head = await readHead(db.maintain, communeId);
  if (!head) throw new Error(`no chain ${communeId}`);
  return { head, rows: await readRows(db.maintain, communeId) };
}

async function newest(communeId: number): Promise<AuditRow & { entries: unknown[] }> {
  const row = (await chain(communeId)).rows.at(-1);
  if (!row) throw new Error(`chain ${communeId} is empty`);
  return { ...row, entries: JSON.parse(row.body) };
}

const length = async (communeId: number) => (await readHead(db.maintain, communeId))?.seq ?? 0;

describe("the audit log", () => {
  it("holds one row per statement, with who did what on which rows", async () => {
    const before = await length(1);
    const scope = communeScope(1, { actorId: ACTOR, verb: "parcels.add-parcels", requestId: "r-1" });
    await db.database.withCommunes(
      scope,
      (tx) =>
        tx.$executeRaw`insert into parcel (commune_id, id, label, note) values (1, 1, 'a', 'hidden'), (1, 2, 'b', null)`,
    );
    const row = await newest(1);
    expect(row.seq).toBe(before + 1);
    expect(row).toMatchObject({
      login: "tds_app",
      actorId: ACTOR,
      verb: "parcels.add-parcels",
      requestId: "r-1",
      tableName: "parcel",
      op: "insert",
    });
    expect(row.entries).toEqual([
      {
        key: { commune_id: 1, id: 1 },
        now: { label: "a" },
        nowDigest: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
      {
        key: { commune_id: 1, id: 2 },
        now: { label: "b" },
        nowDigest: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    ]);
    expect(row.body).not.toContain("hidden");
  });

  it("shows an update as what was and what is, and a deletion as what was", async () => {
    const scope = communeScope(1, { actorId: ACTOR });
    await db.database.withCommunes(scope, async (tx) => {
      await tx.$executeRaw`insert into parcel (commune_id, id, label) values (1, 1, 'a')`;
      await tx.$executeRaw`update parcel set label = 'z' where id = 1`;
    });
    const updated = await newest(1);
    expect(updated.op).toBe("update");
    expect(updated.entries).toEqual([
      {
        key: { commune_id: 1, id: 1 },
        was: { label: "a" },
        now: { label: "z" },
        wasDigest: expect.any(String),
        nowDigest: expect.any(String),
      },
    ]);
    await db.database.withCommunes(scope, (tx) => tx.$executeRaw`delete from parcel where id = 1`);
    const deleted = await newest(1);
    expect(deleted.op).toBe("delete");
    expect(deleted.entries).toEqual([
      {
        key: { commune_id: 1, id: 1 },
        was: { label: "z" },
        wasDigest: (updated.entries[0] as { nowDigest: string }).nowDigest,
      },
    ]);
  });

  it("gives the digest of the row as it lies in the table", async () => {
    await db.database.withCommunes(
      communeScope(1),
      (tx) => tx.$executeRaw`insert into parcel (commune_id, id, label, note) values (1, 1, 'a', 'ghi chú')`,
    );
    const { rows } = await db.superuser
      .query("set timezone = 'UTC'; select tds_row_digest(to_jsonb(p)) as digest from parcel p")
      .then((results) => (results as unknown as { rows: { digest: string }[] }[])[1] ?? { rows: [] });
    expect((await newest(1)).entries).toMatchObject([{ nowDigest: rows[0]?.digest }]);
  });

  it("writes into each commune's chain what concerns it, from one statement over several", async () => {
    const [one, two] = [await length(1), await length(2)];
    await db.database.withCommunes(
      communeScope([1, 2]),
      (tx) =>
        tx.$executeRaw`insert into parcel (commune_id, id, label) values (2, 1, 'a'), (1, 1, 'b'), (2, 2, 'c')`,
    );
    expect([await length(1), await length(2)]).toEqual([one + 1, two + 1]);
    expect((await newest(1)).entries).toHaveLength(1);
    expect((await newest(2)).entries).toHaveLength(2);
    await db.database.withCommunes(
      communeScope([1, 2]),
      (tx) => tx.$executeRaw`update parcel set commune_id = 1, id = 5 where commune_id = 2 and id = 2`,
    );
    expect(await newest(1)).toMatchObject({
      op: "update",
      entries: [{ key: { id: 5 }, now: { label: "c" } }],
    });
    expect(await newest(2)).toMatchObject({
      op: "update",
      entries: [{ key: { id: 2 }, was: { label: "c" } }],
    });
  });

  it("writes tables of the whole house into chain 0, which no commune's reader sees", async () => {
    await db.database.withGlobals(
      stamp({ verb: "lamps.light" }),
      (tx) => tx.$executeRaw`insert into lamp values (1, 'red', 'mật khẩu')`,
    );
    const row = await newest(0);
    expect(row).toMatchObject({
      communeId: 0,
      verb: "lamps.light",
      tableName: "lamp",
      entries: [{ key: { id: 1 }, now: { color: "red" } }],
    });
    expect(row.body).not.toContain("mật");
    const seen = await db.database.withCommunes(communeScope(1), (tx) =>
      tx.auditLog.findMany({ where: { communeId: 0 } }),
    );
    expect(seen).toEqual([]);
  });

  it("is silent about a statement that touched nothing, and about work that was rolled back", async () => {
    const before = await length(1);
    await db.database.withCommunes(
      communeScope(1),
      (tx) => tx.$executeRaw`update parcel set label = 'x' where id = 404`,
    );
    const undone = db.database.withCommunes(communeScope(1), async (tx) => {
      await tx.$executeRaw`insert into parcel (commune_id, id, label) values (1, 7, 'never')`;
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    expect(await length(1)).toBe(before);
  });

  it("names the login of an act outside the program", async () => {
    await db.superuser.query("insert into parcel (commune_id, id, label) values (1, 1, 'by hand')");
    expect(await newest(1)).toMatchObject({ login: "postgres", actorId: null, verb: "unstamped" });
  });

  it("stays one unbroken line under many writers", async () => {
    const before = await length(4);
    await Promise.all(
      Array.from({ length: 60 }, (_, id) =>
        db.database.withCommunes(
          communeScope(4),
          (tx) => tx.$executeRaw`insert into parcel (commune_id, id, label) values (4, ${id}, 'x')`,
        ),
      ),
    );
    const whole = await chain(4);
    expect(whole.head.seq).toBe(before + 60);
    expect(checkAuditChain(whole, sha256Hex)).toEqual({ ok: true, value: whole.head });
  });

  it.each([
    ["insert into audit_log select * from audit_log limit 1", /permission denied/],
    ["update audit_log set body = '[]'", /permission denied/],
    ["delete from audit_log", /permission denied/],
    ["truncate audit_log", /permission denied/],
    ["update audit_head set seq = 0", /permission denied/],
    ["delete from audit_head", /permission denied/],
    ["insert into audit_head values (9, 0, decode(repeat('00', 32), 'hex'))", /permission denied/],
    ["select tds_append_audit(1, 'parcel', 'insert', '[]')", /permission denied/],
    ["alter table parcel disable trigger all", /must be owner/],
    ["truncate parcel", /permission denied/],
  ])("refuses the application: %s", async (sql, reason) => {
    const attempt = db.database.withCommunes(communeScope(1), (tx) => tx.$executeRawUnsafe(sql));
    await expect(attempt).rejects.toThrow(reason);
  });

  it("cannot be truncated around, even by the owner", async () => {
    await expect(db.owner.query("truncate parcel")).rejects.toThrow(/append-only|refused/);
    await expect(db.owner.query("delete from audit_log")).rejects.toThrow(/append-only/);
  });

  it("wants a wall, known columns and a primary key before it records a table", async () => {
    await db.owner.query("create table bare (id integer primary key, a text)");
    await expect(db.owner.query("select tds_audited('bare', array['a'])")).rejects.toThrow(/no wall yet/);
    await expect(db.owner.query("select tds_audited('lamp', array['colour'])")).rejects.toThrow(
      /no column colour/,
    );
    await db.owner.query(
      "drop table bare; create table keyless (a text); select tds_global_table('keyless')",
    );
    await expect(db.owner.query("select tds_audited('keyless', array['a'])")).rejects.toThrow(
      /no primary key/,
    );
    await db.owner.query("drop table keyless; delete from tds_wall where table_name = 'keyless'");
  });
});

describe("a superuser who tampers", () => {
  const COLUMNS = [
    ["at", "at + interval '1 microsecond'"],
    ["login", "login || 'x'"],
    ["actor_id", "'01990000-0000-7000-8000-0000000000ee'"],
    ["verb", "verb || 'x'"],
    ["request_id", "request_id || ' '"],
    ["table_name", "upper(table_name)"],
    ["op", "case op when 'insert' then 'delete' else 'insert' end"],
    ["body", "body || ' '"],
    ["prev_hash", "set_byte(prev_hash, 0, (get_byte(prev_hash, 0) + 1) % 256)"],
    ["hash", "set_byte(hash, 31, (get_byte(hash, 31) + 1) % 256)"],
  ] as const;

  beforeAll(async () => {
    await db.database.withCommunes(communeScope(6, { actorId: ACTOR }), async (tx) => {
      for (let id = 1; id <= 30; id++)
        await tx.$executeRaw`insert into parcel (commune_id, id, label) values (6, ${id}, ${`nhãn ${id}`})`;
    });
  });

  /** Tampers past the trigger that refuses changes, judges, and puts everything back. */
  async function judgeAfter(sql: string): Promise<ReturnType<typeof checkAuditChain>> {
    const client = await db.superuser.connect();
    try {
      await client.query("begin; set local session_replication_role = replica");
      await client.query(sql);
      const head = await readHead(client, 6);
      if (!head) throw new Error("no chain 6");
      return checkAuditChain({ head, rows: await readRows(client, 6) }, sha256Hex);
    } finally {
      await client.query("rollback");
      client.release();
    }
  }

  it.each(COLUMNS)("with %s of any row is named by that row", async (column, value) => {
    for (const seq of [1, 2, 15, await length(6)]) {
      const verdict = await judgeAfter(
        `update audit_log set ${column} = ${value} where commune_id = 6 and seq = ${seq}`,
      );
      expect(verdict).toMatchObject({ ok: false, communeId: 6, seq });
    }
  });

  it("with anything, anywhere, is found", async () => {
    const last = await length(6);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...COLUMNS),
        fc.integer({ min: 1, max: last }),
        async ([column, value], seq) => {
          const verdict = await judgeAfter(
            `update audit_log set ${column} = ${value} where commune_id = 6 and seq = ${seq}`,
          );
          expect(verdict).toMatchObject({ ok: false, communeId: 6, seq });
        },
      ),
      { numRuns: 200 },
    );
  });

  it("by removing a row is found at its place", async () => {
    const last = await length(6);
    for (const seq of [1, 2, 15, 29]) {
      expect(await judgeAfter(`delete from audit_log where commune_id = 6 and seq = ${seq}`)).toMatchObject({
        code: "audit_row_missing",
        seq,
      });
    }
    expect(await judgeAfter(`delete from audit_log where commune_id = 6 and seq = ${last}`)).toMatchObject({
      code: "audit_head_differs",
      seq: last - 1,
      headSeq: last,
    });
  });

  it("by cutting the tail with the head is found by an anchor", async () => {
    const { head: anchor, rows } = await chain(6);
    const kept = rows.slice(0, 20);
    const last = kept.at(-1);
    const cut = { communeId: 6, seq: 20, hash: last?.hash ?? "" };
    expect(checkAuditChain({ head: cut, rows: kept }, sha256Hex).ok).toBe(true);
    expect(checkAuditChain({ head: cut, rows: kept, anchors: [anchor] }, sha256Hex)).toMatchObject({
      code: "audit_anchor_differs",
    });
  });
});
