import { createHash } from "node:crypto";
import { type Canonical, canonicalJson } from "#app/domain/months/canonical-json.ts";
import { isPresetId } from "#app/domain/plan/plan-preset.ts";
import type { CriteriaSheet } from "#app/domain/year/criteria-sheet.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { Prisma } from "#app/platform/prisma-client/client.ts";
import { PRESETS } from "#prisma/presets/presets.ts";

export interface SheetVersion {
  readonly version: number;
  readonly title: string;
  readonly document: string | null;
  readonly state: "draft" | "asked" | "adopted" | "withdrawn";
  readonly revision: number;
  readonly sha256: string;
  readonly sheet: CriteriaSheet;
  /** Null on what the house wrote: the presets' proposal. */
  readonly madeBy: string | null;
  readonly madeAt: number;
  readonly askedBy: string | null;
  readonly askedByName: string | null;
  readonly adoptedByName: string | null;
  readonly adoptedAt: number | null;
}

/** Newest first; drafts that were dropped stay in the table and out of the list. */
export function findSheets(tx: Tx, communeId: number): Promise<SheetVersion[]> {
  return tx.$queryRaw<SheetVersion[]>`
    select s.version, s.title, s.document, s.state, s.revision, encode(s.content_sha256, 'hex') as sha256,
           s.content as sheet, s.made_by as "madeBy", (extract(epoch from s.made_at) * 1000)::float8 as "madeAt",
           s.asked_by as "askedBy", a.display_name as "askedByName", d.display_name as "adoptedByName",
           (extract(epoch from s.adopted_at) * 1000)::float8 as "adoptedAt"
      from criteria_sheet s
      left join account a on a.id = s.asked_by
      left join account d on d.id = s.adopted_by
     where s.commune_id = ${communeId} and s.state <> 'withdrawn'
     order by s.version desc`;
}

/** The one that villages are scored by: the last that was adopted. */
export function adoptedOf(versions: readonly SheetVersion[]): SheetVersion | null {
  return versions.find(({ state }) => state === "adopted") ?? null;
}

export function inWorkOf(versions: readonly SheetVersion[]): SheetVersion | null {
  return versions.find(({ state }) => state === "draft" || state === "asked") ?? null;
}

/** What the commune's plan proposes; ours, and labelled so wherever it is shown (rule 12). */
export async function findProposedSheet(tx: Tx, communeId: number): Promise<CriteriaSheet> {
  const { presetId } = await tx.commune.findUniqueOrThrow({
    where: { id: communeId },
    select: { presetId: true },
  });
  if (!isPresetId(presetId)) throw new Error(`the commune names an unknown preset "${presetId}"`);
  return PRESETS[presetId].proposal.sheet;
}

/** Over the one text of the sheet, whatever order the database keeps its keys in: anybody can hash it again. */
export function hashSheet(sheet: CriteriaSheet): Uint8Array<ArrayBuffer> {
  const text = canonicalJson(storedSheet(sheet) as Canonical);
  return new Uint8Array(createHash("sha256").update(text).digest());
}

export function storedSheet(sheet: CriteriaSheet): Prisma.InputJsonObject {
  return JSON.parse(JSON.stringify(sheet)) as Prisma.InputJsonObject;
}
