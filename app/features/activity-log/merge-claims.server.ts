import type { ClaimContent, UnitContent } from "#app/domain/activity/claim.ts";
import { moveClaim } from "#app/domain/activity/claim-state.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import { findOwnMemberId } from "./find-own-member.server.ts";
import { inLog } from "./in-log.server.ts";
import { type JoinRefusal, joinLocked, wasInTeam } from "./join-claim.server.ts";
import { isOwner, lockClaim } from "./lock-claim.server.ts";
import type { LogCaller } from "./log-act.ts";
import { reviseClaim } from "./revise-claim.server.ts";

/**
 * Two team-mates wrote down the same people: the caller joins the other record and takes those people off their own,
 * which is withdrawn when nobody is left on it. Done twice it is done once.
 */
export function mergeClaims(
  caller: LogCaller,
  { id, into }: { readonly id: string; readonly into: string },
): Promise<Verdict<{ id: string; state: "withdrawn" | "submitted" }, JoinRefusal>> {
  type Answer = Verdict<{ id: string; state: "withdrawn" | "submitted" }, JoinRefusal>;
  return inLog(caller, "activity-log.merge", async (tx, act): Promise<Answer> => {
    const memberId = await findOwnMemberId(tx, act);
    if (memberId === null) return refused({ code: "not_on_roster" });
    // In one order, so that two who merge into each other never wait in a circle.
    const locked = new Map(
      await inTurn(
        [id, into].sort(),
        async (each) => [each, await lockClaim(tx, act.communeId, each)] as const,
      ),
    );
    const [own, other] = [locked.get(id), locked.get(into)];
    if (!own || !other || id === into || own.memberId !== memberId || !isOwner(own, act.accountId))
      return refused({ code: "not_permitted" });
    if (
      own.teamId !== other.teamId ||
      own.workDate !== other.workDate ||
      !(await wasInTeam(tx, act, memberId, other))
    )
      return refused({ code: "not_permitted" });
    if (own.state === "withdrawn" && other.content.helpers.some((helper) => helper.memberId === memberId))
      return allowed({ id, state: "withdrawn" });
    const state = moveClaim(own.state, "withdraw");
    if (!state.ok) return state;
    const joined = await joinLocked(tx, caller, act, other, memberId);
    if (!joined.ok) return joined;
    const left = without(own.content, other.content);
    if (left !== null) {
      const revised = await reviseClaim(tx, caller.platform.keys, act, own, left);
      return revised.ok ? allowed({ id, state: "submitted" }) : revised;
    }
    await tx.claim.update({
      where: { communeId_id: { communeId: act.communeId, id } },
      data: { state: "withdrawn" },
      select: { id: true },
    });
    return allowed({ id, state: "withdrawn" });
  });
}

/** What is left of a record once the people of another one are taken off; null when nobody known is. */
function without(own: ClaimContent, other: ClaimContent): ClaimContent | null {
  const theirs = new Set(other.units.map(keyOf));
  const units = own.units.filter((unit) => unit.slot === null || !theirs.has(keyOf(unit)));
  const isAnyoneLeft = units.some(({ householdId }) => householdId !== null);
  const taken = own.units.length - units.length;
  return isAnyoneLeft ? { ...own, units, visits: Math.max(units.length, own.visits - taken) } : null;
}

function keyOf({ householdId, slot }: UnitContent): string {
  return `${householdId}/${slot}`;
}

async function inTurn<Value, Answer>(
  values: readonly Value[],
  work: (value: Value) => Promise<Answer>,
): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const value of values) answers.push(await work(value));
  return answers;
}
