import { isSetupStep, SETUP_STEPS, type StepStates } from "#app/domain/roster/setup.ts";
import type { CommuneScope, Tx } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import { onlyCommune } from "./only-commune.ts";
import { type CommuneView, findCommune } from "./read-commune.server.ts";

export interface SetupView {
  readonly commune: CommuneView;
  readonly steps: StepStates;
}

export function readSetup(platform: Pick<Platform, "db">, scope: CommuneScope): Promise<SetupView> {
  return platform.db.withCommunes(scope, async (tx) => ({
    commune: await findCommune(tx, onlyCommune(scope)),
    steps: await findSteps(tx, onlyCommune(scope)),
  }));
}

export async function findSteps(tx: Tx, communeId: number): Promise<StepStates> {
  const rows = await tx.setupStep.findMany({ where: { communeId }, select: { step: true, putOff: true } });
  const marks = new Map(
    rows.filter(({ step }) => isSetupStep(step)).map(({ step, putOff }) => [step, putOff]),
  );
  const stateOf = (step: string) => (marks.has(step) ? (marks.get(step) ? "put_off" : "done") : "open");
  return Object.fromEntries(SETUP_STEPS.map((step) => [step, stateOf(step)])) as StepStates;
}
