import { type LocalDate, localDateAt } from "#app/domain/calendar/local-date.ts";
import { type Id, makeId } from "#app/domain/ids.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import type { CommuneScope } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";

/** One act on one commune's roster: where, by whom, when. The verbs of this folder take it beside the transaction. */
export interface RosterAct {
  readonly communeId: number;
  readonly actorId: string | null;
  readonly now: Date;
  readonly today: LocalDate;
  newId(): Id;
}

export function rosterAct(platform: Pick<Platform, "clock" | "random">, scope: CommuneScope): RosterAct {
  const now = platform.clock.now();
  return {
    communeId: onlyCommune(scope),
    actorId: scope.actorId,
    now,
    today: localDateAt(now.getTime()),
    newId: () => makeId(now.getTime(), platform.random.bytes(10)),
  };
}
