import type { z } from "zod";
import { refused, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { type FormProblems, type FormValues, readForm } from "#app/features/forms/read-form.server.ts";
import type { Rejection } from "#app/messages/rejections.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { changeMembershipRole } from "./change-membership-role.server.ts";
import { endMembership } from "./end-membership.server.ts";
import { inRoster } from "./in-roster.server.ts";
import { markCore } from "./mark-core.server.ts";
import { coreSchema, endSchema, roleChangeSchema } from "./roster.schema.ts";
import type { RosterAct } from "./roster-act.ts";
import { problemsOf } from "./roster-problems.ts";

const ACTS = { role: roleChangeSchema, end: endSchema, core: coreSchema } as const;
export type MembershipAct = keyof typeof ACTS;

interface Place {
  readonly memberId: string;
  readonly membershipId: string;
}

export type MembershipAnswer =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly act: MembershipAct;
      readonly problems: FormProblems;
      readonly values: FormValues;
    };

/** Role, last day or core mark of one time in a team, whichever form was sent; null for no such form or person. */
export async function changeMembership(
  caller: Caller,
  place: Place,
  fields: FormData,
): Promise<MembershipAnswer | null> {
  const asked = fields.get("act");
  if (asked === "role")
    return carryOut("role", (tx, act, form) =>
      changeMembershipRole(tx, act, {
        ...form,
        id: form.newId,
        membershipId: place.membershipId,
        title: form.title ?? null,
      }),
    );
  if (asked === "end")
    return carryOut("end", (tx, act, form) =>
      endMembership(tx, act, { ...form, membershipId: place.membershipId }),
    );
  if (asked === "core")
    return carryOut("core", (tx, act, form) =>
      markCore(tx, act, { ...form, membershipId: place.membershipId }),
    );
  return null;

  async function carryOut<Act extends MembershipAct>(
    act: Act,
    verb: (tx: Tx, on: RosterAct, form: z.output<(typeof ACTS)[Act]>) => Promise<Verdict<null, Rejection>>,
  ): Promise<MembershipAnswer | null> {
    const form = await readForm(fields, ACTS[act]);
    if (!form.ok) return { ok: false, act, problems: form.problems, values: form.values };
    const verdict = await inRoster(caller, `roster.membership-${act}`, async (tx, on) => {
      const { communeId } = on;
      const isTheirs = await tx.membership.count({
        where: { communeId, id: place.membershipId, memberId: place.memberId },
      });
      if (isTheirs === 0) return refused({ code: "not_permitted" });
      return verb(tx, on, form.value as z.output<(typeof ACTS)[Act]>);
    });
    if (verdict.ok) return { ok: true };
    if (verdict.code === "not_permitted") return null;
    const problems = problemsOf(verdict);
    return {
      ok: false,
      act,
      problems: act === "end" && problems.from ? { until: problems.from } : problems,
      values: form.values,
    };
  }
}
