import type { PlanWords } from "#app/domain/plan/words.ts";
import type { CommuneKind } from "#app/domain/roster/commune.ts";
import type { CommuneScope } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import { onlyCommune } from "./only-commune.ts";
import { findCommune } from "./read-commune.server.ts";
import { findSetting } from "./read-settings.server.ts";

/** What stands around every page of a commune: its name, its words, and whether its points count yet. */
export interface CommuneFace {
  readonly kind: CommuneKind;
  /** Empty until set-up has reached it. */
  readonly name: string;
  readonly isTrial: boolean;
  readonly words: PlanWords;
}

export function readCommuneFace(platform: Pick<Platform, "db">, scope: CommuneScope): Promise<CommuneFace> {
  const communeId = onlyCommune(scope);
  return platform.db.withCommunes(scope, async (tx) => {
    const { kind, name, isTrial } = await findCommune(tx, communeId);
    const { value: words } = await findSetting(tx, communeId, "words");
    return { kind, name, isTrial, words };
  });
}
