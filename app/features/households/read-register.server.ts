import { coverageDenominator, type HouseholdCounts } from "#app/domain/households/coverage-denominator.ts";
import { householdReach, reachesVillage } from "#app/domain/households/household-reach.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { findVillages } from "#app/features/communes/read-villages.server.ts";
import { countHouseholds } from "./count-households.server.ts";

export interface RegisterLine {
  readonly villageId: number;
  readonly name: string;
  /** As the village was last counted, to compare the list with; null where nobody has counted. */
  readonly counted: number | null;
  /** Null where the village has no list yet: missing is not zero. */
  readonly counts: (HouseholdCounts & { readonly denominator: number }) | null;
  readonly waiting: number;
}

/** B13: the lists of all villages within reach, in figures. */
export async function readRegister(caller: Caller): Promise<RegisterLine[]> {
  const { communeId, permission, platform, today } = caller;
  if (communeId === null) return [];
  const reach = householdReach(permission.grants, communeId);
  return platform.db.withCommunes(caller.scope("households.read-register"), async (tx) => {
    const villages = (await findVillages(tx, communeId)).filter(({ id }) => reachesVillage(reach, id));
    const counts = await countHouseholds(tx, communeId, today);
    const waiting = await tx.household.groupBy({
      by: ["villageId"],
      where: { communeId, validTo: null, absenceProposed: { not: null } },
      _count: { _all: true },
    });
    const waitingIn = new Map(waiting.map(({ villageId, _count }) => [villageId, _count._all]));
    return villages.map(({ id, name, households }) => {
      const listed = counts.get(id);
      return {
        villageId: id,
        name,
        counted: households,
        counts: listed ? { ...listed, denominator: coverageDenominator(listed) } : null,
        waiting: waitingIn.get(id) ?? 0,
      };
    });
  });
}
