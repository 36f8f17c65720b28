import type { Instant } from "#app/domain/calendar/local-date.ts";
import type { Tx } from "#app/platform/db/database.ts";

const QUARTER_HOUR_MS = 15 * 60_000;

export interface PageStanding {
  readonly isPublic: boolean;
  /** Names a state of everything the page shows. */
  readonly version: string;
}

/**
 * Read before the figures: what changes in between makes a newer version, and the page is written again. Work moves
 * the topic on; names, consents and settings move the audit log on; time opens months and begins freezes (T7).
 */
export async function findPageStanding(tx: Tx, communeId: number, now: Instant): Promise<PageStanding> {
  const [row] = await tx.$queryRaw<{ isPublic: boolean; topic: string; audit: string }[]>`
    select coalesce((select is_public from board_publication where commune_id = ${communeId}), false) as "isPublic",
           coalesce((select version from live_topic where topic = ${`commune:${communeId}`}), 0)::text as topic,
           coalesce((select seq from audit_head where commune_id = ${communeId}), 0)::text as audit`;
  if (!row) throw new Error("the standing of a page could not be read");
  const { isPublic, topic, audit } = row;
  return { isPublic, version: [topic, audit, Math.floor(now / QUARTER_HOUR_MS)].join(".") };
}
