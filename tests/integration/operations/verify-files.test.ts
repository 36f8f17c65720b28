import { randomBytes } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { fileCheck } from "#app/features/operations/verify/check-files.server.ts";
import { filePath, keepFile } from "#app/platform/files/file-store.server.ts";
import { testDatabase } from "#tests/support/test-database.ts";
import { inScope, newId, plantHouse } from "./planted-house.ts";

const test = testDatabase();
const photo = newId();
let dataDir: string;
let large: string;
let commune: number;

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), "tds-files-"));
  const house = await plantHouse(test.database.pool, 1);
  commune = house.communes[0] ?? 0;
  large = await keepFile(dataDir, randomBytes(70_000), "a");
  const small = await keepFile(dataDir, randomBytes(900), "b");
  await inScope(test.database.pool, [commune], (client) =>
    client.query(
      `insert into photo (commune_id, id, sha256, source_sha256, thumb_sha256, dhash, width, height, byte_count,
                          thumb_byte_count, uploaded_by, uploaded_at)
       values ($1, $2, decode($3, 'hex'), decode($3, 'hex'), decode($4, 'hex'), 1, 9, 9, 70000, 900, $5, now())`,
      [commune, photo, large, small, house.officer],
    ),
  );
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

async function findings() {
  const client = await test.maintain.connect();
  try {
    await client.query("begin");
    const found = [];
    for await (const finding of fileCheck.run({ client, manifest: [], anchors: [], dataDir }))
      found.push(finding);
    return found;
  } finally {
    await client.query("rollback");
    client.release();
  }
}

it("V15: names the photograph whose bytes were changed on the disk, and the one that is gone", async () => {
  expect(await findings()).toEqual([]);
  const file = filePath(dataDir, large);
  const bytes = await readFile(file);
  const row = `commune ${commune}, ${photo}`;
  bytes[35_000] = (bytes[35_000] ?? 0) ^ 1;
  await writeFile(file, bytes);
  expect(await findings()).toEqual([{ table: "photo", row, says: "the bytes of its picture were changed" }]);
  await rm(file);
  expect(await findings()).toEqual([{ table: "photo", row, says: "its picture is not on the disk" }]);
});
