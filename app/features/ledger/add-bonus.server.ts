import type { ClaimContent } from "#app/domain/activity/claim.ts";
import type { DecideRefusal } from "#app/domain/points/decision.ts";
import { allowed, type Verdict } from "#app/domain/verdict.ts";
import { amendClaim } from "./amend-claim.server.ts";
import type { LedgerCaller } from "./decide-claims.server.ts";

export interface BonusWish {
  /** Names the booking: asked twice it is booked once. */
  readonly decisionId: string;
  readonly claimId: string;
  readonly bonus: string;
  readonly reason: string;
}

/** What became of it: one more is booked, the bonus is at its most, or the record does not count (yet). */
export type BonusEffect = "booked" | "at_most" | "waits" | "does_not_count";

/**
 * One more of a bonus on a record that counted already: an amendment like any other, by somebody with no part in
 * the record.
 */
export async function addBonus(
  caller: LedgerCaller,
  { decisionId, claimId, bonus, reason }: BonusWish,
): Promise<Verdict<BonusEffect, DecideRefusal>> {
  const { communeId } = caller;
  if (communeId === null) return { ok: false, code: "not_permitted" };
  const found = await caller.platform.db.withCommunes(caller.scope("ledger.add-bonus"), async (tx) => {
    const booked = await tx.claimDecision.count({ where: { communeId, id: decisionId } });
    const key = { communeId_id: { communeId, id: claimId } };
    const claim = await tx.claim.findUnique({ where: key, select: { state: true, revision: true } });
    if (!claim) return null;
    const revision = await tx.claimRevision.findUniqueOrThrow({
      where: { communeId_claimId_revision: { communeId, claimId, revision: claim.revision } },
      select: { content: true },
    });
    const content = revision.content as unknown as ClaimContent;
    return { ...claim, isBooked: booked > 0, content };
  });
  if (found === null) return allowed("does_not_count" as const);
  if (found.isBooked) return allowed("booked" as const);
  if (found.state === "submitted" || found.state === "returned") return allowed("waits" as const);
  if (found.state !== "verified") return allowed("does_not_count" as const);
  const units = found.content.units.map((unit, index) =>
    index === 0 ? { ...unit, bonuses: { ...unit.bonuses, [bonus]: (unit.bonuses[bonus] ?? 0) + 1 } } : unit,
  );
  const { revision } = found;
  const outcome = await amendClaim(caller, {
    decisionId,
    claimId,
    revision,
    change: { units },
    reasonCode: "correction",
    reason,
  });
  if (outcome.ok) return allowed("booked" as const);
  // The rules in force give no more of it, or none at all: nothing is owed.
  const isFull =
    outcome.code === "claim_has_problems" &&
    outcome.problems.every(({ code }) => code === "bonus_too_many" || code === "bonus_unknown");
  return isFull ? allowed("at_most" as const) : outcome;
}
