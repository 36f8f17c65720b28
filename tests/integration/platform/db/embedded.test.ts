import { readdirSync, readFileSync, statSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pino from "pino";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { findBinaries } from "#app/platform/db/embedded/find-binaries.server.ts";
import { openEmbedded } from "#app/platform/db/embedded/open-embedded.server.ts";
import { isAlive } from "#app/platform/db/embedded/read-postmaster.server.ts";
import { openDatabase } from "#app/platform/db/open-database.server.ts";
import { communeScope, stamp } from "#tests/support/test-database.ts";
import {
  APP_ROOT,
  bundleOpener,
  keptNotes,
  makeDataDir,
  makeNotes,
  openHouse,
  postgresOf,
  query,
  startOpener,
  superuserUrl,
} from "./openers.ts";

// Whole servers are made, killed and healed here, on a machine that may be busy with other tests.
vi.setConfig({ testTimeout: 120_000 });

beforeAll(bundleOpener);

const REFUSAL_LIMIT_MS = 2_000;
const log = pino({ level: "silent" });

describe("a new data folder", () => {
  it("holds a server with full durability, checksums, Vietnamese order and one way in", async () => {
    await using house = await makeDataDir();
    const opener = await openHouse(house.dataDir);
    const [facts] = await query<Record<string, unknown>>(
      superuserUrl(house.dataDir, opener.address),
      `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
              current_setting('full_page_writes') as pages, current_setting('data_checksums') as checksums,
              current_setting('listen_addresses') as listens, current_setting('unix_socket_directories') as sockets,
              pg_encoding_to_char(encoding) as encoding, datlocprovider::text as provider, datlocale as locale,
              (select array_agg(distinct auth_method) from pg_hba_file_rules) as methods,
              (select bool_and(rolpassword like 'SCRAM-SHA-256$%') from pg_authid where rolcanlogin) as scram
         from pg_database where datname = current_database()`,
    );
    expect(facts).toEqual({
      fsync: "on",
      commit: "on",
      pages: "on",
      checksums: "on",
      listens: "127.0.0.1",
      sockets: "",
      encoding: "UTF8",
      provider: "i",
      locale: "vi",
      methods: ["scram-sha-256"],
      scram: true,
    });
    const wrong = new URL(opener.address);
    wrong.password = "guess";
    await expect(query(wrong.href, "select 1")).rejects.toThrow(/password authentication failed/);
    await opener.close();
  });

  it("keeps its passwords in the keys folder and nowhere else", async () => {
    await using house = await makeDataDir();
    const opener = await openHouse(house.dataDir);
    const keys = path.join(house.dataDir, "keys");
    expect(statSync(keys).mode & 0o777).toBe(0o700);
    const names = readdirSync(keys).sort();
    expect(names).toEqual(["database-app", "database-maintain", "database-owner", "database-superuser"]);
    const secrets = names.map((name) => {
      expect(statSync(path.join(keys, name)).mode & 0o777).toBe(0o600);
      return readFileSync(path.join(keys, name), "utf8").trim();
    });
    expect(new Set(secrets).size).toBe(4);
    for (const secret of secrets) expect(secret.length).toBeGreaterThanOrEqual(43);

    const elsewhere = readdirSync(house.dataDir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.parentPath !== keys)
      .flatMap((entry) => readIfThere(path.join(entry.parentPath, entry.name)));
    expect(elsewhere.length).toBeGreaterThan(100);
    for (const secret of secrets) expect(elsewhere.filter((content) => content.includes(secret))).toEqual([]);
    if (process.platform === "linux") {
      const said = readFileSync(`/proc/${await postgresOf(house.dataDir)}/cmdline`, "utf8");
      const environment = readFileSync(`/proc/${await postgresOf(house.dataDir)}/environ`, "utf8");
      for (const secret of secrets) expect(said + environment).not.toContain(secret);
    }
    await opener.close();
  });

  it("that several processes open at once is made once, and belongs to one of them", async () => {
    await using house = await makeDataDir();
    const openers = Array.from({ length: 3 }, () => startOpener(house.dataDir));
    const answers = await Promise.all(openers.map((opener) => opener.answer));
    expect(answers.map((answer) => answer.kind).sort()).toEqual(["open", "refused", "refused"]);
    for (const answer of answers) {
      if (answer.kind === "refused") expect(answer.name).toBe("DataFolderInUse");
    }
    await openers[answers.findIndex((answer) => answer.kind === "open")]?.close();
    expect(readdirSync(house.dataDir).sort()).toEqual(["keys", "postgres", "postgres.log"]);
  });
});

describe("a second opener of a data folder", () => {
  it("is refused within two seconds with a sentence, and nothing of the first is lost", async () => {
    await using house = await makeDataDir();
    const first = await openHouse(house.dataDir);
    await makeNotes(first.address);
    first.send("write");
    for (let round = 0; round < 3; round++) {
      const startedAt = performance.now();
      const attempt = openEmbedded({ dataDir: house.dataDir, appRoot: APP_ROOT, log });
      await expect(attempt).rejects.toThrow(
        `Another process (number ${first.child.pid}) already runs on this data folder`,
      );
      expect(performance.now() - startedAt).toBeLessThan(REFUSAL_LIMIT_MS);
    }
    const second = await startOpener(house.dataDir).answer;
    expect(second).toMatchObject({ kind: "refused", name: "DataFolderInUse" });
    expect(second.ms).toBeLessThan(REFUSAL_LIMIT_MS);
    const kept = await keptNotes(house.dataDir, first.address);
    expect(first.reports.filter((report) => report.kind === "failed")).toEqual([]);
    expect(kept.size).toBeGreaterThan(0);
    await first.close();
  });

  it("that asked to be a guest works beside the first, and leaves the server running", async () => {
    await using house = await makeDataDir();
    const first = await openHouse(house.dataDir);
    const guest = startOpener(house.dataDir, { join: true });
    expect(await guest.answer).toMatchObject({ kind: "open", isOwner: false, address: first.address });
    await guest.close();
    expect(isAlive(await postgresOf(house.dataDir))).toBe(true);
    await first.close();
  });
});

describe("a shutdown", () => {
  it("lets the transaction in flight commit before the server stops", async () => {
    await using house = await makeDataDir();
    const config = { dataDir: house.dataDir, appRoot: APP_ROOT, database: null };
    const opened = await openDatabase(config, log, { preparations: [] });
    await makeNotes(opened.addresses.owner);
    let hasBegun = () => {};
    const begun = new Promise<void>((resolve) => {
      hasBegun = resolve;
    });
    const inFlight = opened.database.withCommunes(communeScope(1), async (tx) => {
      await tx.$executeRaw`insert into note values (1, 1)`;
      hasBegun();
      await tx.$queryRaw`select pg_sleep(0.3)::text`;
      return tx.$executeRaw`insert into note values (1, 2)`;
    });
    await begun;
    await Promise.all([inFlight, opened.close()]);
    const again = await openDatabase(config, log, { preparations: [] });
    const kept = await again.database.withCommunes(
      communeScope(1),
      (tx) => tx.$queryRaw<object[]>`select * from note`,
    );
    expect(kept).toHaveLength(2);
    await again.database.withGlobals(stamp(), (tx) => tx.$queryRaw`select 1`);
    await again.close();
  });
});

describe("a machine without PostgreSQL for it", () => {
  it("is told of DATABASE_URL", () => {
    expect(() => findBinaries(APP_ROOT, "sunos-sparc")).toThrow(
      /No PostgreSQL comes with this program for sunos-sparc.*DATABASE_URL/s,
    );
    expect(() => findBinaries(tmpdir(), "linux-x64")).toThrow(/not installed.*DATABASE_URL/s);
  });
});

describe("a data folder whose keys were lost", () => {
  it("is not opened, and says why", async () => {
    await using house = await makeDataDir();
    const first = await openHouse(house.dataDir);
    await first.kill();
    await rm(path.join(house.dataDir, "keys/database-superuser"));
    const second = await startOpener(house.dataDir).answer;
    expect(second).toMatchObject({
      kind: "refused",
      message: expect.stringMatching(/keys folder does not open the database/),
    });
  });
});

/** A running server also removes files of its own. */
function readIfThere(file: string): Buffer[] {
  try {
    return [readFileSync(file)];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}
