import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { tmpdir } from "node:os";
import type { Cluster } from "./cluster.ts";
import { binary } from "./find-binaries.server.ts";

type Program = Parameters<typeof binary>[1];

/** Starts a PostgreSQL program under the cluster's identity, with none of this process's environment but the path. */
export function spawnProgram(
  cluster: Pick<Cluster, "binaries" | "launcher">,
  program: Program,
  args: readonly string[],
  options: SpawnOptions,
): ChildProcess {
  const { launcher } = cluster;
  const command = [
    ...(launcher.kind === "namespace" ? launcher.prefix : []),
    binary(cluster.binaries, program),
    ...args,
  ];
  const [executable = "", ...rest] = command;
  const identity = launcher.kind === "other_user" ? { uid: launcher.uid, gid: launcher.gid } : {};
  return spawn(executable, rest, { env: bareEnvironment(), windowsHide: true, ...identity, ...options });
}

/** Runs to its end and answers what it wrote. `input` never shows in a list of processes. */
export async function runProgram(
  cluster: Pick<Cluster, "binaries" | "launcher">,
  program: Program,
  args: readonly string[],
  input = "",
): Promise<string> {
  const child = spawnProgram(cluster, program, args, { cwd: tmpdir(), stdio: ["pipe", "pipe", "pipe"] });
  let output = "";
  child.stdout?.on("data", (chunk) => {
    output += chunk;
  });
  child.stderr?.on("data", (chunk) => {
    output += chunk;
  });
  child.stdin?.on("error", () => {});
  child.stdin?.end(input);
  const status = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  if (status !== 0) throw new Error(`${program} ended with ${status}: ${output.trim().slice(-2000)}`);
  return output;
}

/** PostgreSQL reads PG* and LC_* variables: what the operator's shell holds must not change the server. */
function bareEnvironment(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot, TEMP, TMP, TMPDIR } = process.env;
  return {
    PATH,
    SystemRoot,
    TEMP,
    TMP,
    TMPDIR,
    LC_ALL: "C",
    TZ: "UTC",
  } as Partial<NodeJS.ProcessEnv> as NodeJS.ProcessEnv;
}
