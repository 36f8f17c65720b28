import { ACT_LIFE_MS, type ActRefusal } from "#app/domain/access/two-person-act.ts";
import type { Id } from "#app/domain/ids.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "../accounts/allow.server.ts";
import { notFound } from "../accounts/answer-refusal.server.ts";
import type { PreparedAct } from "../accounts/hand-over-prepare.server.ts";

export interface ActRequest {
  /** Made with the form, so that sending twice asks once. */
  readonly id: Id;
  /** Judged by the verb that knows the kind. */
  readonly act: PreparedAct;
  readonly reason: string;
}

/** Puts the act before the second person. Nothing happens yet but that everybody in the office can see it. */
export async function askAct(
  caller: Caller,
  { id, act, reason }: ActRequest,
): Promise<Verdict<{ id: Id }, Extract<ActRefusal, { code: "act_already_waiting" }>>> {
  const { platform, person, now } = caller;
  const scope = caller.scope("two-person-acts.ask-act");
  const [communeId = 0] = scope.communes;
  const { kind, subjectAccountId, payload } = act;
  return platform.db.withCommunes(scope, async (tx) => {
    // Two officers who ask for the same thing at once make one act.
    await tx.$executeRaw`select from commune where id = ${communeId} for update`;
    const isKnown = await tx.twoPersonAct.findFirst({ where: { communeId, id }, select: { id: true } });
    if (isKnown) return allowed({ id });
    const waiting = await tx.twoPersonAct.findFirst({
      where: { communeId, kind, subjectAccountId, state: "waiting", expiresAt: { gt: now } },
      select: { id: true },
    });
    if (waiting) return refused({ code: "act_already_waiting" });
    const { count } = await tx.twoPersonAct.createMany({
      data: {
        id,
        communeId,
        kind,
        subjectAccountId,
        reason,
        payload,
        askedBy: person.accountId,
        askedAt: now,
        expiresAt: new Date(now.getTime() + ACT_LIFE_MS),
      },
      skipDuplicates: true,
    });
    // An id the commune does not know and the house does was made by another commune's page, not by ours.
    if (count === 0) throw notFound();
    await platform.live.touch(tx, `commune:${communeId}`);
    return allowed({ id });
  });
}
