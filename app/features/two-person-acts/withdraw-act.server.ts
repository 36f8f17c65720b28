import { type ActRefusal, type ActState, judgeWithdrawal } from "#app/domain/access/two-person-act.ts";
import type { Id } from "#app/domain/ids.ts";
import { allowed, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "../accounts/allow.server.ts";

/** Taken back by whoever asked, before it was decided. Null where the commune has no such act. */
export async function withdrawAct(caller: Caller, id: Id): Promise<Verdict<null, ActRefusal> | null> {
  const { platform, person, now } = caller;
  const scope = caller.scope("two-person-acts.withdraw-act");
  const [communeId = 0] = scope.communes;
  return platform.db.withCommunes(scope, async (tx) => {
    await tx.$executeRaw`select from two_person_act where commune_id = ${communeId} and id = ${id}::uuid for update`;
    const act = await tx.twoPersonAct.findFirst({
      where: { communeId, id },
      select: { state: true, askedBy: true, subjectAccountId: true, expiresAt: true },
    });
    if (!act) return null;
    if (act.state === "withdrawn" && act.askedBy === person.accountId) return allowed(null);
    const { askedBy, subjectAccountId, expiresAt } = act;
    const verdict = judgeWithdrawal(
      { state: act.state as ActState, askedBy, subjectAccountId, expiresAt: expiresAt.getTime() },
      person.accountId,
    );
    if (!verdict.ok) return verdict;
    await tx.twoPersonAct.update({ where: { id }, data: { state: "withdrawn", decidedAt: now } });
    await platform.live.touch(tx, `commune:${communeId}`);
    return allowed(null);
  });
}
