import type { VerifyFacts, VerifyRole } from "#app/domain/verification/may-verify.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { type CheckerGrant, checkersOf, rightsOf } from "#app/features/checkers/find-checkers.server.ts";
import type { ClaimFacts, WaitingReach } from "#app/features/checkers/find-claim-facts.server.ts";

/** One person before the claims of a commune: what they may decide, and where to look for it. */
export interface CheckerAtWork {
  readonly accountId: string;
  readonly reach: WaitingReach;
  factsOf(claim: ClaimFacts): VerifyFacts;
}

/** The office's right sleeps in a session without a second factor; the matrix has judged that already. */
export function checkerAtWork(
  { person, session, permission, now }: Pick<Caller, "person" | "session" | "permission" | "now">,
  checkers: readonly CheckerGrant[],
  householdId: string | null,
): CheckerAtWork {
  const { accountId } = person;
  const isOfficeAwake = permission.grants.some(({ role }) => role === "office");
  const isAwake = (as: VerifyRole) => as !== "office" || isOfficeAwake;
  const mine = checkers.filter((each) => each.accountId === accountId && isAwake(each.as));
  return {
    accountId,
    reach: reachOf(mine),
    factsOf(claim) {
      const over = checkersOf(checkers, claim);
      const rights = rightsOf(over, accountId).filter(isAwake);
      return {
        claim,
        caller: { accountId, householdId, deviceId: session.deviceId, rights },
        checkers: over,
        now: now.getTime(),
      };
    },
  };
}

function reachOf(mine: readonly CheckerGrant[]): WaitingReach {
  const ids = (values: readonly (number | null)[]) => [...new Set(values.filter((id) => id !== null))];
  return {
    teamIds: ids(mine.map(({ teamId }) => teamId)),
    villageIds: ids(mine.filter(({ teamId }) => teamId === null).map(({ villageId }) => villageId)),
    isWhole: mine.some(
      ({ as, teamId, villageId }) => as === "office" && teamId === null && villageId === null,
    ),
  };
}
