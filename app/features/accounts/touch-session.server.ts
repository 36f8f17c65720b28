import type { Platform } from "#app/platform/platform.ts";
import type { SessionView } from "./read-session.server.ts";

const TOUCH = {
  name: "accounts.touch-session",
  text: `with touched as (
           update session set last_seen_at = $2 where id = $1 and last_seen_at < $2 returning device_id)
         update device set last_seen_at = $2 from touched where device.id = touched.device_id`,
} as const;

/** At most once a minute per session, so that reading pages stays reading. */
export async function touchSession(
  platform: Pick<Platform, "db">,
  session: Pick<SessionView, "id">,
  now: Date,
): Promise<void> {
  await platform.db.pool.query({ ...TOUCH, values: [session.id, now] });
}
