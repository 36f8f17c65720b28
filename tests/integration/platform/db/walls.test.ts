import { beforeAll, describe, expect, it } from "vitest";
import { communeScope, stamp, testDatabase } from "#tests/support/test-database.ts";

const db = testDatabase();

beforeAll(async () => {
  await db.owner.query(`
    create table parcel (commune_id integer not null, id integer not null, label text not null, primary key (commune_id, id));
    select tds_commune_table('parcel');
    create table stone (commune_id integer not null, id integer not null, primary key (commune_id, id));
    select tds_append_only('stone');`);
  await db.maintain.query(
    "insert into parcel values (1, 1, 'one'), (1, 2, 'two'), (2, 1, 'other'), (3, 1, 'third'); insert into stone values (1, 1), (2, 1)",
  );
});

type Row = { commune_id: number; id: number };

describe("row-level security", () => {
  it("shows no rows where no commune was set", async () => {
    expect((await db.database.pool.query("select * from parcel")).rows).toEqual([]);
    const seen = await db.database.withGlobals(stamp(), (tx) => tx.$queryRaw<Row[]>`select * from parcel`);
    expect(seen).toEqual([]);
  });

  it("shows a commune its own rows and no other's", async () => {
    const seen = await db.database.withCommunes(
      communeScope(1),
      (tx) => tx.$queryRaw<Row[]>`select * from parcel order by id`,
    );
    expect(seen.map((row) => [row.commune_id, row.id])).toEqual([
      [1, 1],
      [1, 2],
    ]);
    const asked = await db.database.withCommunes(
      communeScope(1),
      (tx) => tx.$queryRaw<Row[]>`select * from parcel where commune_id = 2`,
    );
    expect(asked).toEqual([]);
  });

  it("shows an upper tier the communes it was given", async () => {
    const seen = await db.database.withCommunes(
      communeScope([1, 3]),
      (tx) => tx.$queryRaw<Row[]>`select distinct commune_id from parcel order by 1`,
    );
    expect(seen.map((row) => row.commune_id)).toEqual([1, 3]);
  });

  it("refuses to write a row into another commune, by insert or by moving one", async () => {
    const insert = db.database.withCommunes(
      communeScope(1),
      (tx) => tx.$executeRaw`insert into parcel values (2, 9, 'smuggled')`,
    );
    await expect(insert).rejects.toThrow(/row-level security/);
    const move = db.database.withCommunes(
      communeScope(1),
      (tx) => tx.$executeRaw`update parcel set commune_id = 2, id = 9 where id = 1`,
    );
    await expect(move).rejects.toThrow(/row-level security/);
  });

  it("leaves another commune's rows alone when they are updated or deleted by name", async () => {
    const touched = await db.database.withCommunes(communeScope(1), async (tx) => [
      await tx.$executeRaw`update parcel set label = 'x' where commune_id = 2`,
      await tx.$executeRaw`delete from parcel where commune_id = 2`,
    ]);
    expect(touched).toEqual([0, 0]);
  });

  it("binds the owner of the tables as well", async () => {
    expect((await db.owner.query("select * from parcel")).rows).toEqual([]);
    expect((await db.maintain.query("select * from parcel")).rowCount).toBe(4);
  });

  it("leaves nothing of a scope to the next user of the connection", async () => {
    const pool = db.database.pool;
    const settings = () =>
      pool.query(
        `select current_setting('app.communes', true) as a, current_setting('app.actor', true) as b,
                current_setting('app.verb', true) as c, (select count(*) from parcel)::int as rows`,
      );
    for (let round = 0; round < 2 * 5; round++) {
      await db.database.withCommunes(
        communeScope([1, 2], { actorId: "01990000-0000-7000-8000-000000000001" }),
        (tx) => tx.$queryRaw`select 1`,
      );
      const failing = db.database.withCommunes(communeScope(1), (tx) => tx.$queryRaw`select 1/0`);
      await expect(failing).rejects.toThrow(/division by zero/);
    }
    for (const { rows } of await Promise.all(Array.from({ length: 5 }, settings))) {
      expect(Object.values(rows[0]).map((value) => value || null)).toEqual([null, null, null, null]);
    }
  });

  it("keeps scopes apart that run at the same time on one pool", async () => {
    const communes = [1, 2, 3];
    const seen = await Promise.all(
      Array.from({ length: 30 }, (_, index) => communes[index % 3] ?? 1).map(async (commune) => {
        const rows = await db.database.withCommunes(
          communeScope(commune),
          (tx) => tx.$queryRaw<Row[]>`select commune_id, pg_sleep(0.002)::text from parcel`,
        );
        return rows.every((row) => row.commune_id === commune) && rows.length > 0;
      }),
    );
    expect(seen).not.toContain(false);
  });

  it("takes no number for a commune that is none", async () => {
    await expect(db.database.withCommunes(communeScope(0), async () => 1)).rejects.toThrow(
      /no commune has the number 0/,
    );
    await expect(db.database.withCommunes(communeScope(Number.NaN), async () => 1)).rejects.toThrow(
      /no commune/,
    );
  });
});

describe("an append-only table", () => {
  it("takes new rows from the application", async () => {
    await db.database.withCommunes(communeScope(1), (tx) => tx.$executeRaw`insert into stone values (1, 2)`);
    expect((await db.maintain.query("select * from stone where commune_id = 1")).rowCount).toBe(2);
  });

  it.each(["update stone set id = 9", "delete from stone", "truncate stone"])(
    "refuses the application: %s",
    async (sql) => {
      const attempt = db.database.withCommunes(communeScope(1), (tx) => tx.$executeRawUnsafe(sql));
      await expect(attempt).rejects.toThrow(/permission denied/);
    },
  );

  it.each(["update stone set id = 9", "delete from stone", "truncate stone"])(
    "refuses the superuser too: %s",
    async (sql) => {
      await expect(db.superuser.query(sql)).rejects.toThrow(/append-only/);
    },
  );
});

describe("a conflict between transactions", () => {
  it("is tried again until both are done", async () => {
    // Two rows locked in opposite order: one transaction is always the victim.
    const cross = (first: number, second: number) =>
      db.database.withCommunes(communeScope(1), async (tx) => {
        await tx.$executeRaw`update parcel set label = label || '.' where id = ${first}`;
        await tx.$queryRaw`select pg_sleep(0.2)::text`;
        await tx.$executeRaw`update parcel set label = label || '.' where id = ${second}`;
      });
    await Promise.all([cross(1, 2), cross(2, 1)]);
    const { rows } = await db.maintain.query("select label from parcel where commune_id = 1 order by id");
    expect(rows.map((row) => row.label)).toEqual(["one..", "two.."]);
  });
});

describe("Vietnamese names", () => {
  it("come in their own order by default", async () => {
    const { rows } = await db.database.pool.query(
      "select name from unnest(array['Đức', 'Ăn', 'Ánh', 'Dũng', 'An', 'Ê', 'Em']) as name order by name",
    );
    expect(rows.map((row) => row.name)).toEqual(["An", "Ánh", "Ăn", "Dũng", "Đức", "Em", "Ê"]);
  });
});
