import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import { checkCriteriaSheet } from "#app/domain/year/check-criteria-sheet.ts";
import { judgeAdopter } from "#app/domain/year/criteria-refusals.ts";
import type { CommuneScope } from "#app/platform/db/database.ts";
import { inLine, type SheetPlatform, type SheetRefusal } from "./draft-sheet.server.ts";
import { inWorkOf } from "./find-sheets.server.ts";

export interface AdoptionWish {
  readonly revision: number;
  /** The commune's own regulation, without which a sheet stays a proposal (rule 12). */
  readonly document: string;
}

/** The first of two persons: the draft stands still from here until it is adopted or given back. */
export function askAdoption(
  platform: SheetPlatform,
  scope: CommuneScope,
  { revision, document }: AdoptionWish,
): Promise<Verdict<null, SheetRefusal>> {
  return inLine(platform, scope, async (tx, versions, communeId) => {
    const inWork = inWorkOf(versions);
    if (inWork === null) return refused({ code: "criteria_nothing_drafted" });
    if (inWork.state === "asked") {
      const isSame = inWork.askedBy === scope.actorId && inWork.document === document;
      return isSame ? allowed(null) : refused({ code: "criteria_waits_for_second" });
    }
    if (inWork.revision !== revision) return refused({ code: "changed_meanwhile" });
    const fault = checkCriteriaSheet(inWork.sheet)[0];
    if (fault) return refused(fault);
    await tx.criteriaSheet.update({
      where: { communeId_version: { communeId, version: inWork.version } },
      data: {
        state: "asked",
        document,
        askedBy: scope.actorId,
        askedAt: platform.clock.now(),
        revision: { increment: 1 },
      },
      select: { version: true },
    });
    return allowed(null);
  });
}

/** Taken back by whoever asked, or given back by the second person: the draft can be edited again. */
export function giveBackSheet(
  platform: SheetPlatform,
  scope: CommuneScope,
): Promise<Verdict<null, SheetRefusal>> {
  return inLine(platform, scope, async (tx, versions, communeId) => {
    const inWork = inWorkOf(versions);
    if (inWork?.state !== "asked") return allowed(null);
    await tx.criteriaSheet.update({
      where: { communeId_version: { communeId, version: inWork.version } },
      data: { state: "draft", askedBy: null, askedAt: null, revision: { increment: 1 } },
      select: { version: true },
    });
    return allowed(null);
  });
}

/** The second of two persons: the sheet stands as it is from now on, and every team reads it (K07). */
export function adoptSheet(
  platform: SheetPlatform,
  scope: CommuneScope,
  { version, revision }: { readonly version: number; readonly revision: number },
): Promise<Verdict<{ version: number }, SheetRefusal>> {
  return inLine(platform, scope, async (tx, versions, communeId) => {
    const found = versions.find((each) => each.version === version);
    // The same form sent twice.
    if (found?.state === "adopted") return allowed({ version });
    if (found === undefined) return refused({ code: "criteria_nothing_drafted" });
    const second = judgeAdopter(found.state === "asked" ? found.askedBy : null, scope.actorId ?? "");
    if (!second.ok) return second;
    if (found.revision !== revision) return refused({ code: "changed_meanwhile" });
    const fault = checkCriteriaSheet(found.sheet)[0];
    if (fault) return refused(fault);
    await tx.criteriaSheet.update({
      where: { communeId_version: { communeId, version } },
      data: {
        state: "adopted",
        adoptedBy: scope.actorId,
        adoptedAt: platform.clock.now(),
        revision: { increment: 1 },
      },
      select: { version: true },
    });
    return allowed({ version });
  });
}
