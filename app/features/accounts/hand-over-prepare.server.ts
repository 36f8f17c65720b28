import { isInForce } from "#app/domain/access/actor.ts";
import type { HandOverRefusal } from "#app/domain/accounts/enrolment-refusals.ts";
import { type HandOver, judgeHandOver } from "#app/domain/accounts/hand-over.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "./allow.server.ts";

/** What the second person will be asked to confirm. */
export interface PreparedAct {
  readonly kind: "hand_over" | "break_glass";
  readonly subjectAccountId: string;
  readonly payload: Record<string, string>;
}

/** One's own office, offered to somebody of the commune who has an account. */
export async function prepareHandOver(
  caller: Caller,
  form: Pick<HandOver, "role" | "toAccountId" | "firstDay">,
): Promise<Verdict<PreparedAct, HandOverRefusal>> {
  const { platform, communeId, actor, person, today } = caller;
  if (communeId === null) return refused({ code: "not_permitted" });
  const held = actor.grants.some(
    (grant) =>
      grant.communeId === communeId &&
      grant.role === form.role &&
      grant.villageId === null &&
      grant.teamId === null &&
      isInForce(grant, today),
  );
  const colleague = await platform.db.withCommunes(caller.scope("accounts.prepare-hand-over"), (tx) =>
    tx.roleGrant.findFirst({
      where: { communeId, accountId: form.toAccountId },
      select: { account: { select: { status: true } } },
    }),
  );
  const verdict = judgeHandOver(
    { ...form, fromAccountId: person.accountId },
    {
      today,
      isHeld: held,
      isNewHolderOfCommune: colleague !== null,
      isNewHolderActive: colleague?.account.status === "active",
    },
  );
  if (!verdict.ok) return verdict;
  const { role, fromAccountId, toAccountId, firstDay } = verdict.value;
  return allowed({
    kind: "hand_over",
    subjectAccountId: toAccountId,
    payload: { role, fromAccountId, toAccountId, firstDay },
  });
}
