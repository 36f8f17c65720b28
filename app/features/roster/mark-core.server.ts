import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { RosterAct } from "./roster-act.ts";

/** "Nòng cốt" (A13): a mark on somebody's time in a team. It gives no right and takes none. */
export async function markCore(
  tx: Tx,
  { communeId }: RosterAct,
  { membershipId, isCore }: { readonly membershipId: string; readonly isCore: boolean },
): Promise<Verdict<null, { code: "not_permitted" }>> {
  const { count } = await tx.membership.updateMany({
    where: { communeId, id: membershipId },
    data: { isCore },
  });
  return count === 1 ? allowed(null) : refused({ code: "not_permitted" });
}
