import { daysBetween, type LocalDate } from "#app/domain/calendar/local-date.ts";
import type { Id } from "#app/domain/ids.ts";
import { newestForm } from "#app/domain/survey/questions.ts";
import { LONGEST_ROUND_DAYS, type RoundRefusal } from "#app/domain/survey/round.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { toDatabaseDay } from "#app/features/communes/database-day.ts";
import { findVillages } from "#app/features/communes/read-villages.server.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";
import { findRounds } from "./find-rounds.server.ts";

export interface RoundWish {
  /** Made before it is sent: sending twice opens one round. */
  readonly id: Id;
  readonly name: string;
  readonly firstDay: LocalDate;
  readonly lastDay: LocalDate;
  readonly villageIds: readonly number[];
  /** An earlier set of questions; the newest where nobody says. */
  readonly formVersion?: number;
}

/** F02: a round begins with one version of the form and keeps it to its end. */
export function openRound(
  caller: Caller,
  { id, name, firstDay, lastDay, villageIds, formVersion = newestForm().version }: RoundWish,
): Promise<Verdict<null, RoundRefusal>> {
  return inRoster(caller, "survey.open-round", async (tx, { communeId, actorId, now }) => {
    // Names and repeated sendings are judged one after the other.
    await tx.$queryRaw`select id from commune where id = ${communeId} for update`;
    if (lastDay < firstDay) return refused({ code: "survey_round_ends_before" });
    if (daysBetween(firstDay, lastDay) > LONGEST_ROUND_DAYS)
      return refused({ code: "survey_round_too_long", days: LONGEST_ROUND_DAYS });
    const rounds = await findRounds(tx, communeId);
    const sent = rounds.find((each) => each.id === id);
    if (sent) {
      const isSame = sent.name === name && sent.firstDay === firstDay && sent.lastDay === lastDay;
      return isSame ? allowed(null) : refused({ code: "survey_round_sent_otherwise" });
    }
    const folded = name.toLocaleLowerCase("vi");
    if (rounds.some((each) => each.name.toLocaleLowerCase("vi") === folded))
      return refused({ code: "survey_round_name_taken" });
    const standing = new Set((await findVillages(tx, communeId)).map((village) => village.id));
    const asked = [...new Set(villageIds)].filter((villageId) => standing.has(villageId));
    if (asked.length === 0) return refused({ code: "survey_round_no_village" });
    await tx.surveyRound.create({
      data: {
        communeId,
        id,
        name,
        formVersion,
        firstDay: toDatabaseDay(firstDay),
        lastDay: toDatabaseDay(lastDay),
        openedBy: actorId,
        openedAt: now,
      },
      select: { id: true },
    });
    await tx.surveyRoundVillage.createMany({
      data: asked.map((villageId) => ({ communeId, roundId: id, villageId })),
    });
    return allowed(null);
  });
}
