import { randomBytes } from "node:crypto";
import { rm } from "node:fs/promises";
import path from "node:path";
import pino from "pino";
import type { Grant } from "#app/domain/access/actor.ts";
import type { Role } from "#app/domain/access/roles.ts";
import { addDays, type LocalDate, localDateAt } from "#app/domain/calendar/local-date.ts";
import { makeId } from "#app/domain/ids.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { receiveClaims } from "#app/features/activity-log/receive-claims.server.ts";
import { readBoardPage } from "#app/features/boards/read-board-page.server.ts";
import { decideClaims } from "#app/features/ledger/decide-claims.server.ts";
import { advanceMonths } from "#app/features/months/advance-months.server.ts";
import { backUpHouse } from "#app/features/operations/backup/back-up-house.server.ts";
import { readCommunes } from "#app/features/upper-tier/read-communes.server.ts";
import { countReview } from "#app/features/year/find-review.server.ts";
import { buildHouse, type House } from "#app/server/build-house.server.ts";
import { loadNation } from "#prisma/seed/national/load-nation.server.ts";
import { USUAL_WISH } from "#prisma/seed/national/nation-size.ts";
import { inOwnersTransaction } from "#prisma/seed/national/place-commune.server.ts";
import { certifiedWork } from "#tests/support/certified-work.ts";
import { plantAdoptedSheet } from "../adopted-sheet.ts";
import type { Run } from "../area.ts";
import { type Figure, median } from "../figure.ts";

/** Under twice what it costs in the smallest house, whatever stands beside a commune. */
const FLAT = 2;
/** No worse than linear: the same per commune, with a margin for what a small house does not fill. */
const LINEAR = 1.5;
const ROUNDS = 15;
const APPROVALS = 20;

interface Cost {
  readonly unit: Figure["unit"];
  readonly value: number;
  /** What grows with the house is held against so many times the smallest; what does not, against the smallest itself. */
  readonly growth: "flat" | "linear";
}

/**
 * What a house costs as communes come to it: the same work in houses of one, ten and more communes of a usual size.
 * BENCH_COMMUNES=1,10,100,1000 chooses the sizes.
 */
export async function measureCost({ isQuick, folders }: Run): Promise<Figure[]> {
  const sizes = process.env.BENCH_COMMUNES?.split(",").map(Number) ?? (isQuick ? [1, 3] : [1, 10, 100]);
  const [smallest = 1] = sizes;
  const first = await costsOf(smallest, await folders.fresh(), isQuick);
  const figures = figuresOf(smallest, smallest, first, first);
  for (const size of sizes.slice(1))
    figures.push(...figuresOf(size, smallest, await costsOf(size, await folders.fresh(), isQuick), first));
  return figures;
}

function figuresOf(size: number, smallest: number, costs: Costs, first: Costs): Figure[] {
  return [...costs].map(([operation, { unit, value, growth }]) => {
    const of = first.get(operation)?.value ?? value;
    const times = growth === "linear" ? size / smallest : 1;
    return {
      area: "cost",
      operation: `${size} communes: ${operation}`,
      measured: value,
      unit,
      against: { what: `${times} times that of ${smallest}`, value: of * times },
      gate: growth === "linear" ? LINEAR : FLAT,
    };
  });
}

type Costs = ReadonlyMap<string, Cost>;

async function costsOf(communes: number, dataDir: string, isQuick: boolean): Promise<Costs> {
  const config = {
    mode: "production" as const,
    role: "all" as const,
    host: "127.0.0.1",
    port: 0,
    portWasAsked: true,
    publicOrigins: ["http://localhost"] as [string],
    dataDir,
    appRoot: process.cwd(),
    database: null,
    redisUrl: null,
    masterKeyFile: null,
    metricsPort: null,
    trustedProxies: [],
    failpoint: null,
  };
  const house = await buildHouse(config, pino({ level: "silent" }));
  try {
    return await costsIn(house, communes, isQuick);
  } finally {
    await house.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function costsIn(house: House, communes: number, isQuick: boolean): Promise<Costs> {
  const { platform, opened } = house;
  const costs = new Map<string, Cost>();
  const nowMs = Date.now();
  const today = localDateAt(nowMs);
  const owner = opened.openPool("owner", { name: "cost", max: 4, statementTimeoutMs: 0 });
  const maintain = opened.openPool("maintain", { name: "cost", max: 2, statementTimeoutMs: 0 });
  const note = (operation: string, value: number, unit: Cost["unit"], growth: Cost["growth"]) =>
    costs.set(operation, { value, unit, growth });
  try {
    const wish = {
      ...USUAL_WISH,
      communes,
      plantedCommunes: 0,
      ...(isQuick ? { villages: 6, months: 3 } : {}),
    };
    const loading = await secondsOf(() =>
      loadNation({ platform, owner, wish, until: { today, nowMs } }, { done() {}, label() {} }),
    );
    await owner.query("analyze");
    note("loading the data set", loading, "s", "linear");
    const { rows } = await maintain.query<{ bytes: number }>(
      "select pg_database_size(current_database())::float8 as bytes",
    );
    note("disk of the database", (rows[0]?.bytes ?? 0) / 1e6, "MB", "linear");
    const { rows: people } = await maintain.query<Person>(PERSON_OF_FIRST);
    const [leader, member] = [personOf(people, "leader"), personOf(people, "member")];
    const by = (person: Person, grants: readonly Grant[]) => callerOf(house, person, grants, new Date(nowMs));
    const onBoard = by(member, [grantOf(member, "member")]);
    note(
      "approval of one record",
      await approve(by(leader, [grantOf(leader, "leader")]), await logWork(onBoard)),
      "ms",
      "flat",
    );
    note(
      "a member's own board with their place",
      await medianMs(() => readBoardPage(onBoard, new URLSearchParams())),
      "ms",
      "flat",
    );
    const { rows: all } = await maintain.query<{ id: number }>("select id from commune order by id");
    const upper = by(
      member,
      all.map(({ id }) => grantOf({ ...member, communeId: id }, "upper_tier")),
    );
    note(
      "index of all communes, as seen from above",
      await medianMs(() => readCommunes(upper), 5),
      "ms",
      "linear",
    );
    const closing = await secondsOf(() => advanceMonths(platform, leader.communeId, new Date(nowMs)));
    note("closing and sealing the past months of one commune", closing, "s", "flat");
    note(
      "the first year ranking of one commune",
      await rankYear(house, maintain, leader, nowMs),
      "ms",
      "flat",
    );
    const file = path.join(platform.config.dataDir, "backup", "house.tds");
    const { keys, config } = platform;
    let bytes = 0;
    const backup = await secondsOf(async () => {
      const wishOfBackup = {
        maintain,
        keys,
        dataDir: config.dataDir,
        masterKeyFile: null,
        file,
        id: "cost",
        now: new Date(nowMs),
      };
      ({ bytes } = await backUpHouse(wishOfBackup));
    });
    note("backup", backup, "s", "linear");
    note("disk of a backup", bytes / 1e6, "MB", "linear");
    note("memory of the process that did all this", process.memoryUsage().rss / 1e6, "MB", "linear");
    return costs;
  } finally {
    await Promise.all([owner.end(), maintain.end()]);
  }
}

interface Person {
  readonly accountId: string;
  readonly role: string;
  readonly communeId: number;
  readonly villageId: number;
  readonly teamId: number;
}

/** Of the first team of the first commune. */
const PERSON_OF_FIRST = `
select a.id as "accountId", s.role, t.commune_id as "communeId", t.village_id as "villageId", t.id as "teamId"
  from team t
  join membership s on s.commune_id = t.commune_id and s.team_id = t.id
  join member m on m.commune_id = s.commune_id and m.id = s.member_id
  join account a on a.id = m.account_id
 where t.commune_id = (select min(id) from commune)
   and t.id = (select min(id) from team where commune_id = t.commune_id)`;

function personOf(people: readonly Person[], role: string): Person {
  const found = people.find((person) => person.role === role);
  if (!found) throw new Error(`the team has no ${role}`);
  return found;
}

async function logWork(caller: Caller): Promise<string[]> {
  const claims = Array.from({ length: APPROVALS }, (_, at) => ({
    id: makeId(caller.now.getTime(), new Uint8Array(10).fill(at)),
    content: certifiedWork(),
  }));
  const verdict = await receiveClaims(caller, { claims });
  if (!verdict.ok) throw new Error(`work was refused: ${JSON.stringify(verdict)}`);
  return claims.map(({ id }) => id);
}

/** One after the other. */
async function approve(caller: Caller, claimIds: readonly string[]): Promise<number> {
  const times: number[] = [];
  for (const [at, claimId] of claimIds.entries()) {
    const decisionId = makeId(Date.now(), new Uint8Array(10).fill(at));
    const startedMs = performance.now();
    const [answer] = await decideClaims(caller, [
      { claimId, decisionId, revision: 1, verdict: "approve", reasonCode: null, reason: null },
    ]);
    times.push(performance.now() - startedMs);
    if (!answer?.outcome.ok) throw new Error(`an approval was refused: ${JSON.stringify(answer)}`);
  }
  return median(times);
}

/** December, over the months that were sealed just now: nothing of it was counted before. */
async function rankYear(
  { platform, opened }: House,
  maintain: { query(sql: string, values: unknown[]): Promise<{ rows: SealedSpan[] }> },
  { communeId, accountId }: Person,
  nowMs: number,
): Promise<number> {
  const { rows } = await maintain.query(
    `select min(id) as "firstMonth", max(id) as "lastMonth",
            (select account_id from role_grant g where g.commune_id = $1 and g.role = 'office' limit 1) as officer
       from month where commune_id = $1 and state = 'sealed'`,
    [communeId],
  );
  const [span] = rows;
  if (!span?.firstMonth) throw new Error("no month was sealed");
  const owner = opened.openPool("owner", { name: "cost-sheet", max: 1, statementTimeoutMs: 0 });
  try {
    await inOwnersTransaction({ owner }, [communeId], (_, query) =>
      plantAdoptedSheet(query, communeId, [span.officer, accountId]),
    );
  } finally {
    await owner.end();
  }
  const scope = { actorId: null, verb: "bench", requestId: "bench", communes: [communeId] };
  const review = { ...span, id: makeId(nowMs, new Uint8Array(10)), sheetVersion: 1 };
  const startedMs = performance.now();
  const { villages } = await platform.db.withCommunes(scope, (tx) =>
    countReview(tx, communeId, review, new Date(nowMs)),
  );
  const took = performance.now() - startedMs;
  if (!villages.some(({ rank }) => rank === 1)) throw new Error("nobody is first");
  return took;
}

interface SealedSpan {
  readonly firstMonth: number;
  readonly lastMonth: number;
  readonly officer: string;
}

function grantOf({ communeId, villageId, teamId }: Person, role: Role): Grant {
  const isOfTeam = role === "leader" || role === "member";
  const validFrom = addDays(localDateAt(Date.now()), -300) as LocalDate;
  return {
    role,
    communeId,
    villageId: isOfTeam ? villageId : null,
    teamId: isOfTeam ? teamId : null,
    validFrom,
    validTo: null,
  };
}

function callerOf(
  { platform }: House,
  { accountId, communeId }: Person,
  grants: readonly Grant[],
  now: Date,
): Caller {
  const stamp = (verb: string) => ({ actorId: accountId, verb, requestId: "bench" });
  const actor = {
    accountId,
    grants,
    assurance: "second_factor" as const,
    hasSecondFactor: true,
    mustChangePassword: false,
    isFounder: false,
    provedFreshly: false,
  };
  return {
    platform,
    communeId,
    now,
    today: localDateAt(now.getTime()),
    person: { accountId, username: "bench", displayName: "Lò Thị Thử", locale: "vi" },
    session: { deviceId: makeId(now.getTime(), new Uint8Array(randomBytes(10))) },
    actor,
    everywhere: actor,
    stamp,
    scope: (verb: string) => ({ ...stamp(verb), communes: [communeId] }),
  } as unknown as Caller;
}

async function medianMs(work: () => Promise<unknown>, rounds = ROUNDS): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) times.push((await secondsOf(work)) * 1000);
  return median(times);
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const startedMs = performance.now();
  await work();
  return (performance.now() - startedMs) / 1000;
}
