import type { SetupStep } from "#app/domain/roster/setup.ts";
import type { CommuneScope, Tx } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import { onlyCommune } from "./only-commune.ts";

/** Written in the transaction of what the step did, so that progress never claims more than was saved. */
export async function markStep(
  tx: Tx,
  scope: CommuneScope,
  step: SetupStep,
  now: Date,
  putOff = false,
): Promise<void> {
  const communeId = onlyCommune(scope);
  const mark = { putOff, doneBy: scope.actorId, doneAt: now };
  await tx.setupStep.upsert({
    where: { communeId_step: { communeId, step } },
    create: { communeId, step, ...mark },
    update: mark,
  });
}

/** "Để sau": a step that was done stays done. */
export async function putOffStep(
  platform: Pick<Platform, "db" | "clock" | "live">,
  scope: CommuneScope,
  step: SetupStep,
): Promise<void> {
  const communeId = onlyCommune(scope);
  await platform.db.withCommunes(scope, async (tx) => {
    await tx.setupStep.createMany({
      data: [{ communeId, step, putOff: true, doneBy: scope.actorId, doneAt: platform.clock.now() }],
      skipDuplicates: true,
    });
    await platform.live.touch(tx, `commune:${communeId}`);
  });
}

/** For steps that are a confirmation and nothing else. */
export async function confirmStep(
  platform: Pick<Platform, "db" | "clock" | "live">,
  scope: CommuneScope,
  step: SetupStep,
): Promise<void> {
  await platform.db.withCommunes(scope, async (tx) => {
    await markStep(tx, scope, step, platform.clock.now());
    await platform.live.touch(tx, `commune:${onlyCommune(scope)}`);
  });
}
