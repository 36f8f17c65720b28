import type { HouseholdReach } from "#app/domain/households/household-reach.ts";
import type { HouseholdRefusal } from "#app/domain/households/household-refusals.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { RosterAct } from "#app/features/roster/roster-act.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { lockReachable } from "./find-household.server.ts";

type Refusal =
  | Extract<HouseholdRefusal, { code: "absence_not_proposed" | "absence_own_proposal" | "household_ended" }>
  | { code: "not_permitted" };

interface AbsenceDecision {
  readonly id: string;
  /** What was proposed when the office looked: away, or back. */
  readonly isAway: boolean;
  readonly accepts: boolean;
}

/** The office's answer to a proposal; somebody else's proposal, always. Given twice it is one answer. */
export async function decideAbsence(
  tx: Tx,
  act: RosterAct & { readonly actorId: string },
  reach: HouseholdReach,
  { id, isAway, accepts }: AbsenceDecision,
): Promise<Verdict<null, Refusal>> {
  const { communeId, actorId } = act;
  const row = await lockReachable(tx, communeId, id, reach);
  if (!row) return refused({ code: "not_permitted" });
  if (row.validTo !== null) return refused({ code: "household_ended", until: row.validTo });
  const standsAfter = accepts ? isAway : !isAway;
  if (row.absenceProposed !== isAway) {
    const isAnswered = row.absenceProposed === null && row.isLongAbsent === standsAfter;
    return isAnswered ? allowed(null) : refused({ code: "absence_not_proposed" });
  }
  if (row.absenceProposedBy === actorId) return refused({ code: "absence_own_proposal" });
  await setAbsence(tx, act, id, standsAfter);
  return allowed(null);
}

/** What the office knows without a proposal; whatever waited is answered by it. */
export async function markAbsence(
  tx: Tx,
  act: RosterAct & { readonly actorId: string },
  reach: HouseholdReach,
  { id, isAway }: { readonly id: string; readonly isAway: boolean },
): Promise<Verdict<null, Refusal>> {
  const row = await lockReachable(tx, act.communeId, id, reach);
  if (!row) return refused({ code: "not_permitted" });
  if (row.validTo !== null) return refused({ code: "household_ended", until: row.validTo });
  if (row.isLongAbsent === isAway && row.absenceProposed === null) return allowed(null);
  if (row.absenceProposedBy === act.actorId) return refused({ code: "absence_own_proposal" });
  await setAbsence(tx, act, id, isAway);
  return allowed(null);
}

async function setAbsence(tx: Tx, { communeId, actorId, now }: RosterAct, id: string, isAway: boolean) {
  await tx.household.update({
    where: { communeId_id: { communeId, id } },
    data: {
      isLongAbsent: isAway,
      absenceProposed: null,
      absenceProposedBy: null,
      absenceProposedAt: null,
      absenceDecidedBy: actorId,
      absenceDecidedAt: now,
    },
    select: { id: true },
  });
}
