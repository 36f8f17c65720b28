import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import http from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { brotliDecompressSync } from "node:zlib";
import pino from "pino";
import { chromium } from "playwright-core";
import { CONSENT_TEXT_VERSION } from "#app/domain/people/consent.ts";
import { setPublication } from "#app/features/board-live/set-publication.server.ts";
import { decideClaims } from "#app/features/ledger/decide-claims.server.ts";
import { parseConfig } from "#app/platform/config/parse-config.server.ts";
import { buildHouse } from "#app/server/build-house.server.ts";
import { startBrowser } from "#tests/support/browser-for-the-run.ts";
import { plantCommune } from "../approving-commune.ts";
import { type Figure, median } from "../figure.ts";
import { openHouse } from "../running-house.ts";
import { type Visit, visitSlowly } from "./slow-line.ts";

/** P10 and P11. */
const TTFB_TIMES = 1.5;
const PAINT_TIMES = 1.5;
const MOST_KB = 40;
const NAMED = 10;

/**
 * The public board of forty villages, teams and ten people who agreed, from a running house: the first byte against a
 * process that sends the same bytes and does nothing else; on a slow line against the same words written by hand.
 */
export async function measureBoardPage(isQuick: boolean): Promise<Figure[]> {
  const dataDir = await mkdtemp(path.join(tmpdir(), "bench-board-"));
  try {
    const communeId = await plantBoard(dataDir);
    const house = await openHouse(dataDir);
    try {
      const address = `${house.origin}/xa/${communeId}/bang`;
      const answer = await ask(address, new http.Agent({ keepAlive: true }));
      const twin = await startStatic({ headers: answer.headers, body: answer.body.toString("base64") });
      try {
        const first = await compareFirstBytes(address, twin.address, isQuick ? [3, 200] : [9, 1_000]);
        return [first, ...(await comparePaint(address, answer.text, isQuick ? 3 : 7))];
      } finally {
        await twin.stop();
      }
    } finally {
      await house.stop();
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function plantBoard(dataDir: string): Promise<number> {
  const reading = parseConfig(
    { NODE_ENV: "production", DATA_DIR: dataDir },
    { appRoot: process.cwd(), role: "all" },
  );
  if (!reading.ok) throw new Error(reading.problems.join(" "));
  const house = await buildHouse(reading.config, pino({ level: "silent" }));
  const { platform } = house;
  try {
    const sessions = await plantCommune(platform, { claims: 400, sessions: 40 });
    for (const { caller, waiting } of sessions) await decideClaims(caller, waiting);
    const [session] = sessions;
    if (!session) throw new Error("no session was planted");
    const scope = session.caller.scope("bench.publish");
    const communeId = scope.communes[0] ?? 0;
    const now = platform.clock.now();
    await platform.db.withCommunes(scope, async (tx) => {
      const members = await tx.member.findMany({
        where: { communeId },
        take: NAMED * 6,
        select: { id: true },
      });
      await tx.consent.createMany({
        data: members.map(({ id }) => ({
          communeId,
          id,
          memberId: id,
          purpose: "public_full_name",
          textVersion: CONSENT_TEXT_VERSION,
          channel: "paper",
          givenAt: now,
          recordedBy: scope.actorId ?? "",
        })),
      });
    });
    await setPublication(platform, scope, { isPublic: true, seenRevision: 0 });
    return communeId;
  } finally {
    await house.close();
  }
}

interface Answer {
  readonly headers: http.IncomingHttpHeaders;
  readonly body: Buffer;
  readonly text: string;
  readonly firstByteMs: number;
}

function ask(address: string, agent: http.Agent): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const startedMs = performance.now();
    const request = http.get(address, { agent, headers: { "accept-encoding": "br" } }, async (response) => {
      const firstByteMs = performance.now() - startedMs;
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk as Buffer);
      const body = Buffer.concat(chunks);
      if (response.statusCode !== 200) return reject(new Error(`${address} answered ${response.statusCode}`));
      resolve({ headers: response.headers, body, text: brotliDecompressSync(body).toString(), firstByteMs });
    });
    request.on("error", reject);
  });
}

async function compareFirstBytes(
  ours: string,
  theirs: string,
  [rounds, count]: readonly [number, number],
): Promise<Figure> {
  const agents = [new http.Agent({ keepAlive: true }), new http.Agent({ keepAlive: true })] as const;
  const [left, right] = [await ask(ours, agents[0]), await ask(theirs, agents[1])];
  if (!left.body.equals(right.body)) throw new Error("the static reply is another one");
  const ratios: number[] = [];
  const static_: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const times: Record<"ours" | "theirs", number[]> = { ours: [], theirs: [] };
    // In turn, request by request: what else the machine does then falls on both.
    for (let index = 0; index < count; index++) {
      times.ours.push((await ask(ours, agents[0])).firstByteMs);
      times.theirs.push((await ask(theirs, agents[1])).firstByteMs);
    }
    // The first round warms both sides up.
    if (round === 0) continue;
    ratios.push(median(times.ours) / median(times.theirs));
    static_.push(median(times.theirs));
  }
  for (const agent of agents) agent.destroy();
  const value = median(static_);
  return {
    area: "page",
    operation: "public board, first byte (P10)",
    measured: median(ratios) * value,
    unit: "ms",
    against: { what: "a static reply of the same bytes", value },
    gate: TTFB_TIMES,
  };
}

async function comparePaint(address: string, html: string, rounds: number): Promise<Figure[]> {
  const running = await startBrowser();
  if (running.missing) throw new Error(running.missing);
  const browser = await chromium.connect(running.address);
  const twin = await startStatic({
    headers: { "content-type": "text/html; charset=utf-8" },
    body: Buffer.from(writtenByHand(html)).toString("base64"),
    isPacked: true,
  });
  try {
    const ours: Visit[] = [];
    const theirs: Visit[] = [];
    for (let round = 0; round < rounds; round++) {
      ours.push(await visitSlowly(browser, address, undefined));
      theirs.push(await visitSlowly(browser, twin.address, undefined));
    }
    const bytes = median(ours.map((visit) => visit.bytes)) / 1_000;
    const paint = (visits: readonly Visit[]) => median(visits.map(({ largestPaintMs }) => largestPaintMs));
    return [
      {
        area: "page",
        operation: "public board, everything a first visit brings (P11)",
        measured: bytes,
        unit: "kB",
        against: { what: `${MOST_KB} kB`, value: MOST_KB },
        gate: 1,
      },
      {
        area: "page",
        operation: "public board on a slow line, largest paint (P11)",
        measured: paint(ours),
        unit: "ms",
        against: { what: "the same words written by hand", value: paint(theirs) },
        gate: PAINT_TIMES,
      },
    ];
  } finally {
    await twin.stop();
    await browser.close();
    await running.close();
  }
}

/** The same words in the same order, in one request: what somebody writes who has an afternoon and no program. */
function writtenByHand(html: string): string {
  const body = html
    .replace(/[\s\S]*<main>/, "")
    .replace(/<\/main>[\s\S]*/, "")
    .replace(/<svg[\s\S]*?<\/svg>/g, "")
    .replace(/ (?:class|data-[a-z]+)="[^"]*"/g, "");
  return `<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Thi đua</title><style>body{font:1.0625rem/1.5 sans-serif;margin:1rem}li{display:flex;gap:1rem;padding:.5rem 0;
border-bottom:1px solid #ccc}ol{padding:0}h1{font-size:1.7rem}</style>${body}`;
}

interface StaticReply {
  readonly headers: http.IncomingHttpHeaders;
  readonly body: string;
  /** The body is plain text that the process packs before it listens. */
  readonly isPacked?: boolean;
}

/** A process of its own, as the house is one. */
async function startStatic(reply: StaticReply): Promise<{ address: string; stop(): Promise<void> }> {
  const child: ChildProcess = fork(path.resolve("tests/bench/static-process.mjs"));
  child.send(reply);
  const [port] = (await once(child, "message")) as [number];
  return {
    address: `http://127.0.0.1:${port}/`,
    async stop() {
      child.kill();
      if (child.exitCode === null) await once(child, "exit");
    },
  };
}
