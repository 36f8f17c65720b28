import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { findFreePort } from "#app/platform/db/embedded/find-free-port.server.ts";

/** The real program, built and started as a person starts it, on a data folder of its own. */
export interface House {
  readonly origin: string;
  /** Printed while nobody has set the house up. */
  readonly firstOfficerLink: string | null;
  readonly dataDir: string;
  /** Everything it has said so far. */
  output(): string;
  /** Asks it to stop, as systemd or Ctrl-C would, and answers with its exit status. */
  stop(): Promise<number | null>;
  /** The process dies at this moment, as when the power fails. What it started goes on without it. */
  kill(): Promise<void>;
  /** Stops it and throws its data away. */
  remove(): Promise<void>;
}

export interface HouseWish {
  /** `demo` brings the demonstration commune. */
  readonly command?: "start" | "demo";
  /** An existing folder: the house that lives there starts again. */
  readonly dataDir?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

export interface CommandResult {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const READY = /Thi đua số: (http:\/\/\S+)/;
const FIRST_OFFICER = /^(http:\/\/\S+\/thiet-lap-dau-tien\/\S+)$/m;
/** A first start builds what is stale, makes a database cluster and migrates it, on a busy machine. */
const START_MS = 240_000;
const STOP_MS = 30_000;

export async function startHouse(wish: HouseWish = {}): Promise<House> {
  const dataDir = wish.dataDir ?? (await makeDataDir());
  const port = await findFreePort();
  const child = launch(wish.command ?? "start", [], {
    ...wish.environment,
    DATA_DIR: dataDir,
    PORT: String(port),
  });
  const heard = listen(child);
  const origin = await saidReady(child, heard);
  // The address comes before the link in one breath; the door may take a moment longer than either.
  await untilReady(origin);
  const stop = async () => {
    child.kill("SIGTERM");
    return exitOf(child);
  };
  return {
    origin,
    firstOfficerLink: FIRST_OFFICER.exec(heard.all())?.[1] ?? null,
    dataDir,
    output: heard.all,
    stop,
    async kill() {
      child.kill("SIGKILL");
      await exitOf(child);
    },
    async remove() {
      await stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** A command of package.json, to its end. */
export async function runCommand(
  command: string,
  args: readonly string[],
  dataDir: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<CommandResult> {
  const child = launch(command, args, { ...environment, DATA_DIR: dataDir });
  const heard = listen(child);
  const status = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { status, stdout: heard.stdout(), stderr: heard.stderr() };
}

export function makeDataDir(): Promise<string> {
  return mkdtemp(path.join(tmpdir(), "house-"));
}

function launch(command: string, args: readonly string[], environment: Record<string, string>): ChildProcess {
  const { DATABASE_URL, DATABASE_OWNER_URL, DATABASE_MAINTAIN_URL, REDIS_URL, PUBLIC_ORIGIN, ...inherited } =
    process.env;
  return spawn(process.execPath, ["app/server/launch.mjs", command, ...args], {
    env: { ...inherited, NODE_ENV: "test", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

interface Heard {
  stdout(): string;
  stderr(): string;
  all(): string;
}

function listen(child: ChildProcess): Heard {
  const said = { stdout: "", stderr: "" };
  child.stdout?.setEncoding("utf8").on("data", (text: string) => {
    said.stdout += text;
  });
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    said.stderr += text;
  });
  return { stdout: () => said.stdout, stderr: () => said.stderr, all: () => said.stdout + said.stderr };
}

function saidReady(child: ChildProcess, heard: Heard): Promise<string> {
  return new Promise((resolve, reject) => {
    const settle = (outcome: () => void) => {
      clearTimeout(limit);
      child.off("exit", onExit);
      child.stdout?.off("data", onWords);
      outcome();
    };
    const fail = (why: string) =>
      settle(() => {
        child.kill("SIGKILL");
        reject(new Error(`the house did not start: ${why}\n${heard.all()}`));
      });
    const onExit = (status: number | null) => fail(`it ended with ${status}`);
    const onWords = () => {
      const origin = READY.exec(heard.stdout())?.[1];
      if (origin) settle(() => resolve(origin));
    };
    const limit = setTimeout(() => fail(`nothing after ${START_MS / 1000} s`), START_MS);
    child.on("exit", onExit);
    child.stdout?.on("data", onWords);
  });
}

async function untilReady(origin: string): Promise<void> {
  const giveUpAt = Date.now() + START_MS;
  while (Date.now() < giveUpAt) {
    const answer = await fetch(`${origin}/readyz`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${origin}/readyz never said yes`);
}

function exitOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => {
      child.kill("SIGKILL");
      reject(new Error(`the house did not stop within ${STOP_MS / 1000} s`));
    }, STOP_MS);
    child.once("exit", (status) => {
      clearTimeout(limit);
      resolve(status);
    });
  });
}
