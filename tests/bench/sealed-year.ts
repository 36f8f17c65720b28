import type { Pool } from "pg";
import { advanceMonths } from "#app/features/months/advance-months.server.ts";
import { SEAL_FIGURES } from "#app/features/months/seal-facts.sql.ts";
import { findSchemeOn } from "#app/features/scheme/find-scheme.server.ts";
import { systemRandom } from "#app/platform/clock/system-clock.server.ts";
import type { Database } from "#app/platform/db/database.ts";
import { openKeyRing } from "#app/platform/keys/open-key-ring.server.ts";
import { fillYear, OPEN_MONTHS } from "./areas/verify.sql.ts";
import { msOf } from "./rounds.ts";

export const LINES_PER_MEMBER = 12 * 42;

/** A commune's year with eleven months sealed by the house's own hand; answers how long the sealing took. */
export async function plantSealedYear(
  place: { readonly database: Database; readonly owner: Pool; readonly dataDir: string },
  members: number,
): Promise<{ readonly sealingMs: number }> {
  const { database, owner, dataDir } = place;
  await owner.query(fillYear(members));
  const scope = { actorId: null, verb: "bench", requestId: "bench", communes: [1] };
  await database.withCommunes(scope, (tx) => findSchemeOn(tx, 1, "2026-01-01" as never));
  await owner.query(OPEN_MONTHS);
  await keepSums(owner);
  const keys = await openKeyRing({ masterKeyFile: null, dataDir, random: systemRandom });
  const sealingMs = await msOf(() =>
    advanceMonths(
      {
        db: database,
        live: { touch: async () => {} },
        config: { mode: "production" },
        keys,
        random: systemRandom,
      } as never,
      1,
      new Date("2026-12-31T00:00:00Z"),
    ),
  );
  return { sealingMs };
}

async function keepSums(owner: Pool): Promise<void> {
  for (let month = 202601; month <= 202612; month++) {
    const figures = SEAL_FIGURES.replaceAll("$1", "1").replaceAll("$2", String(month));
    await owner.query(`insert into standing (commune_id, month_id, subject, subject_id, points, claims, visits, applied_seq)
      select 1, ${month}, subject, id, points, claims, visits, 0 from (${figures}) f`);
  }
}
