import { readdirSync, readFileSync, readlinkSync, realpathSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import path from "node:path";

/** What PostgreSQL writes about itself into postmaster.pid, line by line. */
export interface Postmaster {
  readonly pid: number;
  /** 0 until it listens there: a port that is only hoped for may be another server's. */
  readonly port: number;
}

/** The server that runs on the folder, or null when none does. */
export async function readPostmaster(folder: string): Promise<Postmaster | null> {
  let lines: string[];
  try {
    lines = (await readFile(path.join(folder, "postmaster.pid"), "utf8")).split("\n");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
  const pid = Math.abs(Number(lines[0]));
  if (!Number.isSafeInteger(pid) || pid === 0 || !isAlive(pid) || isElsewhere(pid, folder)) return null;
  const isListening = (lines[5] ?? "").trim() !== "";
  return { pid, port: isListening ? Number(lines[3]) || 0 : 0 };
}

/**
 * Removes a postmaster.pid whose number now belongs to another program, at which PostgreSQL would refuse to
 * start. While any process still works in the folder the file stays: it is what keeps two servers apart.
 */
export async function clearStalePidFile(folder: string): Promise<void> {
  if (process.platform !== "linux" || (await readPostmaster(folder)) !== null) return;
  const isWorkedIn = listProcesses().some((pid) => readWorkingFolder(pid) === realpathSync(folder));
  if (!isWorkedIn) await rm(path.join(folder, "postmaster.pid"), { force: true });
}

/** A process that ended but that nobody collected counts as gone. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
  if (process.platform !== "linux") return true;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const state = stat.slice(stat.lastIndexOf(")") + 2, stat.lastIndexOf(")") + 3);
    return state !== "Z" && state !== "X";
  } catch {
    return false;
  }
}

/** Where it cannot be seen what a process is, it is taken for the server: two servers would be worse than none. */
function isElsewhere(pid: number, folder: string): boolean {
  if (process.platform !== "linux") return false;
  const program = readProgramName(pid);
  if (program !== null && program !== "postgres") return true;
  // A server works in its data folder.
  const workingFolder = readWorkingFolder(pid);
  return workingFolder !== null && workingFolder !== realpathSync(folder);
}

function readProgramName(pid: number): string | null {
  try {
    return readFileSync(`/proc/${pid}/comm`, "utf8").trim();
  } catch {
    return null;
  }
}

function readWorkingFolder(pid: number): string | null {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return null;
  }
}

function listProcesses(): number[] {
  return readdirSync("/proc")
    .map(Number)
    .filter((pid) => Number.isSafeInteger(pid) && pid > 0);
}
