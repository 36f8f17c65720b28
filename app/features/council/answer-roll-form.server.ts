import { judgeRules } from "#app/domain/council/threshold.ts";
import { refused } from "#app/domain/verdict.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { readForm } from "#app/features/forms/read-form.server.ts";
import { memberSchema, rulesSchema, sessionSchema, termSchema } from "./council.schema.ts";
import { answerOf, type CouncilAnswer } from "./council-answer.ts";
import { addCouncilMember, endCouncilTerm, writeCouncilRules } from "./keep-members.server.ts";
import { openSession } from "./run-session.server.ts";

/** The buttons of the council's roll: members, the end of a term, the rules. */
export async function answerRollForm(caller: Caller, fields: FormData): Promise<CouncilAnswer> {
  const act = fields.get("act");
  if (act === "member") {
    const form = await readForm(fields, memberSchema);
    const values = { ...form.values, act };
    if (!form.ok) return { ...form, values };
    const { accountId = null, ...member } = form.value;
    return answerOf(await addCouncilMember(caller, { ...member, accountId }), "thanh-vien", values);
  }
  if (act === "end-term") {
    const form = await readForm(fields, termSchema);
    const values = { ...form.values, act };
    return form.ok
      ? answerOf(await endCouncilTerm(caller, form.value), "het-nhiem-ky", values)
      : { ...form, values };
  }
  if (act !== "rules") return null;
  const form = await readForm(fields, rulesSchema);
  const values = { ...form.values, act };
  if (!form.ok) return { ...form, values };
  const { quorum, pass, passComparator, passOf, proxiesMakeQuorum, document } = form.value;
  const rules = {
    quorum: { ...quorum, comparator: "at_least" },
    pass: { ...pass, comparator: passComparator },
    passOf,
    proxiesMakeQuorum,
  } as const;
  // The sentence stands beside the share it is about.
  const ofQuorum = judgeRules({ ...rules, pass: rules.quorum });
  if (ofQuorum) {
    const { ok: _, ...problem } = refused(ofQuorum);
    return { ok: false, problems: { quorum: problem }, values };
  }
  return answerOf(await writeCouncilRules(caller, { rules, document }), "quy-che", values);
}

/** The button that opens a session on a review. */
export async function answerSessionsForm(
  caller: Caller,
  reviewId: string,
  fields: FormData,
): Promise<CouncilAnswer> {
  const form = await readForm(fields, sessionSchema);
  return form.ok
    ? answerOf(await openSession(caller, { ...form.value, reviewId }), form.value.id, form.values)
    : form;
}
