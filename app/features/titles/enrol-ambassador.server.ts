import type { Id } from "#app/domain/ids.ts";
import { MOST_MENTEES } from "#app/domain/titles/ambassador.ts";
import type { TitleRefusal } from "#app/domain/titles/title-refusals.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { makePersonNamer } from "#app/features/activity-log/person-key.server.ts";
import { toDatabaseDay } from "#app/features/communes/database-day.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";
import type { RosterAct } from "#app/features/roster/roster-act.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { findTitleMembers } from "./find-title-member.server.ts";
import { lockTitles } from "./lock-titles.server.ts";

type NotPermitted = { readonly code: "not_permitted" };

/** D01: a member takes part of their own will, and leaves when they like; what was reached stays reached. */
export function enrolAmbassador(caller: Caller, id: Id): Promise<Verdict<null, NotPermitted>> {
  return inRoster(caller, "titles.enrol-ambassador", async (tx, act) => {
    const memberId = await ownMember(tx, act);
    if (memberId === null) return refused({ code: "not_permitted" });
    const { communeId, now, today } = act;
    await tx.$executeRaw`
      insert into ambassador_enrolment (commune_id, id, member_id, enrolled_on, enrolled_at)
      values (${communeId}, ${id}::uuid, ${memberId}::uuid, ${today}::date, ${now}) on conflict do nothing`;
    return allowed(null);
  });
}

export function leaveAmbassadors(caller: Caller): Promise<Verdict<null, NotPermitted>> {
  return inRoster(caller, "titles.leave-ambassadors", async (tx, act) => {
    const memberId = await ownMember(tx, act);
    if (memberId === null) return refused({ code: "not_permitted" });
    const { communeId, today } = act;
    await tx.ambassadorEnrolment.updateMany({
      where: { communeId, memberId, endedOn: null },
      data: { endedOn: toDatabaseDay(today) },
    });
    return allowed(null);
  });
}

export interface MenteeWish {
  readonly id: Id;
  readonly mentee:
    | { readonly kind: "resident"; readonly householdId: string; readonly slot: number }
    | { readonly kind: "member"; readonly memberId: string };
}

export type MenteeRefusal =
  | Extract<
      TitleRefusal,
      { code: "ambassador_not_enrolled" | "mentee_is_you" | "mentee_known" | "mentees_full" }
    >
  | NotPermitted;

/** From today on this person is the caller's mentee: a resident of the village, or somebody of the same village's teams. */
export function linkMentee(
  caller: Caller,
  { id, mentee }: MenteeWish,
  villageIds: readonly number[],
): Promise<Verdict<null, MenteeRefusal>> {
  return inRoster(caller, "titles.link-mentee", async (tx, act): Promise<Verdict<null, MenteeRefusal>> => {
    const { communeId, now, today } = act;
    await lockTitles(tx, communeId);
    const mentorId = await ownMember(tx, act);
    if (mentorId === null) return refused({ code: "not_permitted" });
    if ((await tx.menteeLink.count({ where: { communeId, id, mentorId } })) > 0) return allowed(null);
    const standing = { communeId, mentorId, endedOn: null };
    const enrolled = await tx.ambassadorEnrolment.count({
      where: { communeId, memberId: mentorId, endedOn: null },
    });
    if (enrolled === 0) return refused({ code: "ambassador_not_enrolled" });
    if ((await tx.menteeLink.count({ where: standing })) >= MOST_MENTEES)
      return refused({ code: "mentees_full", maximum: MOST_MENTEES });
    const named = await nameMentee(tx, caller, act, mentorId, mentee, villageIds);
    if (!named.ok) return named;
    const { personKey, householdId, slot, menteeId } = named.value;
    const twin = personKey ? { personKey } : { menteeId };
    if ((await tx.menteeLink.count({ where: { ...standing, ...twin } })) > 0)
      return refused({ code: "mentee_known" });
    await tx.menteeLink.create({
      data: {
        communeId,
        id,
        mentorId,
        personKey,
        householdId,
        slot,
        menteeId,
        beganOn: toDatabaseDay(today),
        madeAt: now,
      },
      select: { id: true },
    });
    return allowed(null);
  });
}

interface NamedMentee {
  readonly personKey: Uint8Array<ArrayBuffer> | null;
  readonly householdId: string | null;
  readonly slot: number | null;
  readonly menteeId: string | null;
}

async function nameMentee(
  tx: Tx,
  caller: Caller,
  { communeId, today }: RosterAct,
  mentorId: string,
  mentee: MenteeWish["mentee"],
  villageIds: readonly number[],
): Promise<Verdict<NamedMentee, MenteeRefusal>> {
  if (mentee.kind === "member") {
    if (mentee.memberId === mentorId) return refused({ code: "mentee_is_you" });
    const [member] = await findTitleMembers(tx, communeId, today, mentee.memberId);
    const isNear = member?.places.some(
      ({ villageId }) => villageId !== null && villageIds.includes(villageId),
    );
    return member && isNear
      ? allowed({ personKey: null, householdId: null, slot: null, menteeId: member.memberId })
      : refused({ code: "not_permitted" });
  }
  const { householdId, slot } = mentee;
  const [found] = await tx.$queryRaw<{ root: string; villageId: number }[]>`
    select tds_household_root(h.commune_id, h.id)::text as root, h.village_id as "villageId"
      from household h
      join person_slot s on s.commune_id = h.commune_id and s.household_id = h.id and s.slot = ${slot}
     where h.commune_id = ${communeId} and h.id = ${householdId}::uuid and h.valid_to is null`;
  if (!found || !villageIds.includes(found.villageId)) return refused({ code: "not_permitted" });
  const key = makePersonNamer(caller.platform.keys, communeId)(found.root, slot);
  return allowed({ personKey: new Uint8Array(key), householdId, slot, menteeId: null });
}

/** Only the mentor's own link, and only from now on. */
export function endMentee(caller: Caller, linkId: string): Promise<Verdict<null, NotPermitted>> {
  return inRoster(caller, "titles.end-mentee", async (tx, act) => {
    const mentorId = await ownMember(tx, act);
    if (mentorId === null) return refused({ code: "not_permitted" });
    const { communeId, today } = act;
    await tx.menteeLink.updateMany({
      where: { communeId, id: linkId, mentorId, endedOn: null },
      data: { endedOn: toDatabaseDay(today) },
    });
    return allowed(null);
  });
}

async function ownMember(tx: Tx, { communeId, actorId }: RosterAct): Promise<string | null> {
  const row = await tx.member.findFirst({ where: { communeId, accountId: actorId }, select: { id: true } });
  return row?.id ?? null;
}
