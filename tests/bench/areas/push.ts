import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server as HttpServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pino from "pino";
import { Server } from "socket.io";
import { decideClaims } from "#app/features/ledger/decide-claims.server.ts";
import { parseConfig } from "#app/platform/config/parse-config.server.ts";
import type { LiveGate, LiveVisitor } from "#app/platform/live/live-gate.ts";
import { buildHouse, type House } from "#app/server/build-house.server.ts";
import { plantCommune, type Session } from "../approving-commune.ts";
import { type Figure, median } from "../figure.ts";

const SCREENS = 1_000;
const SCREENS_PER_SESSION = 8;
/** P6, for the screens of one commune. */
const GATE = 1.5;
const ORIGIN = "https://thidua.example";
/** What was told before is heard out, so that it is not taken for the next. */
const QUIET_MS = 150;

/**
 * From the approval as a leader sends it, through its transaction and PostgreSQL's notice, to the last of a thousand
 * screens; against Socket.IO telling a thousand screens the same frame and doing nothing else. Rounds alternate.
 */
export async function measurePush(isQuick: boolean): Promise<Figure[]> {
  const dataDir = await mkdtemp(path.join(tmpdir(), "bench-push-"));
  const reading = parseConfig(
    { NODE_ENV: "production", DATA_DIR: dataDir, PUBLIC_ORIGIN: ORIGIN },
    { appRoot: process.cwd(), role: "all" },
  );
  if (!reading.ok) throw new Error(reading.problems.join(" "));
  const house = await buildHouse(reading.config, pino({ level: "silent" }));
  try {
    const rounds = isQuick ? 5 : 21;
    const [session] = await plantCommune(house.platform, { claims: 40 * (rounds + 2), sessions: 1 });
    if (!session) throw new Error("no session was planted");
    return [await compare(house, session, rounds)];
  } finally {
    await house.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function compare(house: House, session: Session, rounds: number): Promise<Figure> {
  const communeId = session.caller.scope("bench.push").communes[0] ?? 0;
  const [ours, theirs] = [await listen(), await listen()];
  house.live.attach(ours.http, gateOf(communeId));
  const bare = new Server(theirs.http, {
    transports: ["websocket"],
    serveClient: false,
    perMessageDeflate: false,
  });
  const screens = [await openScreens(ours.port), await openScreens(theirs.port)] as const;
  try {
    const ratios: number[] = [];
    const bareMs: number[] = [];
    for (let round = 0; round <= rounds; round++) {
      const decision = session.waiting[round];
      if (!decision) throw new Error("the session has approved everything");
      const approve = () => toLast(screens[0], async () => checkedApproval(session, decision));
      const emit = () =>
        toLast(screens[1], async () => {
          bare.emit("versions", { [`commune:${communeId}`]: round });
        });
      const isOursFirst = round % 2 === 0;
      const first = isOursFirst ? await approve() : await emit();
      const second = isOursFirst ? await emit() : await approve();
      const [approvedMs, emittedMs] = isOursFirst ? [first, second] : [second, first];
      // The first round warms both sides up.
      if (round === 0) continue;
      ratios.push(approvedMs / emittedMs);
      bareMs.push(emittedMs);
    }
    const value = median(bareMs);
    return {
      area: "push",
      operation: `an approval to the last of ${SCREENS} screens (P6)`,
      measured: median(ratios) * value,
      unit: "ms",
      against: { what: "a bare Socket.IO broadcast", value },
      gate: GATE,
    };
  } finally {
    for (const child of screens) child.kill();
    await bare.close();
    await house.live.close();
    ours.http.close();
  }
}

async function checkedApproval({ caller }: Session, decision: Session["waiting"][number]): Promise<void> {
  const [answer] = await decideClaims(caller, [decision]);
  if (!answer?.outcome.ok) throw new Error(`an approval was refused: ${JSON.stringify(answer)}`);
}

/** Both processes read the machine's one monotonic clock. */
async function toLast(screens: ChildProcess, tell: () => Promise<void>): Promise<number> {
  screens.send({ arm: true });
  await heard(screens, "armed");
  await pause(QUIET_MS);
  const last = heard(screens, "lastAt");
  const startedAt = process.hrtime.bigint();
  await tell();
  return Number(BigInt((await last) as string) - startedAt) / 1e6;
}

async function openScreens(port: number): Promise<ChildProcess> {
  const child = fork(path.resolve("tests/bench/screens-process.mjs"));
  child.send({ open: { port, origin: ORIGIN }, count: SCREENS, perSession: SCREENS_PER_SESSION });
  const opened = await heard(child, "opened");
  if (opened !== SCREENS) throw new Error(`only ${opened} screens were let in`);
  // The versions told at the welcome are heard out as well.
  await pause(1_000);
  return child;
}

async function heard(child: ChildProcess, key: string): Promise<unknown> {
  for (;;) {
    const [message] = (await once(child, "message")) as [Record<string, unknown>];
    if (key in message) return message[key];
  }
}

async function listen(): Promise<{ http: HttpServer; port: number }> {
  const http = createServer((_request, response) => response.writeHead(404).end());
  http.listen(0, "127.0.0.1");
  await once(http, "listening");
  return { http, port: (http.address() as AddressInfo).port };
}

/** So many sessions of members of the commune; who they are is not what is measured. */
function gateOf(communeId: number): LiveGate {
  const visitorOf = (sessionId: string): LiveVisitor => ({
    sessionId,
    accountId: sessionId,
    communes: [communeId],
  });
  return {
    authenticate: async (cookie) => visitorOf(cookie?.replace("session=", "") ?? ""),
    recheck: async (ids) => new Map(ids.map((id) => [id, visitorOf(id)])),
  };
}
