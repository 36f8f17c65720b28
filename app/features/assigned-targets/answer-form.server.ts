import { z } from "zod";
import { can } from "#app/domain/access/can.ts";
import { LARGEST_TARGET } from "#app/domain/targets/assigned-target.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { type FormProblems, type FormValues, readForm } from "#app/features/forms/read-form.server.ts";
import { noteText, wholeNumber } from "#app/features/forms/text.schema.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";
import { assignTargets } from "./assign-targets.server.ts";
import { decideTargets } from "./decide-targets.server.ts";

const TEAM_FIELD = /^team-([1-9]\d{0,8})$/;
/** "12-3": the third word said of team 12. */
const PROPOSAL = /^([1-9]\d{0,8})-([1-9]\d{0,5})$/;
const month = wholeNumber({ minimum: 202_001, maximum: 210_012 });

export type TargetsAnswer =
  | { readonly ok: true; readonly monthId: number; readonly done: "proposed" | "decided" }
  | { readonly ok: false; readonly problems: FormProblems; readonly values: FormValues }
  /** No such month or team. */
  | null;

/** B23: whoever proposes and whoever approves hold different rights, and are never one person. */
export async function answerTargets(caller: Caller, fields: FormData): Promise<TargetsAnswer> {
  const act = fields.get("act");
  const isDecision = act === "approve" || act === "refuse";
  const capability = isDecision ? "target.approve" : "target.propose";
  const { actor, communeId, today } = caller;
  if (communeId === null || !can(actor, capability, { communeId }, today).ok) return null;
  return isDecision ? answerDecision(caller, act, fields) : answerProposal(caller, fields);
}

/** A field for every team, "team-12"; an empty one gives the plan's quota back. */
async function answerProposal(caller: Caller, fields: FormData): Promise<TargetsAnswer> {
  const names = [...new Set(fields.keys())].filter((name) => TEAM_FIELD.test(name));
  const value = wholeNumber({ minimum: 1, maximum: LARGEST_TARGET }).optional();
  const schema = z.object({ month, ...Object.fromEntries(names.map((name) => [name, value])) });
  const form = await readForm(fields, schema);
  if (!form.ok) return form.problems.month ? null : { ...form, problems: form.problems as FormProblems };
  const read: Readonly<Record<string, number | undefined>> = form.value;
  const monthId = form.value.month;
  const verdict = await inRoster(caller, "assigned-targets.assign", (tx, act) =>
    assignTargets(tx, act, {
      monthId,
      values: new Map(names.map((name) => [Number(TEAM_FIELD.exec(name)?.[1]), read[name] ?? null])),
    }),
  );
  return answerOf(verdict, monthId, "proposed", form.values as FormValues);
}

async function answerDecision(
  caller: Caller,
  verdict: "approve" | "refuse",
  fields: FormData,
): Promise<TargetsAnswer> {
  const form = await readForm(
    fields,
    z.object({
      month,
      proposals: z.array(z.string().regex(PROPOSAL)).max(2_000),
      reason: noteText({ minimum: 3, maximum: 300 }).optional(),
    }),
  );
  if (!form.ok) return form.problems.reason ? { ...form, problems: form.problems as FormProblems } : null;
  const { month: monthId, reason = null, proposals } = form.value;
  const values = { ...(form.values as FormValues), proposals };
  if (verdict === "refuse" && reason === null) {
    return { ok: false, problems: { reason: { code: "required" } }, values };
  }
  if (proposals.length === 0) return { ok: false, problems: { form: { code: "not_chosen" } }, values };
  const decision = await inRoster(caller, "assigned-targets.decide", (tx, act) =>
    decideTargets(tx, act, {
      monthId,
      verdict,
      reason,
      proposals: proposals.map((text) => {
        const [, teamId, revision] = PROPOSAL.exec(text) ?? [];
        return { teamId: Number(teamId), revision: Number(revision) };
      }),
    }),
  );
  return answerOf(decision, monthId, "decided", values);
}

type Decided = Awaited<ReturnType<typeof decideTargets>> | Awaited<ReturnType<typeof assignTargets>>;

function answerOf(
  verdict: Decided,
  monthId: number,
  done: "proposed" | "decided",
  values: FormValues,
): TargetsAnswer {
  if (verdict.ok) return { ok: true, monthId, done };
  if (verdict.code === "not_permitted") return null;
  const { ok: _, ...problem } = verdict;
  return { ok: false, problems: { form: problem }, values };
}
