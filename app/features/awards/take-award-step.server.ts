import type { ProposalState } from "#app/domain/awards/award.ts";
import type { AwardRefusal } from "#app/domain/awards/award-refusals.ts";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { judgeRegulation } from "#app/domain/roster/commune.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import { toDatabaseDay } from "#app/features/communes/database-day.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { Act } from "./propose-award.server.ts";

/** "take-back": by the team that sent it, while the office has not taken it up. */
export type StepAct = "accept" | "decline" | "withdraw" | "take-back" | "revoke";

const FROM: Readonly<
  Record<StepAct, { readonly from: readonly ProposalState[]; readonly to: ProposalState }>
> = {
  accept: { from: ["sent"], to: "proposed" },
  decline: { from: ["sent", "proposed"], to: "declined" },
  "take-back": { from: ["sent"], to: "withdrawn" },
  withdraw: { from: ["sent", "proposed"], to: "withdrawn" },
  revoke: { from: ["awarded"], to: "revoked" },
};

interface Step {
  readonly id: string;
  readonly proposalId: string;
  readonly act: StepAct;
  readonly reason: string | null;
  readonly document: string | null;
}

/** One recorded act on a proposal; who proposed may take it back, all else is the office's. */
export async function takeAwardStep(
  tx: Tx,
  act: Act,
  step: Step,
): Promise<Verdict<null, Extract<AwardRefusal, { code: "award_step_too_late" }>>> {
  const { communeId, actorId, now } = act;
  const { from, to } = FROM[step.act];
  const sent = await tx.awardStep.findFirst({ where: { communeId, id: step.id }, select: { doneBy: true } });
  if (sent?.doneBy === actorId) return allowed(null);
  const { count } = await tx.awardProposal.updateMany({
    where: { communeId, id: step.proposalId, state: { in: [...from] } },
    data: { state: to },
  });
  if (count === 0) return refused({ code: "award_step_too_late" });
  const said = step.act === "take-back" ? "withdraw" : step.act;
  await tx.awardStep.create({ data: { communeId, ...step, act: said, doneBy: actorId, doneAt: now } });
  return allowed(null);
}

interface Decision {
  readonly number: string;
  readonly date: LocalDate;
  readonly proposals: readonly string[];
}

/** The decision of the Chairman, by its number and day: what it names is awarded, and used. */
export async function recordDecision(
  tx: Tx,
  { communeId, actorId, now, today, newId }: Act,
  { number, date, proposals }: Decision,
): Promise<
  Verdict<
    null,
    Extract<
      AwardRefusal,
      {
        code:
          | "award_number_malformed"
          | "award_date_in_future"
          | "award_nothing_chosen"
          | "award_step_too_late";
      }
    >
  >
> {
  if (proposals.length === 0) return refused({ code: "award_nothing_chosen" });
  const judged = judgeRegulation({ number, date }, today);
  if (!judged.ok)
    return judged.code === "regulation_date_in_future"
      ? refused({ code: "award_date_in_future", today })
      : refused({ code: "award_number_malformed" });
  const ids = [...new Set(proposals)].sort();
  const { count } = await tx.awardProposal.updateMany({
    where: { communeId, id: { in: ids }, state: "proposed" },
    data: { state: "awarded", decisionNumber: judged.value.number, decisionDate: toDatabaseDay(date) },
  });
  if (count !== ids.length) return refused({ code: "award_step_too_late" });
  await tx.awardStep.createMany({
    data: ids.map((proposalId) => ({
      communeId,
      id: newId(),
      proposalId,
      act: "award",
      reason: null,
      document: judged.value.number,
      doneBy: actorId,
      doneAt: now,
    })),
  });
  return allowed(null);
}
