import { randomBytes } from "node:crypto";
import type { Pool, PoolClient } from "pg";
import { makeId } from "#app/domain/ids.ts";
import { setScope } from "#app/platform/db/set-scope.server.ts";

export interface PlantedHouse {
  readonly officer: string;
  readonly communes: readonly number[];
  readonly villages: readonly { readonly commune: number; readonly id: number }[];
}

export function newId(): string {
  return makeId(Date.now(), new Uint8Array(randomBytes(10)));
}

/** A small house with two communes, written by the application's own login in the scope of each. */
export async function plantHouse(app: Pool, villagesEach = 3): Promise<PlantedHouse> {
  const officer = newId();
  const communes: number[] = [];
  const villages: { commune: number; id: number }[] = [];
  await inScope(app, [], (client) =>
    client.query(
      "insert into account (id, username, display_name, created_at, locale) values ($1, $2, 'Lò Thị Mai\tÁnh\nHà \\ Vàng', now(), 'vi')",
      [officer, `officer.${officer.slice(-8)}`],
    ),
  );
  for (const name of ["Mường Thử", "Bản Mẫu"]) {
    const commune = await nextNumber(app, "commune_number");
    communes.push(commune);
    await inScope(app, [commune], async (client) => {
      await client.query(
        `insert into commune (id, kind, name, preset_id, founded_by, founded_at, set_up_at)
         values ($1, 'commune', $2, 'dai-son-2026', $3, now(), now())`,
        [commune, name, officer],
      );
      for (let index = 1; index <= villagesEach; index++) {
        const { rows } = await client.query<{ id: number }>(
          `insert into village (commune_id, kind, name, name_key, sort_key, created_at)
           values ($1, 'village', $2, $2, $2, now()) returning id`,
          [commune, `Thôn ${index}`],
        );
        const id = rows[0]?.id ?? 0;
        villages.push({ commune, id });
        await client.query(
          `insert into village_count (commune_id, village_id, counted_on, households, recorded_at)
           values ($1, $2, '2026-10-01', $3, now())`,
          [commune, id, 40 + index],
        );
      }
      await client.query(
        `insert into role_grant (id, commune_id, account_id, role, valid_from, granted_at)
         values ($1, $2, $3, 'office', '2026-01-01', now())`,
        [newId(), commune, officer],
      );
    });
  }
  return { officer, communes, villages };
}

export async function inScope(
  app: Pool,
  communes: readonly number[],
  work: (client: PoolClient) => Promise<unknown>,
): Promise<void> {
  const client = await app.connect();
  try {
    await client.query("begin");
    await setScope(client, { actorId: null, verb: "test.plant", requestId: "test", communes });
    await work(client);
    await client.query("commit");
  } finally {
    client.release();
  }
}

async function nextNumber(app: Pool, sequence: string): Promise<number> {
  const { rows } = await app.query<{ number: string }>("select nextval($1) as number", [sequence]);
  return Number(rows[0]?.number);
}

/** What no login of the house can do: changes with every trigger asleep, as somebody with the disk could. */
export async function tamper(superuser: Pool, ...statements: readonly string[]): Promise<void> {
  const client = await superuser.connect();
  try {
    await client.query("begin");
    await client.query("set local session_replication_role = replica");
    for (const statement of statements) await client.query(statement);
    await client.query("commit");
  } finally {
    client.release(true);
  }
}
