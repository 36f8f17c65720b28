import { rm } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import pino from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openEmbedded } from "#app/platform/db/embedded/open-embedded.server.ts";
import { DATABASE_NAME } from "#app/platform/db/open-database.server.ts";
import { type House, makeDataDir, runCommand, startHouse } from "#tests/support/house.ts";
import { inhabit } from "#tests/support/inhabit.ts";
import { MEMBER } from "#tests/support/inhabitants.ts";
import { signInPlainly } from "#tests/support/sign-in-plainly.ts";

const TEST_MS = 180_000;

let dataDir: string;
let house: House;

beforeAll(async () => {
  dataDir = await makeDataDir();
  await inhabit(dataDir);
  house = await startHouse({ dataDir });
}, TEST_MS);

afterAll(async () => {
  await house.remove();
}, TEST_MS);

/** As somebody who holds the database's own password: past every wall of the house. */
async function asSuperuser(...statements: readonly string[]): Promise<void> {
  const server = await openEmbedded({
    dataDir,
    appRoot: process.cwd(),
    log: pino({ level: "silent" }),
    mayJoin: true,
  });
  const client = new pg.Client({ connectionString: server.superuserUrl(DATABASE_NAME) });
  await client.connect();
  await client.query("set session_replication_role = replica");
  for (const statement of statements) await client.query(statement);
  await client.end();
  await server.close();
}

async function verify(...args: readonly string[]) {
  const { status, stdout, stderr } = await runCommand("verify", ["--json", ...args], dataDir);
  const lines = stdout
    .trim()
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  return {
    status,
    stderr,
    checks: lines.filter(({ check }) => check),
    findings: lines.filter(({ finding }) => finding),
  };
}

describe("npm run verify beside a running house", { timeout: TEST_MS }, () => {
  it("finds nothing where nobody tampered, and says which checks it made", async () => {
    const { status, checks, findings } = await verify();
    expect(findings).toEqual([]);
    expect(status).toBe(0);
    expect(checks.map(({ check }) => check)).toEqual(
      expect.arrayContaining(["V11", "V13", "V14", "V16", "V17"]),
    );
  });

  it("ends with 1 and names the row of the audit log that a superuser changed", async () => {
    const [spoil, repair] = ["innocent", "seed.load-fixture"].map(
      (verb) => `update audit_log set verb = '${verb}' where commune_id = 0 and seq = 1`,
    );
    await asSuperuser(spoil ?? "");
    const { status, findings } = await verify();
    await asSuperuser(repair ?? "");
    expect(status).toBe(1);
    expect(findings).toMatchObject([{ finding: "V13", table: "audit_log", row: "commune 0, seq 1" }]);
    expect((await verify()).status).toBe(0);
  });

  it("looks at a house whose triggers are off, and names them", async () => {
    await asSuperuser("alter table audit_log disable trigger append_only");
    const { status, findings } = await verify();
    await asSuperuser("alter table audit_log enable trigger append_only");
    expect(status).toBe(1);
    expect(findings).toMatchObject([{ finding: "V16", row: "trigger append_only on audit_log" }]);
  });

  it("ends with 2 and its manual when it is asked wrongly", async () => {
    const { status, stderr } = await verify("--anchor", "nonsense");
    expect(status).toBe(2);
    expect(stderr).toContain("COMMUNE:SEQ:HASH");
  });
});

describe("npm run backup and npm run restore", { timeout: TEST_MS }, () => {
  it("carry a running house to an empty place, where its people sign in as before", async () => {
    const backup = await runCommand("backup", [], dataDir);
    expect(backup.status, backup.stderr).toBe(0);
    const [archive = "", keys = ""] = backup.stdout.trim().split("\n");
    expect(path.dirname(archive)).toBe(path.join(dataDir, "backups"));
    expect(keys).toBe(`${archive}.keys`);

    const elsewhere = await makeDataDir();
    try {
      const restored = await runCommand("restore", [archive], elsewhere);
      expect(restored.stdout + restored.stderr).toContain("Verified.");
      expect(restored.status).toBe(0);

      const again = await runCommand("restore", [archive], elsewhere);
      expect(again.status).toBe(1);
      expect(again.stderr).toContain("already holds a house");

      const copy = await startHouse({ dataDir: elsewhere });
      expect((await signInPlainly(copy.origin, MEMBER)).status).toBe(303);
      expect(copy.firstOfficerLink).toBeNull();
      expect(await copy.stop()).toBe(0);
    } finally {
      await rm(elsewhere, { recursive: true, force: true });
    }
  });

  it("refuse to restore over the house that runs", async () => {
    const again = path.join(dataDir, "again.tar.gz");
    const backup = await runCommand("backup", ["--to", again], dataDir);
    const second = await runCommand("backup", ["--to", again], dataDir);
    expect([second.status, second.stderr]).toEqual([
      1,
      `${again}.keys is there already, and a backup writes over nothing. Name another file.\n`,
    ]);
    const { status, stderr } = await runCommand("restore", [backup.stdout.split("\n")[0] ?? ""], dataDir);
    expect(status).toBe(1);
    expect(stderr).toMatch(/already (?:runs on this data folder|holds a house)/);
  });
});
