import { judgeGrant, judgeRecognition, type Recognition } from "#app/domain/titles/nomination.ts";
import { validUntilOf } from "#app/domain/titles/title-definition.ts";
import type { TitleRefusal } from "#app/domain/titles/title-refusals.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { toDatabaseDay } from "#app/features/communes/database-day.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { findNominations, nominationOf } from "./find-nominations.server.ts";
import { findTitlePerson } from "./find-title-person.server.ts";
import { lockTitles } from "./lock-titles.server.ts";
import { speakingAs } from "./speaking-as.ts";

type GrantRefusal = Extract<TitleRefusal, { code: `title_${string}` }> | { readonly code: "not_permitted" };

/** The office puts number and date to a nomination that enough persons agreed to. */
export function recogniseTitle(
  caller: Caller,
  wish: Recognition & { readonly nominationId: string },
): Promise<Verdict<null, GrantRefusal>> {
  return inRoster(
    caller,
    "titles.recognise",
    async (tx, { communeId }): Promise<Verdict<null, GrantRefusal>> => {
      await lockTitles(tx, communeId);
      return grantTitle(tx, caller, wish.nominationId, wish);
    },
  );
}

/** Runs in a transaction that holds the commune's titles. Granted before, it stays as it was granted. */
export async function grantTitle(
  tx: Tx,
  caller: Caller,
  nominationId: string,
  recognition: Recognition,
): Promise<Verdict<null, GrantRefusal>> {
  const communeId = caller.communeId ?? 0;
  const { today, now, person } = caller;
  const [found] = await findNominations(tx, communeId, { id: nominationId });
  if (!found || !speakingAs(caller, "title.grant", found)) return refused({ code: "not_permitted" });
  const decision = judgeRecognition(recognition, { today, notBefore: found.nominatedOn });
  if (!decision.ok) return decision;
  const { number, date } = decision.value;
  if (found.award?.number === number && found.award.numberDate === date) return allowed(null);
  const verdict = judgeGrant(nominationOf(found), await findTitlePerson(tx, communeId, person.accountId));
  if (!verdict.ok) return verdict;
  await tx.badgeAward.create({
    data: {
      communeId,
      // An award of a nomination bears its id: granting twice is refused by the key.
      id: found.id,
      badgeKey: found.key,
      version: found.version,
      subject: "member",
      subjectId: found.memberId,
      tier: Math.min(9, Math.max(1, found.facts.tier ?? 1)),
      occasion: date,
      earnedOn: toDatabaseDay(date),
      basis: {
        nomination: found.id,
        approvals: found.words
          .filter(({ kind }) => kind === "approve")
          .map(({ accountId, saidAs, at }) => ({ by: accountId, as: saidAs, at })),
        facts: found.facts,
      },
      grantedAt: now,
      grantedBy: person.accountId,
      number,
      numberDate: toDatabaseDay(date),
      validUntil: toDatabaseDay(validUntilOf(date, found.title.termMonths)),
      isFinal: true,
    },
    select: { id: true },
  });
  return allowed(null);
}
