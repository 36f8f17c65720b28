import type { CarriedFigure } from "#app/domain/carried-over/figure-sheet.ts";
import type { RosterAct } from "#app/features/roster/roster-act.ts";
import type { Tx } from "#app/platform/db/database.ts";

export type FigureRow = CarriedFigure & { readonly source: string };

/** Writes figures in one statement; the database's own triggers record what each was before. */
export async function writeFigures(
  tx: Tx,
  { communeId, actorId, now }: Pick<RosterAct, "communeId" | "actorId" | "now">,
  figures: readonly FigureRow[],
  batchId: string | null,
): Promise<void> {
  await tx.$executeRaw`
    insert into carried_over_figure (commune_id, village_id, period, metric, value, source, batch_id,
                                     entered_by, entered_at)
    select ${communeId}, "villageId", period, metric, value, source, ${batchId}::uuid, ${actorId}::uuid, ${now}
      from jsonb_to_recordset(${JSON.stringify(figures)}::jsonb)
        as given ("villageId" int, period text, metric text, value numeric, source text)
    on conflict (commune_id, village_id, period, metric) do update
       set value = excluded.value, source = excluded.source, batch_id = excluded.batch_id,
           entered_by = excluded.entered_by, entered_at = excluded.entered_at`;
}

export async function removeFigures(
  tx: Tx,
  communeId: number,
  figures: readonly Omit<CarriedFigure, "value">[],
): Promise<void> {
  await tx.$executeRaw`
    delete from carried_over_figure f
     using jsonb_to_recordset(${JSON.stringify(figures)}::jsonb) as given ("villageId" int, period text, metric text)
     where f.commune_id = ${communeId} and f.village_id = given."villageId" and f.period = given.period
       and f.metric = given.metric`;
}

/** Acts on these figures take turns: what one saw is what it changes. */
export async function lockFigures(tx: Tx, communeId: number): Promise<void> {
  await tx.$executeRaw`select from commune where id = ${communeId} for update`;
}
