import type { TeamRole } from "#app/domain/people/membership.ts";
import { refused, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { type FormProblems, type FormValues, readForm } from "#app/features/forms/read-form.server.ts";
import { inRoster } from "./in-roster.server.ts";
import type { TeamView } from "./read-team.server.ts";
import { reorganiseTeam } from "./reorganise-team.server.ts";
import { fateSchema, reorganisationSchema } from "./roster.schema.ts";
import { problemsOf } from "./roster-problems.ts";

export interface ReorganiseProblems {
  readonly problems: FormProblems;
  readonly values: FormValues;
}

/** Reads one fate per member of today's team (fields named "fate-<membership>") and carries them all out at once. */
export async function reorganiseByForm(
  caller: Caller,
  { team, members }: TeamView,
  fields: FormData,
): Promise<Verdict<null, { code: "not_permitted" }> | ({ ok: null } & ReorganiseProblems)> {
  const form = await readForm(fields, reorganisationSchema);
  const fates = members.map(({ membershipId, role }) => {
    const chosen = fateSchema.safeParse(fields.get(`fate-${membershipId}`) ?? role);
    return { membershipId, role: chosen.success ? chosen.data : role };
  });
  const typed = Object.fromEntries(fates.map(({ membershipId, role }) => [`fate-${membershipId}`, role]));
  const values = { ...form.values, ...typed };
  if (!form.ok) return { ok: null, problems: form.problems, values };
  const verdict = await inRoster(caller, "roster.reorganise-team", (tx, act) =>
    reorganiseTeam(tx, act, {
      teamId: team.id,
      ...form.value,
      fates: fates.map(({ membershipId, role }) => ({
        membershipId,
        role: role === "leaves" ? null : (role satisfies TeamRole),
        newId: act.newId(),
      })),
    }),
  );
  if (verdict.ok) return { ok: true, value: null };
  if (verdict.code === "not_permitted") return refused({ code: "not_permitted" });
  const { membershipId, ...refusal } = verdict;
  const [problem] = Object.values(problemsOf(refusal));
  return {
    ok: null,
    problems: { [membershipId ? `fate-${membershipId}` : "form"]: problem } as FormProblems,
    values,
  };
}
