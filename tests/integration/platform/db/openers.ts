import { type ChildProcess, fork } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdtemp, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { build } from "esbuild";
import { Client } from "pg";
import { isAlive, readPostmaster } from "#app/platform/db/embedded/read-postmaster.server.ts";
import type { Report } from "./opener.ts";

export const APP_ROOT = process.cwd();

export interface OpenerWish {
  readonly appRoot?: string;
  readonly uid?: number;
  readonly gid?: number;
  readonly join?: boolean;
}

export interface Opener {
  readonly child: ChildProcess;
  readonly reports: readonly Report[];
  /** Its answer to the opening: open or refused. */
  readonly answer: Promise<Extract<Report, { kind: "open" | "refused" }>>;
  send(message: "write" | "close"): void;
  until(isMet: (reports: readonly Report[]) => boolean): Promise<void>;
  kill(): Promise<void>;
  close(): Promise<void>;
}

const OPENER = path.join(APP_ROOT, "build/tests/opener.js");

/** Bundled once, as the server is: a process then starts in a fraction of the time. */
export async function bundleOpener(): Promise<void> {
  // Several test files bundle at once: the bundle appears whole under its name.
  const draft = `${OPENER}.${process.pid}.js`;
  await build({
    absWorkingDir: APP_ROOT,
    entryPoints: ["tests/integration/platform/db/opener.ts"],
    outfile: draft,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    packages: "external",
  });
  await rename(draft, OPENER);
}

/** Processes that still run, by folder: a failed test leaves none behind. */
const running = new Map<ChildProcess, string>();

/** Starts a process that opens the folder. */
export function startOpener(dataDir: string, wish: OpenerWish = {}): Opener {
  const child = fork(OPENER, [dataDir, wish.appRoot ?? APP_ROOT, wish.join ? "join" : ""], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    ...(wish.uid === undefined
      ? {}
      : { uid: wish.uid, gid: wish.gid ?? wish.uid, env: { ...process.env, HOME: dataDir } }),
  });
  const reports: Report[] = [];
  child.on("message", (report: Report) => reports.push(report));
  running.set(child, dataDir);
  const ended = new Promise<void>((resolve) =>
    child.once("exit", () => {
      running.delete(child);
      resolve();
    }),
  );

  async function until(isMet: (reports: readonly Report[]) => boolean): Promise<void> {
    while (!isMet(reports)) {
      if (child.exitCode !== null || child.signalCode !== null)
        throw new Error(`the opener ended: ${JSON.stringify(reports.at(-1))}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }
  const isAnswer = (report: Report) => report.kind === "open" || report.kind === "refused";
  return {
    child,
    reports,
    answer: (async () => {
      await until((all) => all.some(isAnswer)).catch((error) => {
        if (!reports.some(isAnswer)) throw error;
      });
      return reports.find(isAnswer) as Extract<Report, { kind: "open" | "refused" }>;
    })(),
    send: (message) => child.send(message),
    until,
    async kill() {
      child.kill("SIGKILL");
      await ended;
    },
    async close() {
      child.send("close");
      await ended;
    },
  };
}

/** A data folder that is removed with its server after the test. */
export async function makeDataDir(parent: string = tmpdir()): Promise<{ dataDir: string } & AsyncDisposable> {
  const dataDir = await mkdtemp(path.join(parent, "tds-embedded-"));
  return {
    dataDir,
    async [Symbol.asyncDispose]() {
      for (const [child, folder] of running) {
        if (folder !== dataDir) continue;
        const gone = new Promise((resolve) => child.once("exit", resolve));
        child.kill("SIGKILL");
        await gone;
      }
      const postmaster = await readPostmaster(path.join(dataDir, "postgres"));
      if (postmaster) {
        process.kill(postmaster.pid, "SIGQUIT");
        while (isAlive(postmaster.pid)) await new Promise((resolve) => setTimeout(resolve, 10));
      }
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** The number of the PostgreSQL process of a folder. */
export async function postgresOf(dataDir: string): Promise<number> {
  const postmaster = await readPostmaster(path.join(dataDir, "postgres"));
  if (!postmaster) throw new Error(`no server runs in ${dataDir}`);
  return postmaster.pid;
}

export function superuserUrl(dataDir: string, address: string): string {
  const url = new URL(address);
  url.username = "postgres";
  url.password = readFileSync(path.join(dataDir, "keys/database-superuser"), "utf8").trim();
  return url.href;
}

export async function query<Row extends object>(url: string, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** The table the openers write into. */
export async function makeNotes(ownerUrl: string): Promise<void> {
  await query(
    ownerUrl,
    "create table note (commune_id integer not null, number integer not null, primary key (commune_id, number)); select tds_commune_table('note')",
  );
}

/** Starts a process that must get in. */
export async function openHouse(
  dataDir: string,
  wish: OpenerWish = {},
): Promise<Opener & { address: string }> {
  const opener = startOpener(dataDir, wish);
  const answer = await opener.answer;
  if (answer.kind !== "open") throw new Error(`refused: ${answer.message}`);
  return { ...opener, address: answer.address };
}

/** The notes that the database acknowledged to the process. */
export function written(opener: Opener): number[] {
  return opener.reports.flatMap((report) => (report.kind === "written" ? [report.number] : []));
}

/** The notes that are there. */
export async function keptNotes(dataDir: string, address: string): Promise<Set<number>> {
  const rows = await query<{ number: number }>(superuserUrl(dataDir, address), "select number from note");
  return new Set(rows.map((row) => row.number));
}
