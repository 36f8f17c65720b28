import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { answerStoredFile, findStoredFile } from "#app/features/files/answer-stored-file.server.ts";

/** The file of one report of that task, and of no other; null where there is none. */
export async function answerTaskFile(
  caller: Caller,
  taskId: string,
  fileId: string,
): Promise<Response | null> {
  if (caller.communeId === null) return null;
  const scope = caller.scope("plan-tasks.read-file");
  const communeId = onlyCommune(scope);
  const file = await caller.platform.db.withCommunes(scope, async (tx) => {
    const isItsOwn = (await tx.planTaskReport.count({ where: { communeId, taskId, fileId } })) > 0;
    return isItsOwn ? findStoredFile(tx, communeId, fileId) : null;
  });
  return file && answerStoredFile(caller.platform, file);
}
