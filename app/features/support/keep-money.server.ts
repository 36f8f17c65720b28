import type { z } from "zod";
import { type CostState, judgeDecision, type SupportRefusal } from "#app/domain/support/support.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { toDatabaseDay } from "#app/features/communes/database-day.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";
import type { contributionSchema, costSchema } from "./support.schema.ts";

type NotPermitted = { readonly code: "not_permitted" };

/** L25, I07: what was given, by whom, on which paper. Entered once, never changed. */
export function recordContribution(
  caller: Caller,
  wish: z.output<typeof contributionSchema>,
): Promise<
  Verdict<
    null,
    Extract<SupportRefusal, { code: "support_source_missing" | "support_date_in_future" }> | NotPermitted
  >
> {
  return inRoster(caller, "support.record-contribution", async (tx, { communeId, actorId, now, today }) => {
    const { id, partnerId = null, source = null, receivedOn, valueDong, document = null, ...facts } = wish;
    if (partnerId === null && source === null) return refused({ code: "support_source_missing" as const });
    if (receivedOn > today) return refused({ code: "support_date_in_future" as const, today });
    if (partnerId !== null && (await tx.partner.count({ where: { communeId, id: partnerId } })) === 0)
      return refused({ code: "not_permitted" as const });
    await tx.contribution.createMany({
      data: [
        {
          communeId,
          id,
          ...facts,
          partnerId,
          source: partnerId === null ? source : null,
          valueDong: BigInt(valueDong),
          receivedOn: toDatabaseDay(receivedOn),
          document,
          enteredBy: actorId,
          enteredAt: now,
        },
      ],
      skipDuplicates: true,
    });
    return allowed(null);
  });
}

/** Entered wrongly: struck out with a reason, and still to be read. */
export function strikeContribution(
  caller: Caller,
  { lineId, reason }: { readonly lineId: string; readonly reason: string },
): Promise<Verdict<null, Extract<SupportRefusal, { code: "support_struck" }>>> {
  return inRoster(caller, "support.strike-contribution", async (tx, { communeId, actorId }) => {
    const { count } = await tx.contribution.updateMany({
      where: { communeId, id: lineId, struckBy: null },
      data: { struckBy: actorId, struckWhy: reason },
    });
    return count === 0 ? refused({ code: "support_struck" as const }) : allowed(null);
  });
}

/** I08: one line of what a planned event is to cost. */
export function proposeCost(
  caller: Caller,
  { id, partnerId: named, plannedOn, priceDong, ...facts }: z.output<typeof costSchema>,
): Promise<Verdict<null, NotPermitted>> {
  const partnerId = named ?? null;
  return inRoster(caller, "support.propose-cost", async (tx, { communeId, actorId, now }) => {
    if (partnerId !== null && (await tx.partner.count({ where: { communeId, id: partnerId } })) === 0)
      return refused({ code: "not_permitted" as const });
    await tx.costLine.createMany({
      data: [
        {
          communeId,
          id,
          ...facts,
          partnerId,
          plannedOn: toDatabaseDay(plannedOn),
          priceDong: BigInt(priceDong),
          state: "proposed",
          enteredBy: actorId,
          enteredAt: now,
        },
      ],
      skipDuplicates: true,
    });
    return allowed(null);
  });
}

/** I09: appraised by another person, with a reason, once. */
export function decideCost(
  caller: Caller,
  {
    lineId,
    state,
    reason,
  }: { readonly lineId: string; readonly state: Exclude<CostState, "proposed">; readonly reason: string },
): Promise<
  Verdict<null, Extract<SupportRefusal, { code: "support_own_line" | "support_decided" }> | NotPermitted>
> {
  return inRoster(caller, "support.decide-cost", async (tx, { communeId, actorId, now }) => {
    const [line] = await tx.$queryRaw<{ state: CostState; enteredBy: string }[]>`
      select state, entered_by as "enteredBy" from cost_line
       where commune_id = ${communeId} and id = ${lineId}::uuid for update`;
    if (!line) return refused({ code: "not_permitted" as const });
    const judged = judgeDecision(line, actorId);
    if (!judged.ok) return judged;
    await tx.costLine.updateMany({
      where: { communeId, id: lineId },
      data: { state, decidedBy: actorId, decidedAt: now, decisionWhy: reason },
    });
    return allowed(null);
  });
}
