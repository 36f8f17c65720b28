import type { CarriedFigure } from "#app/domain/carried-over/figure-sheet.ts";
import { type ImportRefusal, UNDO_HOURS } from "#app/domain/people/import-refusals.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import { findVillages } from "#app/features/communes/read-villages.server.ts";
import type { RosterAct } from "#app/features/roster/roster-act.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { keyOf } from "./apply-table.server.ts";
import { findFigures } from "./find-figures.server.ts";
import { lockFigures, removeFigures, writeFigures } from "./write-figures.server.ts";

type Refusal = Extract<
  ImportRefusal,
  { code: "import_not_open" | "import_undo_too_late" | "import_undo_blocked" }
>;
type Effect = CarriedFigure & { readonly before: { readonly value: number; readonly source: string } | null };

const UNDO_MS = UNDO_HOURS * 60 * 60 * 1000;

/** Takes a whole table back within a day, as long as each of its figures stands as it brought it. */
export async function undoTable(tx: Tx, act: RosterAct, batchId: string): Promise<Verdict<null, Refusal>> {
  const { communeId, now } = act;
  await lockFigures(tx, communeId);
  const where = { communeId_id: { communeId, id: batchId } };
  const batch = await tx.importBatch.findFirst({
    where: { communeId, id: batchId, kind: "carried_over" },
    select: { state: true, appliedAt: true },
  });
  if (batch?.state === "undone") return allowed(null);
  if (batch?.state !== "applied" || batch.appliedAt === null) return refused({ code: "import_not_open" });
  if (now.getTime() - batch.appliedAt.getTime() > UNDO_MS)
    return refused({ code: "import_undo_too_late", hours: UNDO_HOURS });
  const lines = await tx.importLine.findMany({ where: { communeId, batchId }, select: { effect: true } });
  const effects = lines.map(({ effect }) => effect as unknown as Effect);
  const standing = new Map((await findFigures(tx, communeId)).map((figure) => [keyOf(figure), figure]));
  const touched = effects.filter((effect) => {
    const figure = standing.get(keyOf(effect));
    return figure?.batchId !== batchId || figure.value !== effect.value;
  });
  if (touched.length > 0) {
    const names = new Map((await findVillages(tx, communeId)).map(({ id, name }) => [id, name]));
    const places = [...new Set(touched.map(({ villageId }) => names.get(villageId) ?? ""))];
    return refused({ code: "import_undo_blocked", names: places.slice(0, 5), count: places.length });
  }
  await removeFigures(
    tx,
    communeId,
    effects.filter(({ before }) => before === null),
  );
  const restored = effects.flatMap(({ before, ...figure }) => (before ? [{ ...figure, ...before }] : []));
  if (restored.length > 0) await writeFigures(tx, act, restored, null);
  await tx.importBatch.update({ where, data: { state: "undone", undoneAt: now }, select: { id: true } });
  return allowed(null);
}
