import { Pool } from "pg";
import { SET_SCOPE, scopeValues, setScope } from "#app/platform/db/set-scope.server.ts";
import type { Run } from "../area.ts";
import { openOn } from "../data-folder.ts";
import type { Figure } from "../figure.ts";
import { inRounds, medianMsOf, paired } from "../rounds.ts";

const PLACE = { actorId: null, verb: "bench", requestId: "bench", communes: [1] } as const;
const STANDING = `select subject_id as id, points::float8 as points, claims, visits from standing
  where commune_id = $1 and month_id = $2 and subject = 'member' order by points desc, id limit 100`;
const NAMED = { name: "bench.standing", text: STANDING } as const;
const VALUES = [1, 202_611];
const MEMBERS = 140;

/** P15. */
const GATE = 1.1;
const GOAL = 1.05;

/**
 * What stands between a verb and `pg`: one statement behind the walls of a commune, in a transaction, a hundred rows.
 * The hot path (bookings) takes the house's pool as it is; everything else goes through `withCommunes`.
 */
export async function measureLayer({ isQuick, folders }: Run): Promise<Figure[]> {
  const opened = await openOn(await folders.fresh());
  const raw = new Pool({ connectionString: opened.addresses.app, max: 1 });
  const owner = opened.openPool("owner", { name: "bench", max: 1 });
  try {
    await owner.query("alter table standing disable trigger user");
    const foreign = await owner.query<{ name: string }>(
      "select conname as name from pg_constraint where contype = 'f' and conrelid = 'standing'::regclass",
    );
    for (const { name } of foreign.rows) await owner.query(`alter table standing drop constraint ${name}`);
    await owner.query("select set_config('app.communes', '1', false)");
    await owner.query(
      `insert into standing (commune_id, month_id, subject, subject_id, points, claims, visits, applied_seq)
       select 1, 202611, 'member', md5('member' || n), n * 7 % 900, n % 20, n % 30, 0 from generate_series(1, $1) n`,
      [MEMBERS],
    );
    await owner.query("analyze standing");
    const { database } = opened;
    const plain = async () => {
      const client = await raw.connect();
      try {
        await client.query("begin");
        await client.query(SET_SCOPE, scopeValues(PLACE));
        const { rows } = await client.query({ ...NAMED, values: VALUES });
        await client.query("commit");
        return rows;
      } finally {
        client.release();
      }
    };
    const hot = async () => {
      const client = await database.pool.connect();
      try {
        const [, , { rows }] = await Promise.all([
          client.query("begin"),
          setScope(client, PLACE),
          client.query({ ...NAMED, values: VALUES }),
        ]);
        await client.query("commit");
        return rows;
      } finally {
        client.release();
      }
    };
    const verb = () =>
      database.withCommunes(PLACE, (tx) =>
        tx.$queryRawUnsafe<object[]>(`/* bench.standing-of-verb */ ${STANDING}`, ...VALUES),
      );
    const wanted = JSON.stringify(await plain());
    for (const ask of [hot, verb])
      if (JSON.stringify(await ask()) !== wanted) throw new Error("the layers read different rows");
    const [rounds, count] = isQuick ? [5, 60] : [11, 300];
    const compare = (ours: () => Promise<unknown>) =>
      inRounds(rounds, async () => [() => medianMsOf(count, ours), () => medianMsOf(count, plain)]);
    const what = "the same by bare pg";
    const named = { area: "layer", unit: "ms" } as const;
    return [
      paired(
        { ...named, operation: "a hundred rows on the hot path (P15)", gate: GATE, goal: GOAL },
        what,
        await compare(hot),
      ),
      paired(
        { ...named, operation: "a hundred rows through withCommunes, as everywhere else", gate: null },
        what,
        await compare(verb),
      ),
    ];
  } finally {
    await Promise.all([raw.end(), owner.end()]);
    await opened.close();
  }
}
