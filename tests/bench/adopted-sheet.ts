import { hashSheet } from "#app/features/criteria/find-sheets.server.ts";
import { PRESETS } from "#prisma/presets/presets.ts";

export const SHEET = PRESETS["dai-son-2026"].proposal.sheet;

/** The proposed sheet as a commune adopted it: what its villages are ranked by. */
export async function plantAdoptedSheet(
  query: (sql: string, values: unknown[]) => Promise<unknown>,
  communeId: number,
  [askedBy, adoptedBy]: readonly [string, string],
): Promise<void> {
  await query(
    `insert into criteria_sheet (commune_id, version, title, document, content, content_sha256, state, made_at, asked_by,
                                 asked_at, adopted_by, adopted_at)
     values ($1, 1, 'Bảng tiêu chí', '05/QC', $2, $3, 'adopted', now(), $4, now(), $5, now())`,
    [communeId, JSON.stringify(SHEET), hashSheet(SHEET), askedBy, adoptedBy],
  );
}
