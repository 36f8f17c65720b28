import { Client } from "pg";
import { afterAll, beforeAll, describe, it } from "vitest";
import { CHECKERS, LOGGERS, VISITORS } from "#tests/support/inhabitants.ts";
import { goThrough, type Scene, setScene } from "./fault-rounds.ts";
import { startScaledHouse } from "./scaled-house.ts";

const ROUNDS = Number(process.env.STORM_ROUNDS ?? 10);
const TEAMS = [CHECKERS, LOGGERS, VISITORS];
const STORM_MS = 1_800_000;
const TOO_MANY = "53300";

const house = await startScaledHouse({ webs: 2, workers: 1, teams: TEAMS });

describe.skipIf(!house)("connections used up", { timeout: STORM_MS }, () => {
  if (!house) return;
  const { postgres } = house;
  const strangers: Client[] = [];
  let scene: Scene;
  beforeAll(async () => {
    scene = await setScene(house, TEAMS);
  }, STORM_MS);
  afterAll(() => house.remove(), STORM_MS);

  async function come(url: string): Promise<Client> {
    const client = new Client({ connectionString: url });
    client.on("error", () => {});
    await client.connect();
    strangers.push(client);
    return client;
  }

  async function takeAll(): Promise<void> {
    for (;;) {
      try {
        await come(postgres.maintainUrl);
      } catch (error) {
        if ((error as { code?: string }).code === TOO_MANY) return;
        throw error;
      }
    }
  }

  const leave = () => Promise.all(strangers.splice(0).map((client) => client.end()));

  it("SECURITY G19: strangers take every connection of PostgreSQL, in every second round also the house's own", () =>
    goThrough(scene, {
      name: "Connections taken by strangers",
      rounds: ROUNDS,
      async begin(round) {
        await takeAll();
        if (round % 2 === 0) return;
        const superuser = new Client({ connectionString: postgres.superuserUrl });
        await superuser.connect();
        const ended = "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'tds_app'";
        await superuser.query(ended);
        await takeAll();
        await superuser.end();
      },
      end: leave,
      seconds: () => 4,
    }));

  it("SECURITY G19: a long transaction of a stranger locks what all write, until every connection of the house waits", () =>
    goThrough(scene, {
      name: "Pool busy behind a lock",
      rounds: ROUNDS,
      async begin() {
        const stranger = await come(postgres.superuserUrl);
        await stranger.query("begin; lock table claim in access exclusive mode");
      },
      end: leave,
      // In two rounds longer than a statement waits for a lock.
      seconds: (round) => (round % 5 === 4 ? 13 : 3),
    }));
});
