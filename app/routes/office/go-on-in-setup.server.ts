import { nextStep } from "#app/domain/roster/setup.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { goOn } from "#app/features/accounts/go-on.server.ts";
import { readSetup } from "#app/features/communes/read-setup.server.ts";
import { OFFICE_PATHS, STEP_PATHS } from "#app/ui/setup/paths.ts";

/** After a step was saved: on to the next one nobody has answered; in a commune at work, back to the settings. */
export async function goOnInSetup(caller: Caller): Promise<Response> {
  const { commune, steps } = await readSetup(caller.platform, caller.scope("communes.read-setup"));
  if (commune.isSetUp) return goOn(`${OFFICE_PATHS.settings}?da-luu`);
  const next = nextStep(steps);
  return goOn(next ? STEP_PATHS[next] : OFFICE_PATHS.setup);
}
