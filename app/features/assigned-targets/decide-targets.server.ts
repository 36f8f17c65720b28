import { mayAssign, PEOPLE_MEASURE, type TargetRefusal } from "#app/domain/targets/assigned-target.ts";
import { mayApprove } from "#app/domain/targets/team-plan.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { RosterAct } from "#app/features/roster/roster-act.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { findTargetMonths } from "./find-target-months.server.ts";
import { findTargets } from "./find-targets.server.ts";

export interface TargetDecision {
  readonly monthId: number;
  readonly verdict: "approve" | "refuse";
  readonly reason: string | null;
  /** Team and the revision that was read. */
  readonly proposals: readonly { readonly teamId: number; readonly revision: number }[];
}

/** B23: another person's word makes a proposed target hold. The same answer twice is one answer. */
export async function decideTargets(
  tx: Tx,
  { communeId, actorId, now, today }: RosterAct & { readonly actorId: string },
  { monthId, verdict, reason, proposals }: TargetDecision,
): Promise<Verdict<{ decided: number }, TargetRefusal | { code: "not_permitted" }>> {
  await tx.$executeRaw`select from commune where id = ${communeId} for update`;
  const { open, months } = await findTargetMonths(tx, communeId, today);
  const isOpen = mayAssign(monthId, open);
  if (!isOpen.ok) return isOpen;
  const month = months.find(({ id }) => id === monthId);
  if (!month) return refused({ code: "not_permitted" });
  const { lines } = await findTargets(tx, communeId, month);
  let decided = 0;
  for (const { teamId, revision } of proposals) {
    const line = lines.find((each) => each.teamId === teamId);
    if (!line) return refused({ code: "not_permitted" });
    const { proposal } = line;
    if (proposal === null || proposal.revision !== revision || proposal.refused !== null) {
      const isSaidAlready =
        line.revision === revision && (proposal?.refused === undefined) === (verdict === "approve");
      if (isSaidAlready) continue;
      return refused({ code: "target_not_waiting" });
    }
    if (!mayApprove(proposal.byId, actorId)) return refused({ code: "target_own_word" });
    await tx.assignedTargetDecision.create({
      data: {
        communeId,
        teamId,
        monthId,
        measure: PEOPLE_MEASURE,
        revision,
        proposedBy: proposal.byId,
        verdict,
        reason: verdict === "approve" ? null : reason,
        decidedBy: actorId,
        decidedAt: now,
      },
    });
    decided += 1;
  }
  return allowed({ decided });
}
