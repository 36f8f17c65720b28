import { householdReach } from "#app/domain/households/household-reach.ts";
import { makeId } from "#app/domain/ids.ts";
import { refused } from "#app/domain/verdict.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { storeFile } from "#app/features/files/store-file.server.ts";
import { readForm } from "#app/features/forms/read-form.server.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";
import { type AwardAnswer, told } from "./answer-award-forms.server.ts";
import { proposalSchema, takeBackSchema } from "./awards.schema.ts";
import type { AwardReach } from "./find-candidates.server.ts";
import { proposeAward } from "./propose-award.server.ts";
import { takeAwardStep } from "./take-award-step.server.ts";

/** The office proposes; a paper may come with it. */
export function answerProposeForm(caller: Caller, fields: FormData): Promise<AwardAnswer> {
  return propose(caller, fields, { state: "proposed", reach: "whole", proposedFrom: null });
}

/** The villages whose leader or deputy the caller is: whom they may propose. */
export function ownAwardReach({ permission, communeId }: Caller): ReadonlySet<number> {
  const reach = communeId === null ? new Set<number>() : householdReach(permission.grants, communeId);
  return reach === "whole" ? new Set() : reach;
}

/** A leader or deputy proposes from the own village, with the minutes of the team, or takes a proposal back. */
export async function answerTeamForm(caller: Caller, fields: FormData): Promise<AwardAnswer> {
  const reach = ownAwardReach(caller);
  const [proposedFrom = null] = reach;
  if (proposedFrom === null) return null;
  if (fields.get("act") === "send") return propose(caller, fields, { state: "sent", reach, proposedFrom });
  return fields.get("act") === "withdraw" ? withdraw(caller, fields) : null;
}

interface Source {
  readonly state: "sent" | "proposed";
  readonly reach: AwardReach;
  readonly proposedFrom: number | null;
}

async function propose(caller: Caller, fields: FormData, source: Source): Promise<AwardAnswer> {
  const form = await readForm(fields, proposalSchema);
  const sent = fields.get("file");
  const file = sent instanceof Blob && sent.size > 0 ? sent : null;
  const missing =
    source.state === "sent" && file === null ? { file: { code: "award_minutes_missing" } as const } : {};
  if (!form.ok) return { ...form, problems: { ...form.problems, ...missing } };
  if ("file" in missing) return { ok: false, problems: missing, values: form.values };
  const stored =
    file &&
    (await storeFile(caller, { id: makeId(caller.now.getTime(), caller.platform.random.bytes(10)), file }));
  if (stored && !stored.ok) {
    const { ok: _, ...problem } = stored;
    return { ok: false, problems: { file: problem }, values: form.values };
  }
  const fileId = stored?.value.fileId ?? null;
  const verdict = await inRoster(caller, "awards.propose", (tx, act) =>
    proposeAward(tx, act, form.value, { ...source, fileId }),
  );
  return told(verdict, source.state === "sent" ? "gui" : "de-xuat", form.values);
}

async function withdraw(caller: Caller, fields: FormData): Promise<AwardAnswer> {
  const form = await readForm(fields, takeBackSchema);
  const values = { ...form.values, act: "withdraw" };
  if (!form.ok) return { ...form, values };
  const { id, proposal: proposalId, reason } = form.value;
  const verdict = await inRoster(caller, "awards.withdraw", async (tx, act) => {
    const where = { communeId: act.communeId, id: proposalId, proposedBy: act.actorId };
    const own = await tx.awardProposal.findFirst({ where, select: { id: true } });
    return own === null
      ? refused({ code: "award_step_too_late" })
      : takeAwardStep(tx, act, { id, proposalId, act: "take-back", reason, document: null });
  });
  return told(verdict, "buoc", values, "reason");
}
