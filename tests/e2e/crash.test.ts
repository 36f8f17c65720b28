import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { makeId } from "#app/domain/ids.ts";
import { askDatabase, postgresPid } from "#tests/support/ask-database.ts";
import { certifiedWork } from "#tests/support/certified-work.ts";
import { type House, makeDataDir, runCommand, startHouse } from "#tests/support/house.ts";
import { inhabit } from "#tests/support/inhabit.ts";
import { LEADER, MEMBER } from "#tests/support/inhabitants.ts";
import { signInPlainly } from "#tests/support/sign-in-plainly.ts";

/** `npm run test:crash` asks for many more, in parts that are each judged whole: a campaign cut short shows what it did. */
const BLOWS = Number(process.env.CAMPAIGN_ROUNDS ?? 6);
const BLOWS_OF_A_PART = 50;
const PARTS = Array.from({ length: Math.ceil(BLOWS / BLOWS_OF_A_PART) }, (_, part) => ({
  part: part + 1,
  blows: Math.min(BLOWS_OF_A_PART, BLOWS - part * BLOWS_OF_A_PART),
}));
const TIMES_EACH_FAILPOINT = Math.ceil(Number(process.env.CAMPAIGN_FAILPOINTS ?? 1) / PARTS.length);
/** Before and after everything a booking does. */
const FAILPOINTS = [
  "ledger.before-write",
  "ledger.after-write",
  "ledger.before-commit",
  "ledger.after-commit",
] as const;
const SEED = 20_261_121;
const HEAD_START_MS = 900;
/** A blow takes three seconds on an idle machine; a busy one is given its time. */
const TIMEOUT_MS = 120_000 + (BLOWS_OF_A_PART + FAILPOINTS.length * TIMES_EACH_FAILPOINT) * 30_000;

interface Sent {
  readonly claimId: string;
  readonly decisionId: string;
  isClaimKnown: boolean;
  /** What the house said the approval was worth; null until it said anything. */
  points: number | null;
}

/** The history: what was sent, and what of it the house acknowledged. */
class History {
  readonly sent: Sent[] = [];

  next(): Sent {
    const each = { claimId: newId(), decisionId: newId(), isClaimKnown: false, points: null };
    this.sent.push(each);
    return each;
  }

  get acknowledged(): number {
    return this.sent.filter(({ points }) => points !== null).length;
  }
}

interface Hands {
  readonly member: string;
  readonly leader: string;
}

describe("a sudden end while work is logged and verified", () => {
  it.each(PARTS)(
    "part $part: $blows times of the house or PostgreSQL, and at each failpoint of a booking: nothing acknowledged is lost, nothing counts twice",
    async ({ part, blows }) => {
      const roll = dice(SEED + part);
      const dataDir = await makeDataDir();
      await inhabit(dataDir);
      const history = new History();
      let house = await startHouse({ dataDir });
      const hands: Hands = {
        member: (await signInPlainly(house.origin, MEMBER)).cookie,
        leader: (await signInPlainly(house.origin, LEADER)).cookie,
      };
      for (let blow = 0; blow < blows; blow++) {
        const work = logAndVerify(house, hands, history);
        await expect.poll(() => work.done, { timeout: 30_000 }).toBeGreaterThan(1);
        await sleep(roll(HEAD_START_MS));
        if (blow % 2 === 0) process.kill(await postgresPid(dataDir), "SIGKILL");
        await house.kill();
        await work.ended;
        house = await startHouse({ dataDir });
        await repeatUnanswered(house, hands, history);
      }
      for (const name of FAILPOINTS) {
        for (let time = 1; time <= TIMES_EACH_FAILPOINT; time++) {
          await house.stop();
          house = await startHouse({ dataDir, environment: { FAILPOINT: `${name}:${time}` } });
          await logAndVerify(house, hands, history).ended;
          house = await startHouse({ dataDir });
          await repeatUnanswered(house, hands, history);
        }
      }
      await expectNothingLostOrDoubled(house, hands, history);
      const { status, stdout } = await runCommand("verify", [], dataDir);
      expect(stdout).toContain("Everything is as the facts say.");
      expect(status).toBe(0);
      if (PARTS.length > 1) {
        const failures = FAILPOINTS.length * TIMES_EACH_FAILPOINT;
        const { length } = history.sent;
        process.stderr.write(
          `part ${part}: ${blows} blows and ${failures} failpoints, ${length} records, lost 0, doubled 0, verify clean\n`,
        );
      }
      await house.remove();
    },
    TIMEOUT_MS,
  );
});

interface Work {
  done: number;
  readonly ended: Promise<void>;
}

/** A member who logs and a leader who verifies, one record after the other, until the house answers no more. */
function logAndVerify(house: House, hands: Hands, history: History): Work {
  const work = { done: 0, ended: Promise.resolve() };
  const run = async () => {
    for (let isAlive = true; isAlive; ) {
      isAlive = await send(house, hands, history.next());
      if (isAlive) work.done += 1;
    }
  };
  work.ended = run();
  return work;
}

/** As a phone does: what was not answered is sent again under the same name. */
async function repeatUnanswered(house: House, hands: Hands, history: History): Promise<void> {
  for (const each of history.sent) {
    if (each.points === null) expect(await send(house, hands, each)).toBe(true);
  }
}

async function send(house: House, hands: Hands, each: Sent): Promise<boolean> {
  const logged = await post<{ answers: { outcome: { ok: boolean } }[] }>(house, "/api/viec", hands.member, {
    "Content-Type": "application/json",
    body: JSON.stringify({ claims: [{ id: each.claimId, content: certifiedWork() }] }),
  });
  if (logged === null) return false;
  expect(logged.answers[0]?.outcome, JSON.stringify(logged)).toMatchObject({ ok: true });
  each.isClaimKnown = true;
  const decisions = JSON.stringify([
    {
      decisionId: each.decisionId,
      claimId: each.claimId,
      revision: 1,
      verdict: "approve",
      reasonCode: null,
      reason: null,
    },
  ]);
  const decided = await post<{ results: { ok: boolean; points: number }[] }>(
    house,
    "/api/duyet",
    hands.leader,
    {
      "Content-Type": "application/x-www-form-urlencoded",
      body: new URLSearchParams({ decisions }).toString(),
    },
  );
  if (decided === null) return false;
  const [result] = decided.results;
  expect(result, JSON.stringify(decided)).toMatchObject({ ok: true });
  each.points = result?.points ?? null;
  return true;
}

/** Null when the house is gone, or says honestly that PostgreSQL is. */
async function post<Answer>(
  house: House,
  to: string,
  cookie: string,
  { body, ...headers }: { readonly body: string; readonly "Content-Type": string },
): Promise<Answer | null> {
  const answer = await fetch(house.origin + to, {
    method: "POST",
    headers: { ...headers, Cookie: cookie, Origin: house.origin, "Sec-Fetch-Site": "same-origin" },
    body,
  }).catch(() => null);
  if (answer === null || answer.status >= 500) return null;
  const text = await answer.text().catch(() => null);
  if (text === null) return null;
  expect(answer.status, text).toBe(200);
  return JSON.parse(text) as Answer;
}

async function expectNothingLostOrDoubled(house: House, hands: Hands, history: History): Promise<void> {
  expect(history.acknowledged).toBe(history.sent.length);
  // Said again, everything is answered as it was the first time.
  for (const each of history.sent) {
    const before = each.points;
    await send(house, hands, each);
    expect(each.points).toBe(before);
  }
  const rows = await askDatabase<{ id: string; decisions: number; awards: number }>(
    house.dataDir,
    `select c.id,
            (select count(*)::int from claim_decision d where d.commune_id = c.commune_id and d.claim_id = c.id) as decisions,
            (select count(*)::int from ledger_line l
              where l.commune_id = c.commune_id and l.claim_id = c.id and l.kind = 'award') as awards
       from claim c`,
  );
  expect(rows.map(({ id }) => id).sort()).toEqual(history.sent.map(({ claimId }) => claimId).sort());
  for (const row of rows) expect(row).toMatchObject({ decisions: 1, awards: 1 });
}

function newId(): string {
  return makeId(Date.now(), randomBytes(10));
}

/** The same moments in every run: Park and Miller's generator. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
