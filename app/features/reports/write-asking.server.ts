import type { RosterAct } from "#app/features/roster/roster-act.ts";
import type { Tx } from "#app/platform/db/database.ts";

interface NewAsking {
  readonly reportId: string;
  readonly isAsked: boolean;
  /** Of taking off. */
  readonly reason: string | null;
}

/** Who is asked, and the step that says since when and by whom. Doing it twice is doing it once. */
export async function writeAsking(
  tx: Tx,
  { communeId, actorId, now }: RosterAct & { readonly actorId: string },
  { reportId, isAsked, reason }: NewAsking,
): Promise<void> {
  // The row of the sheet is held from here on, so that the numbers follow each other.
  const { count } = await tx.report.updateMany({
    where: { communeId, id: reportId, isAsked: !isAsked },
    data: { isAsked },
  });
  if (count === 0) return;
  const number = (await tx.reportAsking.count({ where: { communeId, reportId } })) + 1;
  const act = isAsked ? "asked_again" : "taken_off";
  await tx.reportAsking.createMany({
    data: { communeId, reportId, number, act, reason, doneBy: actorId, doneAt: now },
  });
}
