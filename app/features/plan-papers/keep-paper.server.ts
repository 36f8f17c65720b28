import type { z } from "zod";
import { foldPaper, type PlanPaperRefusal } from "#app/domain/plan-papers/plan-paper.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import { toDatabaseDay } from "#app/features/communes/database-day.ts";
import type { RosterAct } from "#app/features/roster/roster-act.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { paperSchema } from "./plan-paper.schema.ts";

type Act = RosterAct & { readonly actorId: string };

/** J26: one scan of one plan, by the number and date a person read off it. Sending twice is sending once. */
export async function attachPaper(
  tx: Tx,
  { communeId, actorId, now, today }: Act,
  planId: string,
  fileId: string,
  paper: z.output<typeof paperSchema>,
): Promise<Verdict<null, Extract<PlanPaperRefusal, { code: "plan_paper_in_future" }>>> {
  const { id, number, title, issuedOn } = paper;
  if (issuedOn > today) return refused({ code: "plan_paper_in_future", today });
  const row = { communeId, id, planId, fileId, number, title, issuedOn: toDatabaseDay(issuedOn) };
  await tx.planPaper.createMany({
    data: [{ ...row, folded: foldPaper(paper), enteredBy: actorId, enteredAt: now }],
    skipDuplicates: true,
  });
  return allowed(null);
}

/** Attached by mistake: gone from every page, while the trace of it stays. */
export async function removePaper(
  tx: Tx,
  { communeId, actorId, now }: Act,
  planId: string,
  paperId: string,
): Promise<Verdict<null, Extract<PlanPaperRefusal, { code: "plan_paper_gone" }>>> {
  const { count } = await tx.planPaper.updateMany({
    where: { communeId, planId, id: paperId, removedAt: null },
    data: { removedAt: now, removedBy: actorId },
  });
  return count === 0 ? refused({ code: "plan_paper_gone" }) : allowed(null);
}

/** L27: this person has seen the newest published version of the plan. */
export async function markSeen(
  tx: Tx,
  { communeId, actorId, now }: Act,
  planId: string,
): Promise<Verdict<null, Extract<PlanPaperRefusal, { code: "plan_paper_gone" }>>> {
  const newest = await tx.planVersion.findFirst({
    where: { communeId, planId },
    orderBy: { version: "desc" },
    select: { version: true },
  });
  if (newest === null) return refused({ code: "plan_paper_gone" });
  await tx.planReceipt.createMany({
    data: [{ communeId, planId, version: newest.version, accountId: actorId, seenAt: now }],
    skipDuplicates: true,
  });
  return allowed(null);
}
