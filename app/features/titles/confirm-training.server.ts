import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { Id } from "#app/domain/ids.ts";
import type { TitleRefusal } from "#app/domain/titles/title-refusals.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { toDatabaseDay } from "#app/features/communes/database-day.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";
import { findTitleMembers } from "./find-title-member.server.ts";

interface Training {
  readonly id: Id;
  readonly memberId: string;
  readonly trainedOn: LocalDate;
  readonly source: string;
}

type TrainingRefusal =
  | Extract<TitleRefusal, { code: "title_is_you" | "title_date_in_future" }>
  | { readonly code: "not_permitted" };

/** Somebody of the office saw the certificate or the list; nobody confirms their own. */
export function confirmTraining(
  caller: Caller,
  { id, memberId, trainedOn, source }: Training,
): Promise<Verdict<null, TrainingRefusal>> {
  return inRoster(caller, "titles.confirm-training", async (tx, { communeId, actorId, now, today }) => {
    if (trainedOn > today) return refused({ code: "title_date_in_future", today });
    const [member] = await findTitleMembers(tx, communeId, today, memberId);
    if (!member) return refused({ code: "not_permitted" });
    if (member.accountId === actorId) return refused({ code: "title_is_you" });
    await tx.ambassadorTraining.createMany({
      data: [
        {
          communeId,
          id,
          memberId,
          trainedOn: toDatabaseDay(trainedOn),
          source,
          confirmedBy: actorId,
          confirmedAt: now,
        },
      ],
      skipDuplicates: true,
    });
    return allowed(null);
  });
}
