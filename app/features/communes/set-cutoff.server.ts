import { type Cutoff, type CutoffRefusal, judgeCutoff } from "#app/domain/calendar/cutoff.ts";
import type { Verdict } from "#app/domain/verdict.ts";
import type { CommuneScope } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import { type ChangedMeanwhile, changeSetting } from "./change-setting.server.ts";

/** J01, J03: days that would make every report late are refused before they are saved. */
export async function setCutoff(
  platform: Pick<Platform, "db" | "clock" | "live">,
  scope: CommuneScope,
  change: { readonly cutoff: Cutoff; readonly seenRevision: number },
): Promise<Verdict<{ revision: number }, ChangedMeanwhile | CutoffRefusal>> {
  const verdict = judgeCutoff(change.cutoff);
  if (!verdict.ok) return verdict;
  return changeSetting(platform, scope, {
    section: "cutoff",
    value: verdict.value,
    seenRevision: change.seenRevision,
  });
}
