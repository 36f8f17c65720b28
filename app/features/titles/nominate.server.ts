import type { Id } from "#app/domain/ids.ts";
import { isOpen } from "#app/domain/titles/nomination.ts";
import { type NominatedTitle, termStateOf } from "#app/domain/titles/title-definition.ts";
import type { TitleRefusal } from "#app/domain/titles/title-refusals.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { toDatabaseDay } from "#app/features/communes/database-day.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { ambassadorProgressOf } from "./find-ambassadors.server.ts";
import { findNominations } from "./find-nominations.server.ts";
import { findTitle } from "./find-title.server.ts";
import { findTitleMembers } from "./find-title-member.server.ts";
import { lockTitles } from "./lock-titles.server.ts";
import { speakingAs } from "./speaking-as.ts";

export interface NominationWish {
  /** Made before it is sent: sending twice is one nomination. */
  readonly id: Id;
  readonly memberId: string;
  readonly title: NominatedTitle;
  readonly reason: string;
}

export type NominateRefusal =
  | Extract<
      TitleRefusal,
      {
        code:
          | "title_is_you"
          | "title_nominated_already"
          | "title_held_until"
          | "title_conditions_open"
          | "title_sent_otherwise";
      }
    >
  | { readonly code: "not_permitted" };

/** Puts a member forward, under the version of the title that is in force now. */
export function nominate(caller: Caller, wish: NominationWish): Promise<Verdict<null, NominateRefusal>> {
  return inRoster(caller, "titles.nominate", async (tx, { communeId, actorId, now, today }) => {
    await lockTitles(tx, communeId);
    const sent = await tx.titleNomination.findFirst({ where: { communeId, id: wish.id } });
    if (sent) {
      const isSame =
        sent.memberId === wish.memberId && sent.badgeKey === wish.title && sent.nominatedBy === actorId;
      return isSame ? allowed(null) : refused({ code: "title_sent_otherwise" });
    }
    const [member] = await findTitleMembers(tx, communeId, today, wish.memberId);
    const place = member?.places.find((each) => speakingAs(caller, "title.nominate", each) !== null);
    const speaksAs = place && speakingAs(caller, "title.nominate", place);
    if (!member || !place || !speaksAs) return refused({ code: "not_permitted" });
    if (member.accountId === actorId) return refused({ code: "title_is_you" });
    const refusal = await findObstacle(tx, caller, wish);
    if (refusal) return refused(refusal);
    const title = await findTitle(tx, communeId, wish.title);
    const progress =
      wish.title === "digital-ambassador"
        ? await ambassadorProgressOf(tx, communeId, wish.memberId, title, today)
        : null;
    if (progress && !progress.isReady)
      return refused({ code: "title_conditions_open", mentees: progress.reached, needed: progress.needed });
    await tx.titleNomination.create({
      data: {
        communeId,
        id: wish.id,
        badgeKey: wish.title,
        version: title.version,
        memberId: wish.memberId,
        teamId: place.teamId,
        villageId: place.villageId,
        reason: wish.reason,
        facts: {
          ...(await findWorkFacts(tx, communeId, wish.memberId)),
          ...(progress && { mentees: progress.reached, needed: progress.needed, tier: progress.tier }),
        },
        nominatedBy: actorId,
        nominatedAs: speaksAs,
        nominatedOn: toDatabaseDay(today),
        nominatedAt: now,
      },
      select: { id: true },
    });
    return allowed(null);
  });
}

/** One nomination for a title at a time, and none while the title has long to run. */
async function findObstacle(
  tx: Tx,
  { communeId, today }: Caller,
  { memberId, title }: NominationWish,
): Promise<NominateRefusal | null> {
  const own = await findNominations(tx, communeId ?? 0, { memberId });
  const same = own.filter(({ key }) => key === title);
  if (same.some(({ state }) => isOpen(state))) return { code: "title_nominated_already" };
  const held = same.find(
    ({ state, award }) => state === "granted" && termStateOf(award?.validUntil ?? null, today) === "in_force",
  );
  const until = held?.award?.validUntil;
  return until ? { code: "title_held_until", until } : null;
}

/** The member's verified work of a year, for whoever is asked to agree. */
async function findWorkFacts(tx: Tx, communeId: number, memberId: string): Promise<Record<string, number>> {
  const [row] = await tx.$queryRaw<{ claims: number; people: number }[]>`
    select count(distinct c.id)::int as claims, count(distinct u.person_key)::int as people
      from claim_participant p
      join claim c on c.commune_id = p.commune_id and c.id = p.claim_id and c.state = 'verified'
       and c.work_date > current_date - 365
      left join claim_unit u on u.commune_id = c.commune_id and u.claim_id = c.id and u.outcome = 'proficient'
     where p.commune_id = ${communeId} and p.member_id = ${memberId}::uuid`;
  return { claims: row?.claims ?? 0, people: row?.people ?? 0 };
}
