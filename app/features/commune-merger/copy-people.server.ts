import { villageNameKey } from "#app/domain/roster/village.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { toDatabaseDay } from "../communes/database-day.ts";
import { keepMemberPhone, openMemberPhone } from "../roster/member-phone.server.ts";
import { type CopiedPlaces, linkOf } from "./copy-places.server.ts";
import type { MergerAct } from "./merger-act.ts";

/**
 * Whoever is in a team on the first day goes on in that team of the new commune, with the same account. Somebody the
 * new commune knows already, by account or by name and phone, is not entered twice. Answers old member to new.
 */
export async function copyPeople(
  tx: Tx,
  act: MergerAct,
  places: CopiedPlaces,
  households: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, string>> {
  const { old, effectiveOn } = act;
  const times = await tx.membership.findMany({
    where: {
      communeId: old.communeId,
      teamId: { in: [...places.teams.keys()] },
      OR: [{ validTo: null }, { validTo: { gte: toDatabaseDay(effectiveOn) } }],
    },
    orderBy: [{ validFrom: "asc" }, { id: "asc" }],
  });
  const copies = await copyMembers(tx, act, [...new Set(times.map(({ memberId }) => memberId))], households);
  await tx.continuedUnit.createMany({
    data: [...copies].map(([from, memberId]) => ({ ...linkOf(act, "member", from), memberId })),
  });
  await copyAffiliations(tx, act, copies, places.organisations);
  await copyTimes(tx, act, times, copies, places);
  return copies;
}

async function copyMembers(
  tx: Tx,
  { old, young, keys }: MergerAct,
  memberIds: readonly string[],
  households: ReadonlyMap<string, string>,
): Promise<Map<string, string>> {
  const people = await tx.member.findMany({
    where: { communeId: old.communeId, id: { in: [...memberIds] }, erasedAt: null },
    orderBy: { id: "asc" },
  });
  const known = await tx.member.findMany({
    where: { communeId: young.communeId, erasedAt: null },
    select: { id: true, accountId: true, fullName: true, phoneFingerprint: true },
  });
  const byAccount = new Map(known.map(({ accountId, id }) => [accountId, id]));
  const byPhone = new Map(
    known.map(({ fullName, phoneFingerprint, id }) => [
      `${phoneFingerprint}/${villageNameKey(fullName)}`,
      id,
    ]),
  );
  const copies = new Map<string, string>();
  const rows = people.flatMap((person) => {
    const { phoneCipher, householdId } = person;
    const phone =
      phoneCipher === null
        ? { phoneCipher: null, phoneFingerprint: null }
        : keepMemberPhone(keys, young.communeId, openMemberPhone(keys, old.communeId, phoneCipher));
    const twin =
      (person.accountId !== null ? byAccount.get(person.accountId) : undefined) ??
      (phone.phoneFingerprint !== null
        ? byPhone.get(`${phone.phoneFingerprint}/${villageNameKey(person.fullName)}`)
        : undefined);
    copies.set(person.id, twin ?? young.newId());
    if (twin !== undefined) return [];
    return [
      {
        ...person,
        ...phone,
        communeId: young.communeId,
        id: copies.get(person.id) ?? "",
        householdId: householdId === null ? null : (households.get(householdId) ?? null),
        createdAt: young.now,
        createdBy: young.actorId,
      },
    ];
  });
  await tx.member.createMany({ data: rows });
  return copies;
}

async function copyAffiliations(
  tx: Tx,
  { old, young, effectiveOn }: MergerAct,
  members: ReadonlyMap<string, string>,
  organisations: ReadonlyMap<string, string>,
): Promise<void> {
  const validFrom = toDatabaseDay(effectiveOn);
  const rows = await tx.affiliation.findMany({
    where: {
      communeId: old.communeId,
      memberId: { in: [...members.keys()] },
      OR: [{ validTo: null }, { validTo: { gte: validFrom } }],
    },
  });
  await tx.affiliation.createMany({
    data: rows.map((row) => ({
      ...row,
      communeId: young.communeId,
      memberId: members.get(row.memberId) ?? "",
      organisationId: row.organisationId === null ? null : (organisations.get(row.organisationId) ?? null),
      validFrom: row.validFrom > validFrom ? row.validFrom : validFrom,
    })),
    skipDuplicates: true,
  });
}

type Time = Awaited<ReturnType<Tx["membership"]["findMany"]>>[number];

async function copyTimes(
  tx: Tx,
  { old, young, effectiveOn, lastDay }: MergerAct,
  times: readonly Time[],
  members: ReadonlyMap<string, string>,
  { teams, organisations }: CopiedPlaces,
): Promise<void> {
  const firstDay = toDatabaseDay(effectiveOn);
  await tx.membership.createMany({
    data: times.flatMap((time) => {
      const memberId = members.get(time.memberId);
      const teamId = teams.get(time.teamId);
      if (memberId === undefined || teamId === undefined) return [];
      return [
        {
          ...time,
          communeId: young.communeId,
          id: young.newId(),
          memberId,
          teamId,
          assignedBy: time.assignedBy === null ? null : (organisations.get(time.assignedBy) ?? null),
          validFrom: time.validFrom > firstDay ? time.validFrom : firstDay,
          enteredBy: young.actorId,
          enteredAt: young.now,
        },
      ];
    }),
  });
  const ids = times.map(({ id }) => id);
  await tx.membership.updateMany({
    where: { communeId: old.communeId, id: { in: ids }, validFrom: { lt: firstDay } },
    data: { validTo: toDatabaseDay(lastDay) },
  });
  // What had not begun by then never begins in the old commune.
  await tx.membership.deleteMany({
    where: { communeId: old.communeId, id: { in: ids }, validFrom: { gte: firstDay } },
  });
}
