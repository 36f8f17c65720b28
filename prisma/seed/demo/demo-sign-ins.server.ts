import { randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { generateSecret, generateSync } from "otplib";
import type { Role } from "#app/domain/access/roles.ts";

/** Somebody to sign in as. */
export interface DemoRole {
  readonly username: string;
  readonly role: Role;
  readonly needsSecondFactor: boolean;
}

export interface DemoSignIn extends DemoRole {
  readonly password: string;
  readonly totpSecret: string | null;
}

export type DemoSignIns = readonly DemoSignIn[];

const FILE = "demo-sign-ins.json";

/** Made at the first start, kept beside the data and readable by its owner alone, so that the next start prints the same. */
export async function keepDemoSignIns(dataDir: string, roles: readonly DemoRole[]): Promise<DemoSignIns> {
  const file = path.join(dataDir, FILE);
  const known = await readFile(file, "utf8").then(
    (text) => JSON.parse(text) as DemoSignIns,
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return [];
      throw error;
    },
  );
  const signIns = roles.map(
    (role) => known.find(({ username }) => username === role.username) ?? { ...role, ...makeSecrets(role) },
  );
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  await writeFile(file, `${JSON.stringify(signIns, null, 2)}\n`, { mode: 0o600 });
  return signIns;
}

function makeSecrets({ needsSecondFactor }: DemoRole): Pick<DemoSignIn, "password" | "totpSecret"> {
  const groups = randomBytes(10).toString("hex").match(/.{5}/g) ?? [];
  return {
    password: groups.join("-"),
    totpSecret: needsSecondFactor ? generateSecret({ length: 20 }) : null,
  };
}

/** A table for the terminal. Codes hold for half a minute and open once. */
export function printableSignIns(signIns: DemoSignIns, now: Date): string {
  const epoch = Math.floor(now.getTime() / 1000);
  const rows = signIns.map(({ role, username, password, totpSecret }) => [
    role,
    username,
    password,
    totpSecret ? `${generateSync({ secret: totpSecret, epoch })}  (app: ${totpSecret})` : "",
  ]);
  const table = [["role", "user name", "password", "code of this moment"], ...rows];
  const widths = [0, 1, 2].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  return `${table
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("   ")
        .trimEnd(),
    )
    .join("\n")}\n`;
}
