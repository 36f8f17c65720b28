import { missingSteps, type SetupRefusal } from "#app/domain/roster/setup.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { CommuneScope } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import { onlyCommune } from "./only-commune.ts";
import { findSteps } from "./read-setup.server.ts";

/** Opens the commune for work, in trial. Finishing again changes nothing. */
export async function finishSetup(
  platform: Pick<Platform, "db" | "clock" | "live">,
  scope: CommuneScope,
): Promise<Verdict<null, Extract<SetupRefusal, { code: "setup_steps_missing" }>>> {
  const communeId = onlyCommune(scope);
  return platform.db.withCommunes(scope, async (tx) => {
    const steps = missingSteps(await findSteps(tx, communeId));
    if (steps.length > 0) return refused({ code: "setup_steps_missing", steps });
    await tx.commune.updateMany({
      where: { id: communeId, setUpAt: null },
      data: { setUpAt: platform.clock.now(), revision: { increment: 1 } },
    });
    await platform.live.touch(tx, `commune:${communeId}`);
    return allowed(null);
  });
}
