import type { PlanWords } from "#app/domain/plan/words.ts";
import { allowed, type Verdict } from "#app/domain/verdict.ts";
import type { CommuneScope } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import { type ChangedMeanwhile, writeSetting } from "./change-setting.server.ts";
import { markStep } from "./mark-step.server.ts";
import { onlyCommune } from "./only-commune.ts";

/** What people here call the team, the village and the office: every screen speaks these words. */
export async function setWords(
  platform: Pick<Platform, "db" | "clock" | "live">,
  scope: CommuneScope,
  change: { readonly words: PlanWords; readonly seenRevision: number },
): Promise<Verdict<null, ChangedMeanwhile>> {
  return platform.db.withCommunes(scope, async (tx) => {
    const now = platform.clock.now();
    const { words, seenRevision } = change;
    const saved = await writeSetting(tx, scope, { section: "words", value: words, seenRevision }, now);
    if (!saved.ok) return saved;
    await markStep(tx, scope, "words", now);
    await platform.live.touch(tx, `commune:${onlyCommune(scope)}`);
    return allowed(null);
  });
}
