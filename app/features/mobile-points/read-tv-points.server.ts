import type { Instant } from "#app/domain/calendar/local-date.ts";
import { pointPhase } from "#app/domain/campaigns/mobile-point.ts";
import type { TvPoint } from "#app/domain/publication/public-boards.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { countPoint } from "./count-point.server.ts";
import { findPoints } from "./find-points.server.ts";

const MOST_POINTS = 4;

/** D10: the points that stand open, with how many residents came so far. */
export async function findTvPoints(tx: Tx, communeId: number, now: Instant): Promise<TvPoint[]> {
  const open = (await findPoints(tx, communeId)).filter((point) => pointPhase(point, now) === "open");
  const shown: TvPoint[] = [];
  for (const { id, name, place } of open.slice(0, MOST_POINTS)) {
    const { people, visits } = await countPoint(tx, communeId, id);
    shown.push({ id, name, place, people, visits });
  }
  return shown;
}
