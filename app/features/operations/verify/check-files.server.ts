import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { filePath } from "#app/platform/files/file-store.server.ts";
import { streamRows } from "../stream-rows.server.ts";
import type { Check } from "./check.ts";

interface PhotoRow {
  readonly communeId: number;
  readonly id: string;
  readonly sha256: string;
  readonly thumbSha256: string;
}

const READ_PHOTOS = `
select commune_id as "communeId", id::text as id, encode(sha256, 'hex') as sha256,
       encode(thumb_sha256, 'hex') as "thumbSha256"
  from photo order by commune_id, id`;

const READ_FILES = `
select commune_id as "communeId", id::text as id, encode(sha256, 'hex') as sha256
  from stored_file order by commune_id, id`;

/** V15: what the row of a photograph or of a paper names is on the disk, byte for byte. */
export const fileCheck: Check = {
  id: "V15",
  title: "every photograph and every paper is on the disk with the bytes its row names",
  async *run({ client, dataDir }) {
    if (dataDir === undefined) return;
    for await (const photo of streamRows<PhotoRow>(client, READ_PHOTOS)) {
      for (const [what, sha256] of [
        ["picture", photo.sha256],
        ["small picture", photo.thumbSha256],
      ] as const) {
        const says = await compareFile(dataDir, sha256, what);
        if (says) yield { table: "photo", row: `commune ${photo.communeId}, ${photo.id}`, says };
      }
    }
    for await (const file of streamRows<Omit<PhotoRow, "thumbSha256">>(client, READ_FILES)) {
      const says = await compareFile(dataDir, file.sha256, "paper");
      if (says) yield { table: "stored_file", row: `commune ${file.communeId}, ${file.id}`, says };
    }
  },
};

async function compareFile(dataDir: string, sha256: string, what: string): Promise<string | null> {
  const found = await hashFile(filePath(dataDir, sha256));
  if (found === sha256) return null;
  return found === null ? `its ${what} is not on the disk` : `the bytes of its ${what} were changed`;
}

/** A page of it at a time; null where there is no such file. */
async function hashFile(file: string): Promise<string | null> {
  const hash = createHash("sha256");
  try {
    for await (const part of createReadStream(file)) hash.update(part as Buffer);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
  return hash.digest("hex");
}
