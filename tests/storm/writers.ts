import { randomBytes } from "node:crypto";
import { makeId } from "#app/domain/ids.ts";
import { certifiedWork } from "#tests/support/certified-work.ts";
import type { Inhabitant, VillageTeam } from "#tests/support/inhabitants.ts";
import { signInPlainly } from "#tests/support/sign-in-plainly.ts";
import { postAsPhone } from "./post-as-phone.ts";
import { readPoints } from "./read-boards.ts";

/** One record of work and its approval, as two phones send them. */
export interface Work {
  readonly claimId: string;
  readonly decisionId: string;
  /** What the house acknowledged of it; an answer that nobody got is no acknowledgement. */
  isLogged: boolean;
  isApproved: boolean;
}

/** A team at work: its member logs, its leader approves. */
export interface Pair {
  readonly member: Inhabitant;
  readonly memberCookie: string;
  readonly leaderCookie: string;
}

export interface Failure {
  readonly at: string;
  readonly what: "log" | "approve" | "read";
  readonly says: string;
}

/** Everything that was sent by all writers, and every request that was not answered as it should. */
export interface History {
  readonly works: Work[];
  readonly failures: Failure[];
  requests: number;
  /** Longest time that a write took to be acknowledged, tries again among it. */
  slowestMs: number;
  /** Longest time that anybody waited for an answer that was no acknowledgement. */
  slowestRefusalMs: number;
}

export interface Writers {
  stop(): Promise<void>;
}

export interface Pace {
  readonly requestsPerSecond: number;
}

/** As a phone does: what was not answered is sent again under the same name, after a moment. */
const RETRY_MS = 400;
/** A writer that is asked to stop goes on for this long with what is not acknowledged yet. */
const LAST_TRIES_MS = 60_000;
/** Every second record somebody looks at the board. */
const REQUESTS_A_ROUND = 2.5;

export async function signInPairs(origin: string, teams: readonly VillageTeam[]): Promise<Pair[]> {
  const pairs: Pair[] = [];
  for (const { member, leader } of teams) {
    const [memberIn, leaderIn] = [await signInPlainly(origin, member), await signInPlainly(origin, leader)];
    if (memberIn.status !== 303 || leaderIn.status !== 303)
      throw new Error(`${member.username} stands outside`);
    pairs.push({ member, memberCookie: memberIn.cookie, leaderCookie: leaderIn.cookie });
  }
  return pairs;
}

export function newHistory(): History {
  return { works: [], failures: [], requests: 0, slowestMs: 0, slowestRefusalMs: 0 };
}

/** Each pair works at its pace until it is stopped, one record at the least; what it began it brings to its end. */
export function startWriters(origin: string, pairs: readonly Pair[], history: History, pace: Pace): Writers {
  let isStopping = false;
  let stopBy = Number.POSITIVE_INFINITY;
  const roundMs = (1_000 * pairs.length * REQUESTS_A_ROUND) / pace.requestsPerSecond;

  async function insist(what: Failure["what"], send: () => Promise<string | null>): Promise<boolean> {
    const startedAt = performance.now();
    for (;;) {
      history.requests += 1;
      const sentAt = performance.now();
      const problem = await send();
      if (problem === null) {
        history.slowestMs = Math.max(history.slowestMs, performance.now() - startedAt);
        return true;
      }
      history.slowestRefusalMs = Math.max(history.slowestRefusalMs, performance.now() - sentAt);
      history.failures.push({ at: new Date().toISOString(), what, says: problem });
      if (performance.now() > stopBy) return false;
      await sleep(RETRY_MS);
    }
  }

  async function write(pair: Pair, number: number): Promise<void> {
    const work: Work = { claimId: newId(), decisionId: newId(), isLogged: false, isApproved: false };
    history.works.push(work);
    work.isLogged = await insist("log", () => sendLog(origin, pair, work));
    if (!work.isLogged) return;
    work.isApproved = await insist("approve", () => sendApproval(origin, pair, work));
    if (number % 2 !== 0) return;
    history.requests += 1;
    const problem = await readPoints(origin, pair).then(
      () => null,
      (error: unknown) => String(error),
    );
    if (problem !== null)
      history.failures.push({ at: new Date().toISOString(), what: "read", says: problem });
  }

  async function run(pair: Pair, index: number): Promise<void> {
    await sleep((roundMs * index) / pairs.length);
    for (let number = 0; number === 0 || !isStopping; number++) {
      const startedAt = performance.now();
      await write(pair, number);
      await sleep(Math.max(0, roundMs - (performance.now() - startedAt)));
    }
  }

  const running = Promise.all(pairs.map(run));
  return {
    async stop() {
      isStopping = true;
      stopBy = performance.now() + LAST_TRIES_MS;
      await running;
    },
  };
}

function sendLog(origin: string, pair: Pair, { claimId }: Work): Promise<string | null> {
  const body = JSON.stringify({ claims: [{ id: claimId, content: certifiedWork() }] });
  const sending = { to: "/api/viec", cookie: pair.memberCookie, type: "application/json", body };
  return postAsPhone(origin, sending, isTaken);
}

function sendApproval(origin: string, pair: Pair, { claimId, decisionId }: Work): Promise<string | null> {
  const decision = { decisionId, claimId, revision: 1, verdict: "approve", reasonCode: null, reason: null };
  const body = new URLSearchParams({ decisions: JSON.stringify([decision]) }).toString();
  const type = "application/x-www-form-urlencoded";
  return postAsPhone(origin, { to: "/api/duyet", cookie: pair.leaderCookie, type, body }, isTaken);
}

function isTaken(answer: string): boolean {
  return /"ok":true/.test(answer) && !/"ok":false/.test(answer);
}

function newId(): string {
  return makeId(Date.now(), randomBytes(10));
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
