import { spawnSync } from "node:child_process";

/** Python 3 as people have it; null where there is none. In CI there is. */
export function findPython(): string | null {
  const found = ["python3", "python"].find((name) => {
    const { status, stdout } = spawnSync(name, ["-c", "import sys; print(sys.version_info[0])"], {
      encoding: "utf8",
    });
    return status === 0 && stdout.trim() === "3";
  });
  if (found === undefined && process.env.CI === "true") throw new Error("python3 is needed in CI");
  return found ?? null;
}

/** Runs a script of ours that reads its standard input, and gives what it printed. */
export function runPython(
  python: string,
  args: readonly string[],
  input: string,
): { status: number; output: string } {
  const run = spawnSync(python, args, {
    input,
    encoding: "utf8",
    maxBuffer: 256 * 1024 * 1024,
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: "1", PYTHONUTF8: "1" },
  });
  if (run.error) throw run.error;
  return { status: run.status ?? -1, output: `${run.stdout}${run.stderr}` };
}
