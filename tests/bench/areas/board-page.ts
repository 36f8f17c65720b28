import http from "node:http";
import pino from "pino";
import { chromium } from "playwright-core";
import { CONSENT_TEXT_VERSION } from "#app/domain/people/consent.ts";
import { setPublication } from "#app/features/board-live/set-publication.server.ts";
import { decideClaims } from "#app/features/ledger/decide-claims.server.ts";
import { parseConfig } from "#app/platform/config/parse-config.server.ts";
import { buildHouse } from "#app/server/build-house.server.ts";
import { startBrowser } from "#tests/support/browser-for-the-run.ts";
import { plantCommune } from "../approving-commune.ts";
import type { Run } from "../area.ts";
import { type Figure, median } from "../figure.ts";
import { paired } from "../rounds.ts";
import { openHouse } from "../running-house.ts";
import { ask, compareFirstBytes, startStatic } from "../static-reply.ts";
import { type Visit, visitSlowly } from "./slow-line.ts";

/** P10 and P11. */
const TTFB_TIMES = 1.5;
const TTFB_GOAL = 1.2;
const PAINT_TIMES = 1.5;
const PAINT_GOAL = 1.1;
const MOST_KB = 40;
const GOAL_KB = 14;
const NAMED = 10;

/**
 * The public board of forty villages, teams and ten people who agreed, from a running house: the first byte against a
 * process that sends the same bytes and does nothing else; on a slow line against the same words written by hand.
 */
export async function measureBoardPage({ isQuick, folders }: Run): Promise<Figure[]> {
  const dataDir = await folders.fresh();
  const communeId = await plantBoard(dataDir);
  const house = await openHouse(dataDir);
  try {
    const address = `${house.origin}/xa/${communeId}/bang`;
    const page = await ask(address, new http.Agent({ keepAlive: true }));
    const pair = await compareFirstBytes(address, {}, isQuick ? [3, 200] : [9, 1_000]);
    const named = {
      area: "page",
      operation: "public board, first byte (P10)",
      unit: "ms",
      gate: TTFB_TIMES,
      goal: TTFB_GOAL,
    } as const;
    return [
      paired(named, "a static reply of the same bytes", pair),
      ...(await comparePaint(address, page.text, isQuick ? 3 : 7)),
    ];
  } finally {
    await house.stop();
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
        goal: GOAL_KB / MOST_KB,
      },
      {
        area: "page",
        operation: "public board on a slow line, largest paint (P11)",
        measured: paint(ours),
        unit: "ms",
        against: { what: "the same words written by hand", value: paint(theirs) },
        gate: PAINT_TIMES,
        goal: PAINT_GOAL,
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
