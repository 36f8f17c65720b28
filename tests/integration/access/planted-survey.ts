import { newestForm } from "#app/domain/survey/questions.ts";
import type { Tx } from "#app/platform/db/database.ts";

interface SurveyToPlant {
  readonly communeId: number;
  readonly villageId: number;
  readonly householdId: string;
  readonly askerId: string;
  readonly canary: string;
  readonly now: Date;
  newId(): string;
}

/** A running round with one door asked and a product on a floor, their names and notes carrying the canary. */
export async function plantSurvey(
  tx: Tx,
  { communeId, villageId, householdId, askerId, canary, now, newId }: SurveyToPlant,
): Promise<{ roundId: string; productId: string }> {
  const roundId = newId();
  const day = new Date(`${now.toISOString().slice(0, 10)}T00:00:00Z`);
  await tx.surveyRound.create({
    data: {
      communeId,
      id: roundId,
      name: canary,
      formVersion: newestForm().version,
      firstDay: day,
      lastDay: day,
      openedBy: askerId,
      openedAt: now,
    },
    select: { id: true },
  });
  await tx.surveyRoundVillage.createMany({ data: [{ communeId, roundId, villageId }] });
  await tx.surveyForm.createMany({
    data: [
      {
        communeId,
        roundId,
        householdId,
        villageId,
        outcome: "answered",
        isComplete: false,
        answers: { network: ["fixed"] },
        note: canary,
        takenBy: askerId,
        takenAt: now,
      },
    ],
  });
  const productId = newId();
  await tx.product.createMany({
    data: [
      {
        communeId,
        id: productId,
        villageId,
        name: canary,
        producer: canary,
        kind: "farm",
        enteredBy: askerId,
        enteredAt: now,
      },
    ],
  });
  await tx.productListing.createMany({
    data: [
      {
        communeId,
        id: newId(),
        productId,
        floor: "other",
        isListed: true,
        link: `https://shop.example/${encodeURIComponent(canary)}`,
        recordedBy: askerId,
        recordedAt: now,
      },
    ],
  });
  return { roundId, productId };
}
