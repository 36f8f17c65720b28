import { type AppealOutcome, judgeAnswer, type MonthRefusal } from "#app/domain/months/objection.ts";
import { allowed, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";

export interface AppealAnswer {
  readonly id: string;
  readonly monthId: number;
  readonly outcome: AppealOutcome;
  readonly answer: string;
}

type AnswerRefusal = Extract<MonthRefusal, { code: "appeal_answered" | "appeal_own" }>;

/**
 * The office's answer. Figures of the month do not move: what was found right is mended in the open month, by the
 * everyday correction or by an exception.
 */
export async function answerAppeal(
  caller: Caller,
  { id, monthId, outcome, answer }: AppealAnswer,
): Promise<Verdict<null, AnswerRefusal>> {
  const { platform, person, now } = caller;
  const scope = caller.scope("months.answer-appeal");
  const communeId = onlyCommune(scope);
  return platform.db.withCommunes(scope, async (tx) => {
    await tx.$executeRaw`select from appeal where commune_id = ${communeId} and id = ${id}::uuid for update`;
    const appeal = await tx.appeal.findFirst({
      where: { communeId, id, monthId },
      select: { madeBy: true, outcome: true, answer: true, answeredBy: true },
    });
    if (!appeal) throw notFound();
    const isSame =
      appeal.outcome === outcome && appeal.answer === answer && appeal.answeredBy === person.accountId;
    if (isSame) return allowed(null);
    const verdict = judgeAnswer(
      { ...appeal, outcome: appeal.outcome as AppealOutcome | null },
      person.accountId,
    );
    if (!verdict.ok) return verdict;
    await tx.appeal.update({
      where: { communeId_id: { communeId, id } },
      data: { outcome, answer, answeredBy: person.accountId, answeredAt: now },
      select: { id: true },
    });
    await platform.live.touch(tx, `commune:${communeId}`);
    return allowed(null);
  });
}
