import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pino from "pino";
import { type OpenedDatabase, openDatabase } from "#app/platform/db/open-database.server.ts";
import { databasePreparations } from "#app/server/database-preparations.server.ts";

const PREFIX = "bench-house-";

/** One folder with an empty house in it, laid out once a run; every area works on a copy of its own. */
export interface DataFolders {
  fresh(): Promise<string>;
  close(): Promise<void>;
}

export function keepDataFolders(): DataFolders {
  let laidOut: Promise<string> | null = null;
  const made: string[] = [];
  const make = async () => {
    const folder = await mkdtemp(path.join(tmpdir(), PREFIX));
    made.push(folder);
    return folder;
  };
  const layOut = async () => {
    const folder = await make();
    const opened = await openOn(folder);
    await opened.close();
    return folder;
  };
  return {
    async fresh() {
      laidOut ??= layOut();
      const from = await laidOut;
      const folder = await make();
      await cp(from, folder, { recursive: true, force: true, preserveTimestamps: true });
      return folder;
    },
    async close() {
      await laidOut?.catch(() => null);
      for (const folder of made) await rm(folder, { recursive: true, force: true });
    },
  };
}

export function openOn(dataDir: string): Promise<OpenedDatabase> {
  return openDatabase({ dataDir, appRoot: process.cwd(), database: null }, pino({ level: "silent" }), {
    preparations: databasePreparations,
  });
}
