import { describe, expect, it } from "vitest";
import { postgresPid } from "#tests/support/ask-database.ts";
import { type House, makeDataDir, runCommand, startHouse } from "#tests/support/house.ts";
import { inhabit } from "#tests/support/inhabit.ts";
import { INHABITANTS, MEMBER } from "#tests/support/inhabitants.ts";
import { signInPlainly } from "#tests/support/sign-in-plainly.ts";

const ROUNDS = 6;
const WRITERS = 3;
const SEED = 20_261_120;

/** The same moments in every run: Park and Miller's generator. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

/** As often as one account may within a minute. */
const SIGN_INS = 5;

function writerName(round: number, writer: number): string {
  return `thanh.vien.${round}.${writer}`;
}

/** Signs in again and again until the house answers no more; what it acknowledged is the history. */
async function write(house: House, username: string, acknowledged: string[]): Promise<void> {
  for (let count = 0; count < SIGN_INS; count++) {
    const answer = await signInPlainly(house.origin, { ...MEMBER, username }).catch(() => null);
    // The house is gone, or says honestly that PostgreSQL is.
    if (answer === null || answer.status >= 500) return;
    if (answer.status === 303) acknowledged.push(answer.cookie);
  }
}

describe("a sudden end", () => {
  it(`of the house or of PostgreSQL at ${ROUNDS} moments loses nothing that was acknowledged, and the next start heals by itself`, async () => {
    const roll = dice(SEED);
    const dataDir = await makeDataDir();
    const names = Array.from({ length: ROUNDS * WRITERS }, (_, index) =>
      writerName(Math.floor(index / WRITERS), index % WRITERS),
    );
    const accounts = names.map((username) => ({ ...MEMBER, username, founder: false, roles: [] }));
    await inhabit(dataDir, { ...INHABITANTS, accounts: [...INHABITANTS.accounts, ...accounts] });
    const acknowledged: string[] = [];
    let house = await startHouse({ dataDir });
    for (let round = 0; round < ROUNDS; round++) {
      const before = acknowledged.length;
      const writers = Array.from({ length: WRITERS }, (_, writer) =>
        write(house, writerName(round, writer), acknowledged),
      );
      // On a slow machine too, the blow falls among acknowledged writes and not before the first.
      await expect.poll(() => acknowledged.length, { timeout: 20_000 }).toBeGreaterThan(before);
      await new Promise((resolve) => setTimeout(resolve, roll(500)));
      if (round % 2 === 0) process.kill(await postgresPid(dataDir), "SIGKILL");
      await house.kill();
      await Promise.all(writers);
      house = await startHouse({ dataDir });
      for (const cookie of acknowledged) {
        const answer = await fetch(`${house.origin}/tai-khoan`, {
          headers: { Cookie: cookie },
          redirect: "manual",
        });
        expect(answer.status, `round ${round}`).toBe(200);
      }
    }
    expect(acknowledged.length).toBeGreaterThan(ROUNDS);
    const { status, stdout } = await runCommand("verify", [], dataDir);
    expect(stdout).toContain("Everything is as the facts say.");
    expect(status).toBe(0);
    await house.remove();
  }, 300_000);
});
