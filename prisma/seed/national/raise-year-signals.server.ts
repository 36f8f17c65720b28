import { type LocalDate, localDateAt } from "#app/domain/calendar/local-date.ts";
import { raiseSignals } from "#app/features/activity-log/raise-signals.server.ts";
import type { NationWork } from "./invent-year.ts";
import { type NationHouse, type PlacedCommune, SEED_VERB } from "./nation-house.ts";
import type { WrittenYear } from "./write-year.server.ts";

/** What the house would have said of each record when it was sent, month by month as months closed. */
export async function raiseYearSignals(
  { platform, months, until }: NationHouse,
  { communeId }: PlacedCommune,
  works: readonly NationWork[],
  { unitsOf }: WrittenYear,
): Promise<void> {
  for (const { id: monthId, graceEndsAt } of months) {
    const now = new Date(Math.min(graceEndsAt - 1, until.nowMs));
    const act = {
      communeId,
      accountId: "",
      deviceId: "",
      now,
      today: localDateAt(now.getTime()) as LocalDate,
    };
    const rows = works
      .filter(({ month }) => month.id === monthId)
      .map((work) => ({
        id: work.id,
        place: work.content.place,
        units: unitsOf(work),
        photos: work.content.photos,
      }));
    const scope = { actorId: null, verb: SEED_VERB, requestId: "seed", communes: [communeId] };
    await platform.db.withCommunes(scope, (tx) => raiseSignals(tx, act, rows, new Map()), {
      timeoutMs: 300_000,
    });
  }
}
