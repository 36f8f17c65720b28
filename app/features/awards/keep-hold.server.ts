import type { z } from "zod";
import type { AwardRefusal } from "#app/domain/awards/award-refusals.ts";
import { recipientKey } from "#app/domain/awards/recipient.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import { fromDatabaseDay, toDatabaseDay } from "#app/features/communes/database-day.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { clearSchema, holdSchema } from "./awards.schema.ts";
import { findCandidate } from "./find-candidates.server.ts";
import { type Act, columnsOf } from "./propose-award.server.ts";

type Refusal<Code extends AwardRefusal["code"]> = Extract<AwardRefusal, { code: Code }>;

/** A matter about somebody is open: entered by a person, with the paper that says so. */
export async function enterHold(
  tx: Tx,
  { communeId, actorId, now, today }: Act,
  { recipient, fromDay, ...hold }: z.output<typeof holdSchema>,
): Promise<Verdict<null, Refusal<"award_hold_in_future" | "award_recipient_gone">>> {
  if (fromDay > today) return refused({ code: "award_hold_in_future", today });
  if (recipient.kind === "unit") return refused({ code: "award_recipient_gone" });
  const known = await findCandidate(tx, communeId, recipient, { reach: "whole", today });
  if (known?.chosen !== recipientKey(recipient)) return refused({ code: "award_recipient_gone" });
  const { unitName: _, ...place } = columnsOf(recipient);
  await tx.awardHold.createMany({
    data: [
      { communeId, ...hold, ...place, fromDay: toDatabaseDay(fromDay), enteredBy: actorId, enteredAt: now },
    ],
    skipDuplicates: true,
  });
  return allowed(null);
}

/** It is over, from a day on, by a paper. The hold itself stays to be read. */
export async function clearHold(
  tx: Tx,
  { communeId, actorId, now, today }: Act,
  { hold: id, clearedOn, clearReason, clearDocument }: z.output<typeof clearSchema>,
): Promise<
  Verdict<null, Refusal<"award_hold_gone" | "award_hold_in_future" | "award_hold_cleared_too_early">>
> {
  if (clearedOn > today) return refused({ code: "award_hold_in_future", today });
  const hold = await tx.awardHold.findFirst({
    where: { communeId, id, clearedAt: null },
    select: { fromDay: true },
  });
  if (!hold) return refused({ code: "award_hold_gone" });
  const from = fromDatabaseDay(hold.fromDay);
  if (clearedOn < from) return refused({ code: "award_hold_cleared_too_early", from });
  const { count } = await tx.awardHold.updateMany({
    where: { communeId, id, clearedAt: null },
    data: {
      clearedOn: toDatabaseDay(clearedOn),
      clearReason,
      clearDocument,
      clearedBy: actorId,
      clearedAt: now,
    },
  });
  return count === 1 ? allowed(null) : refused({ code: "award_hold_gone" });
}
