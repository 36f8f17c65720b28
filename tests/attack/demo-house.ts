import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, readlink, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { generateSync } from "otplib";
import { findFreePort } from "#app/platform/db/embedded/find-free-port.server.ts";
import type { DemoSignIn } from "#prisma/seed/demo/demo-sign-ins.server.ts";
import { askDatabase } from "#tests/support/ask-database.ts";
import { type Heard, Visitor } from "./visitor.ts";

const READY_WITHIN_MS = 600_000;
const CODE_STEP_MS = 30_000;

/** The demonstration commune, in a house that may be broken. */
export interface DemoHouse {
  readonly origin: string;
  /** Where its own PostgreSQL and keys are. */
  readonly dataDir: string;
  readonly people: readonly DemoSignIn[];
  /** Codes open once: the last step of the clock that was used, by secret. */
  readonly usedSteps: Map<string, number>;
  /** Resident memory of the web process. */
  memoryMb(): Promise<number>;
  isAlive(): boolean;
  stop(): Promise<void>;
}

/** ATTACK_HOUSE and ATTACK_PORT name a demonstration house that runs already; it is left running. */
export async function openDemoHouse(): Promise<DemoHouse> {
  const given = process.env.ATTACK_HOUSE;
  const home = given ?? (await mkdtemp(path.join(tmpdir(), "attacked-")));
  const port = given ? Number(process.env.ATTACK_PORT) : await findFreePort();
  const origin = `http://localhost:${port}`;
  const child = given ? null : startDemo(home, port);
  await untilReady(origin, child);
  const dataDir = path.join(home, "demo");
  const people = JSON.parse(await readFile(path.join(dataDir, "demo-sign-ins.json"), "utf8")) as DemoSignIn[];
  const pid = child?.pid ?? (await pidListeningAt(port));
  return {
    origin,
    dataDir,
    people,
    usedSteps: new Map(),
    memoryMb: async () => {
      const status = await readFile(`/proc/${pid}/status`, "utf8");
      return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
    },
    isAlive: () => child === null || child.exitCode === null,
    async stop() {
      if (!child) return;
      child.kill("SIGTERM");
      if (child.exitCode === null) await once(child, "exit");
      await rm(home, { recursive: true, force: true });
    },
  };
}

function startDemo(home: string, port: number): ChildProcess {
  return spawn(process.execPath, ["app/server/launch.mjs", "demo"], {
    env: { ...process.env, NODE_ENV: "production", DATA_DIR: home, PORT: String(port) },
    stdio: ["ignore", "ignore", "inherit"],
  });
}

async function untilReady(origin: string, child: ChildProcess | null): Promise<void> {
  const last = performance.now() + READY_WITHIN_MS;
  while (performance.now() < last && (child === null || child.exitCode === null)) {
    if (
      await fetch(`${origin}/readyz`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  child?.kill("SIGKILL");
  throw new Error("the demonstration house did not become ready");
}

/** By the socket tables of Linux: the process that holds the listening socket of this port. */
async function pidListeningAt(port: number): Promise<number> {
  const wanted = port.toString(16).toUpperCase().padStart(4, "0");
  const tables = await Promise.all(
    ["tcp", "tcp6"].map((name) => readFile(`/proc/net/${name}`, "utf8").catch(() => "")),
  );
  const line = tables
    .flatMap((table) => table.split("\n"))
    .find((row) => row.split(/\s+/)[2]?.endsWith(`:${wanted}`) && row.split(/\s+/)[4] === "0A");
  const socket = `socket:[${line?.trim().split(/\s+/)[9]}]`;
  for (const name of await readdir("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    for (const descriptor of await readdir(`/proc/${name}/fd`).catch(() => []))
      if ((await readlink(`/proc/${name}/fd/${descriptor}`).catch(() => "")) === socket) return Number(name);
  }
  throw new Error(`nobody listens at ${port}`);
}

/** Somebody of the demonstration, signed in, who signs in again where a test threw them out. */
export class Inhabitant extends Visitor {
  readonly #house: DemoHouse;
  readonly #who: DemoSignIn;
  #comingBack: Promise<void> | null = null;
  signIns = 0;

  constructor(house: DemoHouse, who: DemoSignIn) {
    super(house.origin, who.username);
    this.#house = house;
    this.#who = who;
  }

  async signIn(): Promise<void> {
    this.signIns += 1;
    const { username, password } = this.#who;
    // The session goes; that this browser is known stays, as in any browser.
    this.cookies.delete("__Host-tds");
    const answer = await this.#patiently(() =>
      this.send("/dang-nhap", [
        ["name", username],
        ["password", password],
      ]),
    );
    if (answer.status !== 303) throw new Error(`${username} could not sign in: ${answer.status}`);
    if (answer.headers.location?.startsWith("/xac-thuc")) await this.prove();
  }

  /** The second factor, or the password where there is none. */
  async prove(): Promise<void> {
    for (const isLast of [false, true]) {
      const { status } = await this.#patiently(async () => this.send("/xac-thuc", await this.#proof()));
      if (status === 303) return;
      if (isLast) throw new Error(`${this.label} could not prove who they are: ${status}`);
    }
  }

  /** Wrong codes were sent in this person's name, so the house holds them back; the attack goes on without the wait. */
  async #patiently(ask: () => Promise<Heard>): Promise<Heard> {
    const answer = await ask();
    if (answer.status !== 429) return answer;
    await askDatabase(this.#house.dataDir, "delete from throttle");
    return ask();
  }

  async #proof(): Promise<[name: string, value: string][]> {
    const { totpSecret, password } = this.#who;
    if (totpSecret !== null) return [["code", await nextCode(this.#house.usedSteps, totpSecret)]];
    return [
      ["intent", "password"],
      ["password", password],
    ];
  }

  /** Whether an answer sent them away to prove or sign in; then they did, and the request is worth another try. */
  async cameBack({
    status,
    headers,
    text,
  }: {
    status: number;
    headers: { location?: string | undefined };
    text: string;
  }): Promise<boolean> {
    const away =
      status === 202
        ? (/(?:dang-nhap|xac-thuc)/.exec(text.slice(0, 300))?.[0] ?? "")
        : (headers.location ?? "");
    if (!/dang-nhap|xac-thuc/.test(away)) return false;
    // Several requests of one person may be sent away at once; they come back once.
    this.#comingBack ??= (away.includes("dang-nhap") ? this.signIn() : this.prove()).finally(() => {
      this.#comingBack = null;
    });
    await this.#comingBack;
    return true;
  }
}

/** Waits for a step of the clock that was not used yet: the house takes each code once. */
async function nextCode(usedSteps: Map<string, number>, secret: string): Promise<string> {
  let step = Math.floor(Date.now() / CODE_STEP_MS);
  const used = usedSteps.get(secret) ?? 0;
  if (step <= used) {
    // The house takes the code of the next half minute as well.
    step = used + 1;
    await new Promise((resolve) =>
      setTimeout(resolve, Math.max(0, (step - 1) * CODE_STEP_MS - Date.now() + 500)),
    );
  }
  usedSteps.set(secret, step);
  return generateSync({ strategy: "totp", secret, epoch: (step * CODE_STEP_MS) / 1000 });
}
