// The clock of months in a process of its own, which a test lets die at a failpoint.
import { randomBytes } from "node:crypto";
import pino from "pino";
import { advanceMonths } from "#app/features/months/advance-months.server.ts";
import { connectDatabase } from "#app/platform/db/connect-database.server.ts";
import { openPool } from "#app/platform/db/open-pool.server.ts";

export interface ClockWish {
  readonly appUrl: string;
  readonly communeId: number;
  readonly nowMs: number;
  readonly failpoint: { readonly name: string; readonly pass: number };
}

const wish = JSON.parse(process.argv[2] ?? "") as ClockWish;
const db = connectDatabase(openPool(wish.appUrl, pino({ level: "silent" }), { name: "clock", max: 2 }));
const touch = async () => {};
const platform = {
  db,
  live: { touch },
  config: { mode: "test", failpoint: { ...wish.failpoint } },
  random: { bytes: (count: number) => new Uint8Array(randomBytes(count)) },
  keys: {
    seal: (_purpose: string, text: string) => new Uint8Array(Buffer.from(text)),
    open: (_purpose: string, sealed: Uint8Array) => Buffer.from(sealed).toString(),
  },
} as unknown as Parameters<typeof advanceMonths>[0];
await advanceMonths(platform, wish.communeId, new Date(wish.nowMs));
await db.close();
