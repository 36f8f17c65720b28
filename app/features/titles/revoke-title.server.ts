import type { Id } from "#app/domain/ids.ts";
import {
  judgeRevocationAnswered,
  judgeRevocationAsked,
  type Revocation,
} from "#app/domain/titles/nomination.ts";
import { isTitleKey } from "#app/domain/titles/title-definition.ts";
import type { TitleRefusal } from "#app/domain/titles/title-refusals.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { lockTitles } from "./lock-titles.server.ts";

export type RevocationRefusal =
  | Extract<TitleRefusal, { code: `title_${string}` }>
  | { readonly code: "not_permitted" };

export interface RevocationWish {
  readonly id: Id;
  readonly awardId: string;
  readonly reason: string;
}

/** The first word: why a title should be taken back. It stands until another person has answered. */
export function askRevocation(
  caller: Caller,
  wish: RevocationWish,
): Promise<Verdict<null, RevocationRefusal>> {
  return inRoster(caller, "titles.ask-revocation", async (tx, { communeId, actorId, now }) => {
    await lockTitles(tx, communeId);
    const sent = await tx.titleRevocation.findFirst({ where: { communeId, id: wish.id } });
    if (sent)
      return sent.awardId === wish.awardId ? allowed(null) : refused({ code: "title_sent_otherwise" });
    const revocation = await findRevocation(tx, communeId, wish.awardId);
    if (!revocation) return refused({ code: "not_permitted" });
    const verdict = judgeRevocationAsked(revocation, actorId);
    if (!verdict.ok) return verdict;
    await tx.titleRevocation.create({
      data: { communeId, ...wish, askedBy: actorId, askedAt: now },
      select: { id: true },
    });
    return allowed(null);
  });
}

/** The second word, another person's: the title is taken back with the reason that was given, or kept. */
export function answerRevocation(
  caller: Caller,
  { awardId, verdict: word }: { readonly awardId: string; readonly verdict: "revoked" | "kept" },
): Promise<Verdict<null, RevocationRefusal>> {
  return inRoster(caller, "titles.answer-revocation", async (tx, { communeId, actorId, now }) => {
    await lockTitles(tx, communeId);
    const revocation = await findRevocation(tx, communeId, awardId);
    if (!revocation) return refused({ code: "not_permitted" });
    const verdict = judgeRevocationAnswered(revocation, actorId);
    if (!verdict.ok) return verdict;
    await tx.titleRevocation.updateMany({
      where: { communeId, awardId, verdict: null },
      data: { verdict: word, answeredBy: actorId, answeredAt: now },
    });
    if (word === "revoked") {
      await tx.badgeAward.update({
        where: { communeId_id: { communeId, id: awardId } },
        data: { revokedAt: now, revokedBy: actorId, revokeReason: revocation.reason ?? "" },
        select: { id: true },
      });
    }
    return allowed(null);
  });
}

/** Titles of record only: what a rule gave, the rule takes back. */
async function findRevocation(
  tx: Tx,
  communeId: number,
  awardId: string,
): Promise<(Revocation & { readonly reason: string | null }) | null> {
  const [row] = await tx.$queryRaw<(Revocation & { reason: string | null; key: string })[]>`
    select b.badge_key as key, m.account_id as "bearerAccountId", b.revoked_at is not null as "isRevoked",
           r.asked_by as "askedBy", r.reason
      from badge_award b
      left join member m on b.subject = 'member' and m.commune_id = b.commune_id and m.id::text = b.subject_id
      left join title_revocation r on r.commune_id = b.commune_id and r.award_id = b.id and r.verdict is null
     where b.commune_id = ${communeId} and b.id = ${awardId}::uuid`;
  return row && isTitleKey(row.key) ? row : null;
}
