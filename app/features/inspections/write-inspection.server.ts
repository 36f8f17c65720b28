import type { z } from "zod";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import {
  type InspectedPlace,
  type InspectionRefusal,
  judgeInspection,
} from "#app/domain/inspections/inspection.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import { toDatabaseDay } from "#app/features/communes/database-day.ts";
import type { RosterAct } from "#app/features/roster/roster-act.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { inspectionSchema } from "./inspections.schema.ts";

type Act = RosterAct & { readonly actorId: string };

/** Keeps what a visit found. It is not changed afterwards; sending it twice keeps it once. */
export async function writeInspection(
  tx: Tx,
  { communeId, actorId, now }: Act,
  typed: z.output<typeof inspectionSchema>,
  today: LocalDate,
): Promise<Verdict<null, InspectionRefusal>> {
  const followUp = typed.followUp ?? null;
  const followUpDue = followUp === null ? null : (typed.followUpDue ?? null);
  const wrong = judgeInspection({ ...typed, followUp, followUpDue }, today);
  if (wrong !== null) return refused(wrong);
  const place = await findPlace(tx, communeId, typed.place);
  if (place === null) return refused({ code: "inspection_place_gone" });
  await tx.inspection.createMany({
    data: [
      {
        communeId,
        id: typed.id,
        ...place,
        inspectedOn: toDatabaseDay(typed.inspectedOn),
        inspectors: typed.inspectors,
        result: typed.result,
        findings: typed.findings,
        followUp,
        followUpDue: followUpDue === null ? null : toDatabaseDay(followUpDue),
        enteredBy: actorId,
        enteredAt: now,
      },
    ],
    skipDuplicates: true,
  });
  return allowed(null);
}

async function findPlace(
  tx: Tx,
  communeId: number,
  { kind, id }: InspectedPlace,
): Promise<{ readonly villageId: number; readonly teamId: number | null } | null> {
  if (kind === "village") {
    const village = await tx.village.findFirst({ where: { communeId, id }, select: { id: true } });
    return village && { villageId: village.id, teamId: null };
  }
  const team = await tx.team.findFirst({ where: { communeId, id }, select: { villageId: true } });
  return team?.villageId == null ? null : { villageId: team.villageId, teamId: id };
}

/** Says that what a visit asked for was done. */
export async function closeInspection(
  tx: Tx,
  { communeId }: Act,
  { id, note }: { readonly id: string; readonly note: string },
  today: LocalDate,
): Promise<Verdict<null, InspectionRefusal>> {
  const { count } = await tx.inspection.updateMany({
    where: { communeId, id, followUp: { not: null }, followedUpOn: null },
    data: { followedUpOn: toDatabaseDay(today), followUpNote: note },
  });
  return count === 1 ? allowed(null) : refused({ code: "inspection_nothing_to_follow" });
}
