import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

export type DiskFault = "flush" | "write";

/** What a program is started with, so that its disk can be made to fail. */
export interface FailingDisk {
  readonly environment: Readonly<Record<string, string>>;
  fail(fault: DiskFault): void;
  heal(): void;
  remove(): void;
}

/** Null, said aloud, where there is no compiler for the library that stands before the disk. */
export function makeFailingDisk(): FailingDisk | null {
  const folder = mkdtempSync(path.join(tmpdir(), "failing-disk-"));
  chmodSync(folder, 0o755);
  const library = path.join(folder, "failing-disk.so");
  try {
    execFileSync("cc", ["-shared", "-fPIC", "-O2", "-o", library, "tests/storm/failing-disk.c"], {
      stdio: "pipe",
    });
  } catch (error) {
    rmSync(folder, { recursive: true });
    process.stderr.write(`\n*** SKIPPED, for want of a C compiler: ${error}\n\n`);
    return null;
  }
  const flags: Readonly<Record<DiskFault, string>> = {
    flush: path.join(folder, "flush"),
    write: path.join(folder, "write"),
  };
  return {
    environment: { LD_PRELOAD: library, FAILING_FLUSH: flags.flush, FAILING_WRITE: flags.write },
    fail: (fault) => writeFileSync(flags[fault], ""),
    heal() {
      for (const flag of Object.values(flags)) rmSync(flag, { force: true });
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
