import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { createConnection } from "node:net";
import path from "node:path";
import { type FoundProgram, findProgram } from "#tests/support/debian-program.ts";

/** HAProxy before the web processes, with the settings of docs/operations/haproxy.cfg. */
export interface WebProxy {
  readonly origin: string;
  /** The servers by name, as the proxy sees them now: "UP", "DOWN", "UP 1/2" ... */
  states(): Promise<ReadonlyMap<string, string>>;
  close(): Promise<void>;
}

const HAPROXY = {
  name: "haproxy",
  place: "usr/sbin/haproxy",
  packages: [
    "haproxy",
    "libcap2",
    "libgcrypt20",
    "libgpg-error0",
    "liblua5.3-0",
    "liblz4-1",
    "liblzma5",
    "libopentracing-c-wrapper0",
    "libopentracing1",
    "libpcre2-8-0",
    "libssl3",
    "libsystemd0",
    "libzstd1",
  ],
  versionFlag: "-v",
};
const SAMPLE = "docs/operations/haproxy.cfg";
const STATUS_COLUMN = 17;

/** Null, after a loud sentence, where it cannot be had; in CI an error. */
export function findHaproxy(): FoundProgram | null {
  const search = findProgram(HAPROXY);
  if (search.ok) return search.program;
  if (process.env.CI) throw new Error(search.missing);
  process.stderr.write(`\n*** SKIPPED, for want of a proxy: ${search.missing}\n\n`);
  return null;
}

export async function startProxy(
  haproxy: FoundProgram,
  folder: string,
  port: number,
  webPorts: readonly number[],
): Promise<WebProxy> {
  const settings = path.join(folder, "haproxy.cfg");
  const socket = path.join(folder, "haproxy.sock");
  await writeFile(settings, settingsFor(readFileSync(SAMPLE, "utf8"), port, webPorts, socket));
  const environment = { ...process.env, ...haproxy.environment };
  execFileSync(haproxy.executablePath, ["-c", "-q", "-f", settings], { env: environment, stdio: "pipe" });
  const child = spawn(haproxy.executablePath, ["-db", "-q", "-f", settings], {
    env: environment,
    stdio: "ignore",
  });
  const killWithTheRun = () => child.kill("SIGKILL");
  process.once("exit", killWithTheRun);
  return {
    origin: `http://127.0.0.1:${port}`,
    states: () => readStates(socket),
    async close() {
      process.removeListener("exit", killWithTheRun);
      await end(child);
    },
  };
}

/** The sample, word for word but for what a test has no right to or no use for: addresses, certificate, log, user. */
function settingsFor(sample: string, port: number, webPorts: readonly number[], socket: string): string {
  const servers = webPorts.map((web, index) => `    server web${index + 1} 127.0.0.1:${web}`);
  return sample
    .replace(/^ {4}(?:log \/dev|user|group|maxconn|bind :443|http-request redirect) ?.*\n/gm, "")
    .replace(/^ {4}bind :80$/m, `    bind 127.0.0.1:${port}`)
    .replace("/run/haproxy/admin.sock", socket)
    .replace(/(?:^ {4}server web\d .*\n)+/m, `${servers.join("\n")}\n`);
}

function readStates(socket: string): Promise<ReadonlyMap<string, string>> {
  return new Promise((resolve, reject) => {
    const line = createConnection(socket);
    let heard = "";
    line.setEncoding("utf8").on("data", (text: string) => {
      heard += text;
    });
    line.once("error", reject);
    line.once("end", () => {
      const servers = heard
        .split("\n")
        .map((row) => row.split(","))
        .filter(([group, name]) => group === "house" && name !== "BACKEND");
      resolve(new Map(servers.map((row) => [row[1] ?? "", row[STATUS_COLUMN] ?? ""])));
    });
    line.write("show stat\n");
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGKILL");
  await ended;
}
