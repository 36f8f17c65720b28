import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { createServer, type Server as HttpServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pino from "pino";
import { Server } from "socket.io";
import { decideClaims } from "#app/features/ledger/decide-claims.server.ts";
import { parseConfig } from "#app/platform/config/parse-config.server.ts";
import type { TopicVersions } from "#app/platform/live/live-frames.ts";
import type { LiveGate, LiveVisitor } from "#app/platform/live/live-gate.ts";
import { buildHouse, type House } from "#app/server/build-house.server.ts";
import { plantCommune, type Session } from "../approving-commune.ts";
import type { Run } from "../area.ts";
import { type Figure, median } from "../figure.ts";
import { inRounds, paired } from "../rounds.ts";

/** A commune on the evening of its results, and what PERFORMANCE asks of a house. */
const CROWDS = [
  { screens: 1_000, gate: 1.5, goal: 0.85 },
  { screens: 5_000, gate: 1.2, goal: 0.85 },
] as const;
const SCREENS_PER_SESSION = 8;
const FIRST_SCREEN_MS = 5;
const ORIGIN = "https://thidua.example";
/** What was told before is heard out, so that it is not taken for the next. */
const QUIET_MS = 150;

/**
 * From the approval as a leader sends it, through its transaction and PostgreSQL's notice, to the last of so many
 * screens; against Socket.IO telling as many the same frame and doing nothing else.
 */
export async function measurePush({ isQuick, folders }: Run): Promise<Figure[]> {
  const dataDir = await folders.fresh();
  const reading = parseConfig(
    { NODE_ENV: "production", DATA_DIR: dataDir, PUBLIC_ORIGIN: ORIGIN },
    { appRoot: process.cwd(), role: "all" },
  );
  if (!reading.ok) throw new Error(reading.problems.join(" "));
  const house = await buildHouse(reading.config, pino({ level: "silent" }));
  try {
    const rounds = isQuick ? 5 : 15;
    const crowds = isQuick ? CROWDS.slice(0, 1) : CROWDS;
    // A team has a fortieth of them, a little more or less.
    const claims = 50 * (rounds + 2) * crowds.length;
    const [session] = await plantCommune(house.platform, { claims, sessions: 1 });
    if (!session) throw new Error("no session was planted");
    return await compareCrowds(house, session, rounds, crowds);
  } finally {
    await house.close();
  }
}

async function compareCrowds(
  house: House,
  session: Session,
  rounds: number,
  crowds: readonly (typeof CROWDS)[number][],
): Promise<Figure[]> {
  const communeId = session.caller.scope("bench.push").communes[0] ?? 0;
  const [ours, theirs] = [await listen(), await listen()];
  house.live.attach(ours.http, gateOf(communeId));
  const bare = new Server(theirs.http, {
    transports: ["websocket"],
    serveClient: false,
    perMessageDeflate: false,
  });
  const screens = [openCrowd(ours.port), openCrowd(theirs.port)] as const;
  try {
    const figures: Figure[] = [];
    for (const crowd of crowds) {
      for (const each of screens) await each.growTo(crowd.screens);
      figures.push(...(await compareCrowd(session, bare, screens, rounds, { ...crowd, communeId })));
    }
    return figures;
  } finally {
    for (const { child } of screens) child.kill();
    await bare.close();
    await house.live.close();
    ours.http.close();
  }
}

async function compareCrowd(
  session: Session,
  bare: Server,
  [ours, theirs]: readonly [Crowd, Crowd],
  rounds: number,
  { screens, gate, goal, communeId }: (typeof CROWDS)[number] & { readonly communeId: number },
): Promise<Figure[]> {
  const what = "a bare Socket.IO broadcast";
  const firsts: number[] = [];
  const emit = (round: number) => async () =>
    (await toScreens(theirs, async () => void bare.emit("versions", versionsOf(communeId, round)))).lastMs;
  const approved = await inRounds(rounds, async (round) => {
    const decision = session.waiting.shift();
    if (!decision) throw new Error("the session has approved everything");
    const approve = async () => {
      const { firstMs, lastMs } = await toScreens(ours, () => checkedApproval(session, decision));
      firsts.push(firstMs);
      return lastMs;
    };
    return [approve, emit(round)];
  });
  const prebuilt = await inRounds(rounds, async (round) => {
    const tell = () => toScreens(theirs, async () => writeFrames(bare, versionsOf(communeId, round)));
    return [async () => (await tell()).lastMs, emit(round)];
  });
  const named = { area: "push", unit: "ms" } as const;
  return [
    paired(
      { ...named, operation: `an approval to the last of ${screens} screens (P6)`, gate, goal },
      what,
      approved,
    ),
    {
      ...named,
      operation: `an approval to the first of ${screens} screens (P6)`,
      measured: median(firsts),
      against: { what: `${FIRST_SCREEN_MS} ms`, value: FIRST_SCREEN_MS },
      gate: null,
      goal: 1,
    },
    paired(
      { ...named, operation: `left out: one prebuilt frame to ${screens} sockets`, gate: null },
      what,
      prebuilt,
    ),
  ];
}

function versionsOf(communeId: number, version: number): TopicVersions {
  return { [`commune:${communeId}`]: version };
}

/** Past Socket.IO, Engine.IO and ws: what one would gain by building the bytes once and writing them oneself. */
function writeFrames(bare: Server, versions: TopicVersions): void {
  const body = Buffer.from(`42["versions",${JSON.stringify(versions)}]`);
  const frame = Buffer.concat([Buffer.from([0x81, body.length]), body]);
  for (const { conn } of bare.of("/").sockets.values()) {
    const { transport } = conn as unknown as {
      transport: { socket: { _socket: { write(bytes: Buffer): void } } };
    };
    transport.socket._socket.write(frame);
  }
}

async function checkedApproval({ caller }: Session, decision: Session["waiting"][number]): Promise<void> {
  const [answer] = await decideClaims(caller, [decision]);
  if (!answer?.outcome.ok) throw new Error(`an approval was refused: ${JSON.stringify(answer)}`);
}

/** Both processes read the machine's one monotonic clock. */
async function toScreens(
  { child }: Crowd,
  tell: () => Promise<void>,
): Promise<{ readonly firstMs: number; readonly lastMs: number }> {
  child.send({ arm: true });
  await heard(child, "armed");
  await pause(QUIET_MS);
  const told = heard(child, "told") as Promise<{ firstAt: string; lastAt: string }>;
  const startedAt = process.hrtime.bigint();
  await tell();
  const { firstAt, lastAt } = await told;
  const sinceMs = (at: string) => Number(BigInt(at) - startedAt) / 1e6;
  return { firstMs: sinceMs(firstAt), lastMs: sinceMs(lastAt) };
}

interface Crowd {
  readonly child: ChildProcess;
  growTo(screens: number): Promise<void>;
}

function openCrowd(port: number): Crowd {
  const child = fork(path.resolve("tests/bench/screens-process.mjs"));
  return {
    child,
    async growTo(screens) {
      child.send({ open: { port, origin: ORIGIN }, to: screens, perSession: SCREENS_PER_SESSION });
      const opened = await heard(child, "opened");
      if (opened !== screens) throw new Error(`only ${opened} screens were let in`);
      // The versions told at the welcome are heard out as well.
      await pause(1_000);
    },
  };
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
