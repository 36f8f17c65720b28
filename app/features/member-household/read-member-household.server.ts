import { householdReach, reachesVillage } from "#app/domain/households/household-reach.ts";
import { mayPlace, type OwnHouseholdRefusal } from "#app/domain/people/own-household.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { findVillages } from "#app/features/communes/read-villages.server.ts";
import { findHouseholdsForLogging } from "#app/features/households/read-households-for-logging.server.ts";
import { readMember } from "#app/features/roster/read-member.server.ts";
import { findCallerAsResident, findHome, type HomeView } from "./find-resident.server.ts";

/** Everything the screen needs that says in which household a member lives. */
export interface MemberHouseholdView {
  readonly memberId: string;
  readonly fullName: string;
  readonly home: HomeView | null;
  /** Why the caller may not change it; null where they may. */
  readonly refusal: OwnHouseholdRefusal | null;
  /** The lists within reach, and the one that is open. */
  readonly villages: readonly { readonly id: number; readonly name: string }[];
  readonly villageId: number | null;
  readonly households: readonly {
    readonly id: string;
    readonly code: string;
    readonly lane: string | null;
    readonly head: string;
  }[];
}

/** One member as far as the caller may see; the open list is the asked one, the home's, or the team's. */
export async function readMemberHousehold(
  caller: Caller,
  memberId: string,
  askedVillage: number | null,
): Promise<MemberHouseholdView | null> {
  const { communeId, permission, platform, today } = caller;
  const member = communeId === null ? null : await readMember(caller, memberId);
  if (communeId === null || !member) return null;
  const reach = householdReach(permission.grants, communeId);
  const scope = caller.scope("member-household.read");
  return platform.db.withCommunes(scope, async (tx) => {
    const home = await findHome(tx, platform.keys, communeId, memberId);
    const villages = (await findVillages(tx, communeId))
      .filter(({ id }) => reachesVillage(reach, id))
      .map(({ id, name }) => ({ id, name }));
    const ofTeams = member.times.find(({ validTo, villageId }) => validTo === null && villageId !== null);
    const wishes = [askedVillage, home?.villageId, ofTeams?.villageId, villages[0]?.id];
    const villageId = wishes.find((wish) => villages.some(({ id }) => id === wish)) ?? null;
    const listed =
      villageId === null
        ? []
        : await findHouseholdsForLogging(tx, platform.keys, scope, villageId, { on: today, sight: "none" });
    const verdict = mayPlace(
      await findCallerAsResident(tx, communeId, caller.person.accountId),
      { memberId, householdId: home?.id ?? null },
      "any other",
    );
    return {
      memberId,
      fullName: member.fullName,
      home,
      refusal: verdict.ok ? null : verdict,
      villages,
      villageId,
      households: listed.map(({ id, code, lane, head }) => ({ id, code, lane, head })),
    };
  });
}
