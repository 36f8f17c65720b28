import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { writeBroadcast } from "#app/messages/broadcast-script.ts";
import type { CommuneScope } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import { onlyCommune } from "../communes/only-commune.ts";
import { findSetting } from "../communes/read-settings.server.ts";
import { findOpenData } from "./read-open-data.server.ts";

export interface Broadcast {
  readonly communeId: number;
  /** Null until the month is sealed: what is read out to everybody does not change afterwards. */
  readonly text: string | null;
}

/** A35: the minute for the loudspeakers, from the figures that open data would publish, published or not. */
export function readBroadcast(
  platform: Pick<Platform, "db">,
  scope: CommuneScope,
  monthId: number,
  today: LocalDate,
): Promise<Broadcast | null> {
  const communeId = onlyCommune(scope);
  return platform.db.withCommunes(scope, async (tx) => {
    const known = await tx.month.count({ where: { communeId, id: monthId } });
    if (known === 0) return null;
    const data = await findOpenData(tx, communeId, today);
    const month = data.months.find(({ id }) => id === monthId);
    if (!month) return { communeId, text: null };
    const { value: words } = await findSetting(tx, communeId, "words");
    return { communeId, text: writeBroadcast(data, month, words) };
  });
}
