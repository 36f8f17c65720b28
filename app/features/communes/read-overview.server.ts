import type { StepStates } from "#app/domain/roster/setup.ts";
import type { CommuneScope, Tx } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import { onlyCommune } from "./only-commune.ts";
import { type CommuneView, findCommune } from "./read-commune.server.ts";
import { findOfficers } from "./read-officers.server.ts";
import { findSteps } from "./read-setup.server.ts";
import { findVillages, type VillageView } from "./read-villages.server.ts";

export interface OverviewView {
  readonly commune: CommuneView;
  readonly steps: StepStates;
  readonly villages: readonly VillageView[];
  readonly officerCount: number;
  readonly waitingActs: number;
  readonly recoveryCodesLeft: number;
}

/** What is done and what is next, in one look. The reader's own recovery codes are among it. */
export function readOverview(
  platform: Pick<Platform, "db" | "clock">,
  scope: CommuneScope & { readonly actorId: string },
): Promise<OverviewView> {
  const communeId = onlyCommune(scope);
  const now = platform.clock.now();
  return platform.db.withCommunes(scope, async (tx) => ({
    commune: await findCommune(tx, communeId),
    steps: await findSteps(tx, communeId),
    villages: await findVillages(tx, communeId),
    officerCount: (await findOfficers(tx, communeId, now)).length,
    waitingActs: await countWaitingActs(tx, communeId, now),
    recoveryCodesLeft: await tx.recoveryCode.count({ where: { accountId: scope.actorId, usedAt: null } }),
  }));
}

function countWaitingActs(tx: Tx, communeId: number, now: Date): Promise<number> {
  return tx.twoPersonAct.count({ where: { communeId, state: "waiting", expiresAt: { gt: now } } });
}
