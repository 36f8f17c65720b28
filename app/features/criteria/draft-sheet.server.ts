import type { SetupRefusal } from "#app/domain/roster/setup.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import { checkCriteriaSheet } from "#app/domain/year/check-criteria-sheet.ts";
import type { CriteriaRefusal } from "#app/domain/year/criteria-refusals.ts";
import type { CriteriaSheet } from "#app/domain/year/criteria-sheet.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import type { CommuneScope, Tx } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import {
  findProposedSheet,
  findSheets,
  hashSheet,
  inWorkOf,
  type SheetVersion,
  storedSheet,
} from "./find-sheets.server.ts";

export type SheetPlatform = Pick<Platform, "db" | "clock" | "live">;
export type SheetRefusal = CriteriaRefusal | Extract<SetupRefusal, { code: "changed_meanwhile" }>;

export interface DraftWish {
  readonly title: string;
  /** A version to begin from; null begins from what the plan proposes. */
  readonly from: number | null;
}

/** One draft at a time; it begins as a copy. */
export function startDraft(
  platform: SheetPlatform,
  scope: CommuneScope,
  { title, from }: DraftWish,
): Promise<Verdict<{ version: number }, SheetRefusal>> {
  return inLine(platform, scope, async (tx, versions, communeId) => {
    const inWork = inWorkOf(versions);
    if (inWork) return refused({ code: "criteria_already_drafted" });
    const source = from === null ? null : versions.find(({ version }) => version === from);
    if (source === undefined) return refused({ code: "criteria_version_unknown" });
    const sheet = source?.sheet ?? (await findProposedSheet(tx, communeId));
    return allowed({ version: await insertDraft(tx, { platform, scope, title, sheet }) });
  });
}

/** Lays a whole sheet, as it was read from a table, in the place of the draft; begins one where there is none. */
export function layDraft(
  platform: SheetPlatform,
  scope: CommuneScope,
  { title, sheet }: { readonly title: string; readonly sheet: CriteriaSheet },
): Promise<Verdict<{ version: number }, SheetRefusal>> {
  return inLine(platform, scope, async (tx, versions) => {
    const fault = checkCriteriaSheet(sheet)[0];
    if (fault) return refused(fault);
    const inWork = inWorkOf(versions);
    if (inWork === null)
      return allowed({ version: await insertDraft(tx, { platform, scope, title, sheet }) });
    if (inWork.state === "asked") return refused({ code: "criteria_waits_for_second" });
    await writeDraft(tx, platform, scope, inWork, inWork.title, sheet);
    return allowed({ version: inWork.version });
  });
}

interface DraftChange {
  /** The draft as the officer read it. */
  readonly revision: number;
  readonly title: string;
  readonly change: (sheet: CriteriaSheet) => CriteriaSheet;
}

/** A sheet that does not add up is never kept, not even as a draft: what is in work can always be tried. */
export function saveDraft(
  platform: SheetPlatform,
  scope: CommuneScope,
  { revision, title, change }: DraftChange,
): Promise<Verdict<null, SheetRefusal>> {
  return inLine(platform, scope, async (tx, versions) => {
    const inWork = inWorkOf(versions);
    if (inWork === null) return refused({ code: "criteria_nothing_drafted" });
    if (inWork.state === "asked") return refused({ code: "criteria_waits_for_second" });
    const sheet = change(inWork.sheet);
    if (inWork.revision !== revision) {
      const isSame = hashText(sheet) === inWork.sha256 && title === inWork.title;
      return isSame ? allowed(null) : refused({ code: "changed_meanwhile" });
    }
    const fault = checkCriteriaSheet(sheet)[0];
    if (fault) return refused(fault);
    await writeDraft(tx, platform, scope, inWork, title, sheet);
    return allowed(null);
  });
}

/** Drops what was drafted; nothing that is adopted changes. */
export function dropDraft(
  platform: SheetPlatform,
  scope: CommuneScope,
): Promise<Verdict<null, SheetRefusal>> {
  return inLine(platform, scope, async (tx, versions, communeId) => {
    const inWork = inWorkOf(versions);
    if (inWork?.state === "asked") return refused({ code: "criteria_waits_for_second" });
    if (inWork === null) return allowed(null);
    await tx.criteriaSheet.update({
      where: { communeId_version: { communeId, version: inWork.version } },
      data: { state: "withdrawn", revision: { increment: 1 } },
      select: { version: true },
    });
    return allowed(null);
  });
}

/** Versions of a commune stand in one line: whoever writes one holds the commune. */
export function inLine<Value>(
  platform: SheetPlatform,
  scope: CommuneScope,
  act: (
    tx: Tx,
    versions: readonly SheetVersion[],
    communeId: number,
  ) => Promise<Verdict<Value, SheetRefusal>>,
): Promise<Verdict<Value, SheetRefusal>> {
  const communeId = onlyCommune(scope);
  if (scope.actorId === null) throw new Error("sheets are drafted and adopted by persons");
  return platform.db.withCommunes(scope, async (tx) => {
    await tx.$executeRaw`select from commune where id = ${communeId} for update`;
    const verdict = await act(tx, await findSheets(tx, communeId), communeId);
    if (verdict.ok) await platform.live.touch(tx, `commune:${communeId}`);
    return verdict;
  });
}

interface NewDraft {
  readonly platform: SheetPlatform;
  readonly scope: CommuneScope;
  readonly title: string;
  readonly sheet: CriteriaSheet;
}

async function insertDraft(tx: Tx, { platform, scope, title, sheet }: NewDraft): Promise<number> {
  const communeId = onlyCommune(scope);
  const { _max } = await tx.criteriaSheet.aggregate({ where: { communeId }, _max: { version: true } });
  const version = (_max.version ?? 0) + 1;
  await tx.criteriaSheet.createMany({
    data: {
      communeId,
      version,
      title,
      content: storedSheet(sheet),
      contentSha256: hashSheet(sheet),
      state: "draft",
      madeBy: scope.actorId,
      madeAt: platform.clock.now(),
    },
  });
  return version;
}

async function writeDraft(
  tx: Tx,
  platform: SheetPlatform,
  scope: CommuneScope,
  { version }: SheetVersion,
  title: string,
  sheet: CriteriaSheet,
): Promise<void> {
  await tx.criteriaSheet.update({
    where: { communeId_version: { communeId: onlyCommune(scope), version } },
    data: {
      title,
      content: storedSheet(sheet),
      contentSha256: hashSheet(sheet),
      madeBy: scope.actorId,
      madeAt: platform.clock.now(),
      revision: { increment: 1 },
    },
    select: { version: true },
  });
}

function hashText(sheet: CriteriaSheet): string {
  return Buffer.from(hashSheet(sheet)).toString("hex");
}
