import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { answerStoredFile, findStoredFile } from "#app/features/files/answer-stored-file.server.ts";
import { ledVillages } from "./led-villages.ts";

/** A proof of that review: for the office, and for the village that sent it; null for everybody else. */
export async function answerProof(
  caller: Caller,
  { reviewId, fileId, readsAll }: { reviewId: string; fileId: string; readsAll: boolean },
): Promise<Response | null> {
  if (caller.communeId === null) return null;
  const scope = caller.scope("self-assessment.read-proof");
  const communeId = onlyCommune(scope);
  const file = await caller.platform.db.withCommunes(scope, async (tx) => {
    const of = await tx.sheetComment.findFirst({
      where: { communeId, reviewId, files: { some: { fileId } } },
      select: { villageId: true },
    });
    const isOpen = of !== null && (readsAll || ledVillages(caller).includes(of.villageId));
    return isOpen ? findStoredFile(tx, communeId, fileId) : null;
  });
  return file && answerStoredFile(caller.platform, file);
}
