import { findBadges } from "#app/features/badges/find-badges.server.ts";
import type { Tx } from "#app/platform/db/database.ts";

interface AwardToPlant {
  readonly communeId: number;
  readonly awardId: string;
  readonly memberId: string;
  readonly claimId: string;
  readonly canary: string;
  readonly now: Date;
}

/** A medal that was taken back for a reason that carries the canary. */
export async function plantAward(
  tx: Tx,
  { communeId, awardId, memberId, claimId, canary, now }: AwardToPlant,
): Promise<void> {
  await findBadges(tx, communeId);
  await tx.badgeAward.create({
    data: {
      communeId,
      id: awardId,
      badgeKey: "hands-on",
      version: 1,
      subject: "member",
      subjectId: memberId,
      occasion: "2026-10",
      earnedOn: now,
      basis: { value: 10, goal: 10, claims: [claimId] },
      grantedAt: now,
      revokedAt: now,
      revokeReason: canary,
    },
    select: { id: true },
  });
}
