import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { judgeRecognition, type Recognition } from "#app/domain/titles/nomination.ts";
import { validUntilOf } from "#app/domain/titles/title-definition.ts";
import type { TitleRefusal } from "#app/domain/titles/title-refusals.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { toDatabaseDay } from "#app/features/communes/database-day.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";
import { findTitleVersion } from "#app/features/titles/find-title.server.ts";
import { findTitlePerson } from "#app/features/titles/find-title-person.server.ts";
import { lockTitles } from "#app/features/titles/lock-titles.server.ts";
import { type FoundFamily, findFamilies } from "./find-families.server.ts";

export const MOST_AT_ONCE = 300;

type RecogniseRefusal =
  | Extract<
      TitleRefusal,
      {
        code:
          | "family_nobody_chosen"
          | "family_not_confirmed"
          | "title_number_malformed"
          | "title_date_in_future"
          | "title_date_too_early";
      }
    >
  | { readonly code: "not_permitted" };

/** One decision for many households: all of those chosen, or none. Sent again it recognises nobody twice. */
export function recogniseFamilies(
  caller: Caller,
  { declarationIds, ...recognition }: Recognition & { readonly declarationIds: readonly string[] },
): Promise<Verdict<{ readonly count: number }, RecogniseRefusal>> {
  return inRoster(
    caller,
    "digital-family.recognise",
    async (tx, { communeId, actorId, now, today }): Promise<Verdict<{ count: number }, RecogniseRefusal>> => {
      await lockTitles(tx, communeId);
      const wanted = new Set(declarationIds);
      if (wanted.size === 0) return refused({ code: "family_nobody_chosen" });
      const families = (await findFamilies(tx, communeId, today)).filter(
        ({ declaration }) => declaration !== null && wanted.has(declaration.id),
      );
      if (families.length < wanted.size) return refused({ code: "family_not_confirmed" });
      const decision = judgeRecognition(recognition, { today, notBefore: latestCheck(families) });
      if (!decision.ok) return decision;
      const { number, date } = decision.value;
      const isDone = ({ declaration, award }: FoundFamily) =>
        award?.id === declaration?.id && award?.number === number && !award?.isRevoked;
      const left = families.filter((family) => !isDone(family));
      const { householdId } = await findTitlePerson(tx, communeId, actorId);
      if (!left.every((family) => mayRecognise(family, actorId, householdId)))
        return refused({ code: "family_not_confirmed" });
      const terms = new Map<number, number>();
      for (const { declaration } of left) {
        const version = declaration?.version ?? 0;
        if (!terms.has(version))
          terms.set(version, (await findTitleVersion(tx, communeId, "digital-family", version)).termMonths);
      }
      await tx.badgeAward.createMany({
        data: left.flatMap(({ declaration, check, householdId: subjectId }) =>
          declaration === null || check === null
            ? []
            : [
                {
                  communeId,
                  // An award of a household bears the id of the declaration it came of.
                  id: declaration.id,
                  badgeKey: "digital-family",
                  version: declaration.version,
                  subject: "household",
                  subjectId,
                  occasion: date,
                  earnedOn: toDatabaseDay(date),
                  basis: {
                    declaration: declaration.id,
                    items: [...check.items],
                    recordedBy: declaration.recordedBy,
                    checkedBy: check.checkedBy,
                  },
                  grantedAt: now,
                  grantedBy: actorId,
                  number,
                  numberDate: toDatabaseDay(date),
                  validUntil: toDatabaseDay(validUntilOf(date, terms.get(declaration.version) ?? 12)),
                  isFinal: true,
                },
              ],
        ),
      });
      return allowed({ count: families.length });
    },
  );
}

/** The office is a third pair of eyes: neither whoever wrote it down nor whoever confirmed it, nor their household. */
export function mayRecognise(
  { state, declaration, check, householdId }: FoundFamily,
  accountId: string,
  ownHouseholdId: string | null,
): boolean {
  return (
    state === "confirmed" &&
    declaration?.recordedBy !== accountId &&
    check?.checkedBy !== accountId &&
    householdId !== ownHouseholdId
  );
}

function latestCheck(families: readonly FoundFamily[]): LocalDate | null {
  return families.reduce<LocalDate | null>((latest, { check }) => {
    const on = check?.checkedOn ?? null;
    return on !== null && (latest === null || on > latest) ? on : latest;
  }, null);
}
