import { createHash } from "node:crypto";
import type { CarriedOverRefusal } from "#app/domain/carried-over/carried-over-refusals.ts";
import type { CarriedPeriod } from "#app/domain/carried-over/carried-period.ts";
import type { ImportRefusal } from "#app/domain/people/import-refusals.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import { toDatabaseDay } from "#app/features/communes/database-day.ts";
import type { RosterAct } from "#app/features/roster/roster-act.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { KeyRing } from "#app/platform/keys/key-ring.ts";
import { findFigures } from "./find-figures.server.ts";
import { readTable, type TablePreview } from "./preview-table.server.ts";
import { lockFigures, writeFigures } from "./write-figures.server.ts";

export interface TableOrder {
  /** Made before it is sent: sending twice takes the table over once. */
  readonly batchId: string;
  readonly fileName: string;
  /** As the preview showed it. */
  readonly text: string;
  readonly period: CarriedPeriod | null;
  readonly source: string;
}

type Refusal =
  | ImportRefusal
  | Extract<CarriedOverRefusal, { code: "no_figure_header" | "no_figures" | "carried_table_has_problems" }>;

/** Takes a table over whole, or nothing of it; each figure that it changes is remembered for the way back. */
export async function applyTable(
  tx: Tx,
  keys: KeyRing,
  act: RosterAct & { readonly actorId: string },
  { batchId, fileName, text, period, source }: TableOrder,
): Promise<Verdict<TablePreview["counts"], Refusal>> {
  const { communeId, actorId, now, today } = act;
  await lockFigures(tx, communeId);
  const sent = await tx.importBatch.findFirst({
    where: { communeId, id: batchId, kind: "carried_over" },
    select: { summary: true },
  });
  if (sent) return allowed(sent.summary as unknown as TablePreview["counts"]);
  const grid = text
    .split(/\r\n|\r|\n/)
    .map((row) => row.split("\t").map((cell) => (cell === "" ? null : cell)));
  const read = await readTable(tx, communeId, grid, period);
  if (!read.ok) return read;
  const { rows, counts } = read.value;
  if (counts.problems > 0) return refused({ code: "carried_table_has_problems", count: counts.problems });
  const before = new Map((await findFigures(tx, communeId)).map((figure) => [keyOf(figure), figure]));
  const changed = rows.flatMap(({ figures }) => figures.filter(({ fate }) => fate !== "same"));
  await tx.importBatch.create({
    data: {
      communeId,
      id: batchId,
      kind: "carried_over",
      fileName,
      fileSha256: new Uint8Array(createHash("sha256").update(text).digest()),
      state: "applied",
      effectiveOn: toDatabaseDay(today),
      summary: { ...counts },
      madeBy: actorId,
      madeAt: now,
      appliedAt: now,
    },
    select: { id: true },
  });
  await writeFigures(
    tx,
    act,
    changed.map((figure) => ({ ...figure, source })),
    batchId,
  );
  await tx.importLine.createMany({
    data: changed.map(({ fate, ...figure }, index) => {
      const earlier = before.get(keyOf(figure));
      return {
        communeId,
        batchId,
        line: index + 1,
        sealed: keys.seal(`commune:${communeId}:import-line`, JSON.stringify(figure)),
        fate,
        effect: {
          ...figure,
          before: earlier ? { value: earlier.value, source: earlier.source } : null,
        },
      };
    }),
  });
  return allowed(counts);
}

export function keyOf(figure: { villageId: number; period: string; metric: string }): string {
  return `${figure.villageId}/${figure.period}/${figure.metric}`;
}
