import { findTitle } from "#app/features/titles/find-title.server.ts";
import type { Tx } from "#app/platform/db/database.ts";

interface TitlesToPlant {
  readonly communeId: number;
  readonly memberId: string;
  readonly teamId: number;
  readonly villageId: number;
  readonly askerId: string;
  readonly canary: string;
  readonly now: Date;
  newId(): string;
}

/** A nomination with a word, a stall and a model, each text of them carrying the canary. */
export async function plantTitles(
  tx: Tx,
  { communeId, memberId, teamId, villageId, askerId, canary, now, newId }: TitlesToPlant,
): Promise<{ nominationId: string; placeId: string }> {
  const { version } = await findTitle(tx, communeId, "exemplary-member");
  const nominationId = newId();
  await tx.titleNomination.create({
    data: {
      communeId,
      id: nominationId,
      badgeKey: "exemplary-member",
      version,
      memberId,
      teamId,
      villageId,
      reason: canary,
      nominatedBy: askerId,
      nominatedAs: "office",
      nominatedOn: now,
      nominatedAt: now,
    },
    select: { id: true },
  });
  const placeId = newId();
  await tx.marketPlace.create({
    data: {
      communeId,
      id: placeId,
      villageId,
      kind: "shop",
      name: canary,
      enteredBy: askerId,
      enteredAt: now,
    },
    select: { id: true },
  });
  await tx.digitalModel.create({
    data: {
      communeId,
      id: newId(),
      villageId,
      name: canary,
      startedOn: now,
      state: "pilot",
      evidence: canary,
      changedBy: askerId,
      changedAt: now,
    },
    select: { id: true },
  });
  return { nominationId, placeId };
}
