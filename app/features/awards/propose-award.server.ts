import { achievementKey } from "#app/domain/awards/achievement.ts";
import type { AwardRefusal } from "#app/domain/awards/award-refusals.ts";
import type { Candidate } from "#app/domain/awards/candidate.ts";
import { judgeProposal } from "#app/domain/awards/judge-proposal.ts";
import { type Recipient, recipientKey } from "#app/domain/awards/recipient.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import { toDatabaseDay } from "#app/features/communes/database-day.ts";
import type { RosterAct } from "#app/features/roster/roster-act.ts";
import { findLockedResult } from "#app/features/year/read-locked-result.server.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { ProposalForm } from "./awards.schema.ts";
import { type AwardReach, findCandidate } from "./find-candidates.server.ts";
import { findGrounds } from "./find-grounds.server.ts";
import { findHoldsOf } from "./find-holds.server.ts";

export type Act = RosterAct & { readonly actorId: string };

export type ProposeRefusal = Extract<
  AwardRefusal,
  {
    code:
      | "award_recipient_gone"
      | "award_form_not_for_recipient"
      | "award_theme_missing"
      | "award_register_missing"
      | "award_span_backwards"
      | "award_nothing_counts"
      | "award_is_held"
      | "award_kept_out"
      | "award_achievement_used";
  }
>;

interface Source {
  /** "sent" by a village's own people, for the office to take up; "proposed" by the office. */
  readonly state: "sent" | "proposed";
  readonly reach: AwardReach;
  readonly proposedFrom: number | null;
  readonly fileId: string | null;
}

/** K03, K04: a proposal with what the registers say of it. Sending it twice is sending it once. */
export async function proposeAward(
  tx: Tx,
  act: Act,
  form: ProposalForm,
  source: Source,
): Promise<Verdict<null, ProposeRefusal>> {
  const { communeId, today } = act;
  if (form.chosen.kind === "unit") return refused({ code: "award_recipient_gone" });
  const candidate = await findCandidate(tx, communeId, form.chosen, { reach: source.reach, today });
  const key = recipientKey(form.recipient);
  if (!candidate?.recipients.some((each) => each.key === key))
    return refused({ code: "award_recipient_gone" });
  return writeProposal(tx, act, { form, candidate, source });
}

interface Whole {
  readonly form: Omit<ProposalForm, "chosen">;
  readonly candidate: Pick<Candidate, "category" | "modelId" | "initiativeId">;
  readonly source: Omit<Source, "reach">;
}

export async function writeProposal(
  tx: Tx,
  { communeId, actorId, now, today }: Act,
  { form, candidate, source }: Whole,
): Promise<Verdict<null, ProposeRefusal>> {
  const { recipient, basis, form: kind, lastDay } = form;
  const { category, modelId, initiativeId } = candidate;
  const theme = basis === "movement" || basis === "thematic" ? (form.theme ?? null) : null;
  const holds = await findHoldsOf(tx, communeId, recipient);
  const wish = { category, basis, theme, form: kind, modelId, initiativeId };
  const asked = { ...wish, recipientKind: recipient.kind, firstDay: form.firstDay, lastDay };
  const judged = judgeProposal(asked, holds, today);
  if (!judged.ok) return judged;
  const { firstDay } = judged.value;
  const locked = form.review === undefined ? null : await findLockedResult(tx, communeId, form.review);
  const isOut = locked?.result.exclusions.some(
    ({ villageId }) => recipient.kind === "village" && villageId === recipient.id,
  );
  if (isOut) return refused({ code: "award_kept_out" });
  const key = achievementKey({
    ...wish,
    recipient: recipientKey(recipient),
    achievement: form.achievement,
    lastDay,
  });
  const used = await tx.awardProposal.findFirst({
    where: { communeId, achievementKey: key, state: { in: ["sent", "proposed", "awarded"] } },
    select: { id: true, printedName: true },
  });
  if (used)
    return used.id === form.id
      ? allowed(null)
      : refused({ code: "award_achievement_used", name: used.printedName });
  const ground = { recipient, modelId, initiativeId, firstDay, lastDay, result: locked?.result ?? null };
  const grounds = await findGrounds(tx, communeId, ground, today);
  await tx.awardProposal.createMany({
    data: [
      {
        communeId,
        id: form.id,
        reviewId: form.review ?? null,
        ...wish,
        ...columnsOf(recipient),
        printedName: form.printedName,
        achievement: form.achievement,
        achievementKey: key,
        grounds: grounds.map((each) => ({ ...each })),
        firstDay: toDatabaseDay(firstDay),
        lastDay: toDatabaseDay(lastDay),
        state: source.state,
        fileId: source.fileId,
        proposedFrom: source.proposedFrom,
        proposedBy: actorId,
        proposedAt: now,
      },
    ],
    skipDuplicates: true,
  });
  return allowed(null);
}

/** In which column a recipient stands. */
export function columnsOf(recipient: Recipient) {
  const none = { villageId: null, teamId: null, memberId: null, householdId: null, unitName: null };
  switch (recipient.kind) {
    case "village":
      return { ...none, villageId: recipient.id };
    case "team":
      return { ...none, teamId: recipient.id };
    case "member":
      return { ...none, memberId: recipient.id };
    case "household":
      return { ...none, householdId: recipient.id };
    case "unit":
      return { ...none, unitName: recipient.name };
  }
}
