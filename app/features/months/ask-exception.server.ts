import { judgeExceptionTime, type MonthRefusal } from "#app/domain/months/objection.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { holdMonth } from "./make-appeal.server.ts";

export interface NewException {
  readonly id: string;
  /** The month whose standing figures hold the mistake. */
  readonly monthId: number;
  readonly claimId: string;
  readonly document: string;
  readonly reason: string;
}

type AskRefusal = Extract<
  MonthRefusal,
  {
    code:
      | "exception_month_runs"
      | "exception_claim_not_there"
      | "exception_waits_already"
      | "exception_sent_otherwise";
  }
>;

/** The first person's word. Nothing happens yet but that everybody in the office can see it. */
export async function askException(caller: Caller, wish: NewException): Promise<Verdict<null, AskRefusal>> {
  const { platform, person, now } = caller;
  const scope = caller.scope("months.ask-exception");
  const communeId = onlyCommune(scope);
  return platform.db.withCommunes(scope, async (tx) => {
    const { id, monthId, claimId, document, reason } = wish;
    const month = await holdMonth(tx, communeId, monthId);
    if (!month) throw notFound();
    const known = await tx.monthException.findUnique({ where: { communeId_id: { communeId, id } } });
    if (known) {
      const isSame =
        known.askedBy === person.accountId && known.claimId === claimId && known.reason === reason;
      return isSame ? allowed(null) : refused({ code: "exception_sent_otherwise" });
    }
    const inTime = judgeExceptionTime(month.state);
    if (!inTime.ok) return inTime;
    const claim = await tx.claim.findUnique({
      where: { communeId_id: { communeId, id: claimId } },
      select: { state: true, monthId: true, revision: true },
    });
    if (claim?.state !== "verified" || claim.monthId !== monthId)
      return refused({ code: "exception_claim_not_there" });
    const made = await tx.monthException.createMany({
      data: {
        communeId,
        id,
        monthId,
        claimId,
        effect: "reverse",
        proposed: { revision: claim.revision },
        reason,
        document,
        askedBy: person.accountId,
        askedAt: now,
      },
      skipDuplicates: true,
    });
    if (made.count === 0) return refused({ code: "exception_waits_already" });
    await platform.live.touch(tx, `commune:${communeId}`);
    return allowed(null);
  });
}
