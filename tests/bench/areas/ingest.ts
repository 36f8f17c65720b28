import { randomBytes } from "node:crypto";
import type { Pool } from "pg";
import pino from "pino";
import { addDays, daysBetween, localDateAt } from "#app/domain/calendar/local-date.ts";
import { makeId } from "#app/domain/ids.ts";
import { frameMonth } from "#app/domain/months/month.ts";
import type { LogCaller } from "#app/features/activity-log/log-act.ts";
import { receiveClaims } from "#app/features/activity-log/receive-claims.server.ts";
import { parseConfig } from "#app/platform/config/parse-config.server.ts";
import { buildHouse } from "#app/server/build-house.server.ts";
import { PRESETS } from "#prisma/presets/presets.ts";
import type { Run } from "../area.ts";
import type { Figure } from "../figure.ts";
import { plantLoggers } from "../logging-commune.ts";
import { inRounds, msOf, paired } from "../rounds.ts";

const SENDERS = 8;
const PER_POST = 50;
const PER_INSERT = 100;
/** P13: at least three tenths of the bare rate. */
const RATE_GATE = 0.3;
const RATE_GOAL = 0.5;

/**
 * P13: what phones gathered, fifty records to a sending, read, judged and on the disk, against bare inserts of a
 * hundred rows by unnest into the same database.
 */
export async function measureIngest({ isQuick, folders }: Run): Promise<Figure[]> {
  const dataDir = await folders.fresh();
  const reading = parseConfig(
    { NODE_ENV: "production", DATA_DIR: dataDir },
    { appRoot: process.cwd(), role: "all" },
  );
  if (!reading.ok) throw new Error(reading.problems.join(" "));
  const house = await buildHouse(reading.config, pino({ level: "silent" }));
  const owner = house.opened.openPool("owner", { name: "bench owner", max: 1 });
  const peer = house.opened.openPool("maintain", { name: "bench peer", max: SENDERS });
  try {
    await owner.query(
      `create table bare_claim (id uuid primary key, member_id uuid not null, team_id int not null,
         activity_key text not null, work_date date not null, mode text not null, visits int not null, content jsonb not null);
       grant insert on bare_claim to tds_maintain`,
    );
    const { callers, household } = await plantLoggers(house.platform, SENDERS);
    const [rounds, count] = isQuick ? [3, 1_200] : [9, 4_000];
    const perThousand = async (work: () => Promise<unknown>) => (1_000 * (await msOf(work))) / count;
    const pair = await inRounds(rounds, async (round) => {
      const posts = makePosts(count, (index) => household(round * count + index));
      const rows = makeRows(count);
      // Thousands of rows a second: a house that grew has its statistics, by autovacuum.
      await owner.query("analyze");
      return [
        () => perThousand(() => shareOut(callers, posts, sendPost)),
        () => perThousand(() => shareOut(Array<Pool>(SENDERS).fill(peer), rows, insertRows)),
      ];
    });
    const named = {
      area: "ingest",
      operation: `1,000 records in sendings of ${PER_POST} (P13)`,
      unit: "ms",
      gate: 1 / RATE_GATE,
      goal: 1 / RATE_GOAL,
    } as const;
    return [paired(named, `1,000 bare rows by unnest of ${PER_INSERT}`, pair)];
  } finally {
    await Promise.all([owner.end(), peer.end()]);
    await house.close();
  }
}

const newId = () => makeId(Date.now(), new Uint8Array(randomBytes(10)));

function makePosts(
  count: number,
  household: (index: number) => { householdId: string; slot: number },
): string[] {
  return Array.from({ length: count / PER_POST }, (_, post) =>
    JSON.stringify({
      phoneTime: new Date().toISOString(),
      claims: Array.from({ length: PER_POST }, (_each, index) => ({
        id: newId(),
        content: contentOf(household(post * PER_POST + index), dayOf(post + index)),
      })),
    }),
  );
}

/** What a phone gathered while it was away: work of the month so far, day after day. */
function dayOf(index: number): string {
  const today = localDateAt(Date.now());
  const { firstDay } = frameMonth(PRESETS["dai-son-2026"].report.cutoff, today);
  return addDays(firstDay, index % (daysBetween(firstDay, today) + 1));
}

function contentOf(person: { householdId: string; slot: number }, workDate: string) {
  return {
    activityKey: "health-book",
    workDate,
    mode: "home_visit",
    audience: "residents",
    place: null,
    note: "Đã cài và mở được sổ",
    link: null,
    visits: 1,
    minutes: 15,
    counters: {},
    movements: [],
    units: [
      { ...person, serviceKey: null, outcome: null, stage: null, groups: [], bonuses: {}, quantity: 1 },
    ],
    helpers: [],
    photos: [],
  };
}

/** A sending that is refused would be a fast one: the figure would lie. */
async function sendPost(caller: LogCaller, body: string): Promise<void> {
  const verdict = await receiveClaims(caller, JSON.parse(body));
  const refused = verdict.ok ? verdict.value.answers.find(({ outcome }) => !outcome.ok) : verdict;
  if (refused) throw new Error(`a record was refused: ${JSON.stringify(refused)}`);
}

type Rows = readonly (readonly unknown[])[];

function makeRows(count: number): Rows[] {
  return Array.from({ length: count / PER_INSERT }, () => {
    const ids = Array.from({ length: PER_INSERT }, newId);
    const all = <Value>(value: Value) => ids.map(() => value);
    const content = JSON.stringify(contentOf({ householdId: newId(), slot: 1 }, dayOf(0)));
    return [ids, ids, all(7), all("health-book"), all("2026-11-20"), all("home_visit"), all(1), all(content)];
  });
}

async function insertRows(pool: Pool, columns: Rows): Promise<void> {
  await pool.query({
    name: "bench.bare-claims",
    text: `insert into bare_claim select * from unnest($1::uuid[], $2::uuid[], $3::int[], $4::text[], $5::date[],
             $6::text[], $7::int[], $8::jsonb[])`,
    values: [...columns],
  });
}

async function shareOut<Worker, Task>(
  workers: readonly Worker[],
  tasks: readonly Task[],
  work: (worker: Worker, task: Task) => Promise<void>,
): Promise<void> {
  let next = 0;
  await Promise.all(
    workers.map(async (worker) => {
      for (let task = tasks[next++]; task !== undefined; task = tasks[next++]) await work(worker, task);
    }),
  );
}
