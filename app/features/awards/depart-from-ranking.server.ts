import type { AwardRefusal } from "#app/domain/awards/award-refusals.ts";
import { type DepartureView, judgeAnswer, judgeDeparture } from "#app/domain/awards/departure.ts";
import type { DepartureKind } from "#app/domain/awards/shortlist.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { findAwardList } from "./find-award-list.server.ts";
import type { Act } from "./propose-award.server.ts";

type Refusal<Code extends AwardRefusal["code"]> = Extract<AwardRefusal, { code: Code }>;

interface Asked {
  readonly id: string;
  readonly reviewId: string;
  readonly villageId: number;
  readonly kind: DepartureKind;
  readonly reason: string;
}

/** One person asks to go another way than the ranking, and says why. It changes nothing yet. */
export async function askDeparture(
  tx: Tx,
  { communeId, actorId, now, today }: Act,
  { reviewId, villageId, kind, ...asked }: Asked,
): Promise<
  Verdict<
    null,
    Refusal<
      | "award_departure_does_not_fit"
      | "award_kept_out"
      | "award_departure_waits"
      | "award_review_not_locked"
      | "award_recipient_gone"
    >
  >
> {
  const list = await findAwardList(tx, communeId, reviewId, today);
  if (list === null) return refused({ code: "award_review_not_locked" });
  const standing = list.departures.find(
    (each) => each.villageId === villageId && (each.answer === null || each.answer.kind === "agreed"),
  );
  if (standing?.id === asked.id) return allowed(null);
  const row = list.clusters.flatMap(({ rows }) => rows).find((each) => each.villageId === villageId);
  if (!row) return refused({ code: "award_recipient_gone" });
  if (standing) return refused({ code: "award_departure_waits" });
  const judged = judgeDeparture(kind, row.standing);
  if (!judged.ok) return judged;
  await tx.awardDeparture.createMany({
    data: [{ communeId, reviewId, villageId, kind, ...asked, askedBy: actorId, askedAt: now }],
    skipDuplicates: true,
  });
  return allowed(null);
}

/** The second person agrees or refuses; whoever asked may take it back. */
export async function answerDeparture(
  tx: Tx,
  { communeId, actorId, now }: Act,
  wish: {
    readonly reviewId: string;
    readonly departure: string;
    readonly answer: Answer;
    readonly reason: string | null;
  },
): Promise<
  Verdict<null, Refusal<"award_departure_gone" | "award_departure_is_yours" | "award_departure_not_yours">>
> {
  const where = { communeId, reviewId: wish.reviewId, id: wish.departure };
  const open = await tx.awardDeparture.findFirst({ where, select: { askedBy: true, answer: true } });
  if (!open) return refused({ code: "award_departure_gone" });
  const judged = judgeAnswer(
    { askedBy: open.askedBy, isAnswered: open.answer !== null },
    wish.answer,
    actorId,
  );
  if (!judged.ok) return judged;
  const { count } = await tx.awardDeparture.updateMany({
    where: { ...where, answer: null },
    data: { answer: wish.answer, answerReason: wish.reason, answeredBy: actorId, answeredAt: now },
  });
  return count === 1 ? allowed(null) : refused({ code: "award_departure_gone" });
}

type Answer = NonNullable<DepartureView["answer"]>["kind"];
