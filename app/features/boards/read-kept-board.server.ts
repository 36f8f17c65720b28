import type { Board, BoardDefinition } from "#app/domain/boards/board.ts";
import { boardKey } from "#app/domain/boards/board-address.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { KeptValues } from "#app/platform/kept-values/kept-values.ts";
import { type BoardMoment, readBoard } from "./read-board.server.ts";

const QUARTER_HOUR_MS = 15 * 60_000;

/**
 * The same board for everybody of one audience, worked out once per version: after an approval a whole commune's
 * screens ask at once. Work moves the topic on; names, choices and settings move the audit log on; time opens months
 * and begins freezes, on the quarter hour (T7). The version is read before the figures, so a change in between makes
 * a newer one.
 */
export async function readKeptBoard(
  values: KeptValues,
  tx: Tx,
  communeId: number,
  definition: BoardDefinition,
  moment: BoardMoment,
): Promise<Board> {
  const [standing] = await tx.$queryRaw<{ topic: string; audit: string }[]>`
    select coalesce((select version from live_topic where topic = ${`commune:${communeId}`}), 0)::text as topic,
           coalesce((select seq from audit_head where commune_id = ${communeId}), 0)::text as audit`;
  const quarter = Math.floor(moment.now / QUARTER_HOUR_MS);
  const version = [standing?.topic, standing?.audit, quarter].join(".");
  const key = `board ${communeId} ${moment.audience} ${boardKey(definition)}`;
  return values.read(key, version, () => readBoard(tx, communeId, definition, moment));
}
