import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { sightInVillage } from "#app/domain/households/label-sight.ts";
import { foldVietnamese } from "#app/domain/text/fold-vietnamese.ts";
import { ambassadorProgress } from "#app/domain/titles/ambassador.ts";
import { type TermState, termStateOf } from "#app/domain/titles/title-definition.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { ownVillages } from "#app/features/households/own-villages.server.ts";
import {
  findHouseholdsForLogging,
  type HouseholdForLogging,
} from "#app/features/households/read-households-for-logging.server.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { findAmbassadorFacts } from "./find-ambassadors.server.ts";
import { findTitle } from "./find-title.server.ts";
import { findTitleMembers } from "./find-title-member.server.ts";

export interface MenteeView {
  readonly id: string;
  /** A member's name, or the label where the mentor may read it; empty where not. */
  readonly name: string;
  readonly household: string | null;
  readonly slot: number | null;
  readonly beganOn: LocalDate;
  readonly isReached: boolean;
}

export interface OwnTitle {
  readonly number: string | null;
  readonly earnedOn: LocalDate;
  readonly validUntil: LocalDate | null;
  readonly tier: number;
  readonly term: TermState;
}

export interface AmbassadorView {
  readonly memberId: string;
  readonly enrolledOn: LocalDate | null;
  readonly progress: {
    readonly reached: number;
    readonly needed: number;
    readonly tier: number;
    readonly nextTier: number | null;
    readonly isTrained: boolean;
    readonly isClean: boolean;
    readonly isReady: boolean;
  };
  readonly steps: readonly number[];
  readonly title: OwnTitle | null;
  readonly mentees: readonly MenteeView[];
  /** To pick from: households by the search, and the people of the opened one. */
  readonly households: readonly {
    readonly id: string;
    readonly head: string;
    readonly lane: string | null;
  }[];
  readonly opened: HouseholdForLogging | null;
  readonly colleagues: readonly { readonly memberId: string; readonly name: string }[];
}

const SHOWN_HOUSEHOLDS = 8;

export interface AmbassadorWish {
  readonly search: string;
  readonly householdId: string | null;
}

/** One's own way to the title; null for an account that works in no village's team. */
export async function readOwnAmbassador(
  caller: Caller,
  { search, householdId }: AmbassadorWish,
): Promise<AmbassadorView | null> {
  const villages = await ownVillages(caller);
  const scope = caller.scope("titles.read-ambassador");
  const communeId = onlyCommune(scope);
  const { platform, permission, today, person } = caller;
  return platform.db.withCommunes(scope, async (tx) => {
    const members = await findTitleMembers(tx, communeId, today);
    const own = members.find(({ accountId }) => accountId === person.accountId);
    if (!own) return null;
    const rule = await findTitle(tx, communeId, "digital-ambassador");
    const facts = await findAmbassadorFacts(tx, communeId, [own.memberId]);
    const known = facts.get(own.memberId);
    if (!known) return null;
    const { reachedLinks, ...progress } = ambassadorProgress(known, rule, today);
    const lists: HouseholdForLogging[] = [];
    for (const { id } of villages) {
      const sight = sightInVillage(permission.grants, communeId, id);
      lists.push(...(await findHouseholdsForLogging(tx, platform.keys, scope, id, { on: today, sight })));
    }
    const enrolment = await tx.ambassadorEnrolment.findFirst({
      where: { communeId, memberId: own.memberId, endedOn: null },
      select: { enrolledOn: true },
    });
    const villageIds = new Set(villages.map(({ id }) => id));
    const near = members.filter(
      ({ memberId, places }) =>
        memberId !== own.memberId &&
        places.some(({ villageId }) => villageId !== null && villageIds.has(villageId)),
    );
    return {
      memberId: own.memberId,
      enrolledOn: (enrolment?.enrolledOn.toISOString().slice(0, 10) as LocalDate | undefined) ?? null,
      progress,
      steps: rule.mentees,
      title: await findOwnTitle(tx, communeId, own.memberId, today),
      mentees: await findMentees(tx, communeId, own.memberId, lists, reachedLinks),
      households: lists
        .filter(({ code, lane, head }) => isNamed(search, [code, lane ?? "", head]))
        .slice(0, SHOWN_HOUSEHOLDS)
        .map(({ id, head, lane }) => ({ id, head, lane })),
      opened: lists.find(({ id }) => id === householdId) ?? null,
      colleagues: near.map(({ memberId, fullName }) => ({ memberId, name: fullName })),
    };
  });
}

function isNamed(search: string, texts: readonly string[]): boolean {
  const text = foldVietnamese(texts.join(" "));
  return foldVietnamese(search)
    .split(" ")
    .every((word) => text.includes(word));
}

async function findMentees(
  tx: Tx,
  communeId: number,
  mentorId: string,
  lists: readonly HouseholdForLogging[],
  reached: ReadonlySet<string>,
): Promise<MenteeView[]> {
  const rows = await tx.$queryRaw<
    {
      id: string;
      householdId: string | null;
      slot: number | null;
      name: string | null;
      beganOn: LocalDate;
    }[]
  >`
    select l.id, l.household_id as "householdId", l.slot::int as slot, m.full_name as name,
           l.began_on::text as "beganOn"
      from mentee_link l left join member m on m.commune_id = l.commune_id and m.id = l.mentee_id
     where l.commune_id = ${communeId} and l.mentor_id = ${mentorId}::uuid and l.ended_on is null
     order by l.made_at, l.id`;
  return rows.map(({ id, householdId, slot, name, beganOn }) => {
    const household = lists.find((each) => each.id === householdId);
    const label = household?.slots.find((each) => each.slot === slot)?.label;
    return {
      id,
      name: name ?? label ?? "",
      household: household?.head ?? null,
      slot,
      beganOn,
      isReached: reached.has(id),
    };
  });
}

async function findOwnTitle(
  tx: Tx,
  communeId: number,
  memberId: string,
  today: LocalDate,
): Promise<OwnTitle | null> {
  const [row] = await tx.$queryRaw<Omit<OwnTitle, "term">[]>`
    select number, earned_on::text as "earnedOn", valid_until::text as "validUntil", tier::int as tier
      from badge_award
     where commune_id = ${communeId} and badge_key = 'digital-ambassador' and subject = 'member'
       and subject_id = ${memberId} and revoked_at is null
     order by earned_on desc limit 1`;
  return row ? { ...row, term: termStateOf(row.validUntil, today) } : null;
}
