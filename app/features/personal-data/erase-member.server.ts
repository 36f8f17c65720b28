import { ERASED_NAME, type PersonalDataRefusal } from "#app/domain/people/consent.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import { closeLines, endSessions } from "#app/features/accounts/end-sessions.server.ts";
import { readSlipOwner } from "#app/features/accounts/enrolment-read-owner.server.ts";
import { withdrawSlips } from "#app/features/accounts/enrolment-write-slip.server.ts";
import { toDatabaseDay } from "#app/features/communes/database-day.ts";
import { followMemberships } from "#app/features/roster/follow-memberships.server.ts";
import { lockMembers } from "#app/features/roster/lock-members.server.ts";
import { type RosterAct, rosterAct } from "#app/features/roster/roster-act.ts";
import type { CommuneScope, Tx } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import { findMember } from "./find-member.server.ts";

type Refusal = Extract<PersonalDataRefusal, { code: "not_on_roster" | "erase_yourself_not" }>;

/**
 * Takes the person out and leaves the work: the row keeps its id, so every point, total and certificate still
 * adds up, and nothing in it tells who it was. It cannot be taken back.
 */
export async function eraseMember(
  platform: Platform,
  scope: CommuneScope,
  memberId: string,
): Promise<Verdict<null, Refusal>> {
  const act = rosterAct(platform, scope);
  const { communeId } = act;
  const found = await platform.db.withCommunes(scope, (tx) => findMember(tx, communeId, memberId));
  if (!found) return refused({ code: "not_on_roster" });
  if (found.accountId !== null && found.accountId === scope.actorId)
    return refused({ code: "erase_yourself_not" });
  const isOurAccount = found.accountId !== null && (await worksOnlyHere(platform, scope, found.accountId));
  const ended = await platform.db.withCommunes(scope, async (tx) => {
    await lockMembers(tx, act, [memberId]);
    const member = await findMember(tx, communeId, memberId);
    if (!member || member.erasedAt) return [];
    await endTimes(tx, act, memberId);
    await emptyMember(tx, act, memberId);
    const sessions =
      member.accountId !== null && isOurAccount ? await emptyAccount(tx, act, member.accountId) : [];
    await platform.live.touch(tx, `commune:${communeId}`);
    return sessions;
  });
  await closeLines(platform, ended);
  return allowed(null);
}

/** Somebody who works in another commune too keeps the account: it is that commune's as well. */
async function worksOnlyHere(platform: Platform, scope: CommuneScope, accountId: string): Promise<boolean> {
  const owner = await readSlipOwner(platform, accountId, scope.requestId);
  return owner.communes.every((communeId) => scope.communes.includes(communeId));
}

/** Nobody unknown is in a team: open times end today, and with them the rights. */
async function endTimes(tx: Tx, act: RosterAct, memberId: string): Promise<void> {
  const { communeId, now } = act;
  const today = toDatabaseDay(act.today);
  await tx.$executeRaw`
    update membership set valid_to = greatest(valid_from, ${today}::date)
     where commune_id = ${communeId} and member_id = ${memberId}::uuid and (valid_to is null or valid_to > ${today}::date)`;
  await tx.delegation.updateMany({
    where: { communeId, endedAt: null, OR: [{ fromMember: memberId }, { toMember: memberId }] },
    data: { endedAt: now },
  });
  await tx.consent.updateMany({
    where: { communeId, memberId, withdrawnAt: null },
    data: { withdrawnAt: now },
  });
  await tx.dataRequest.updateMany({ where: { communeId, memberId }, data: { note: null } });
  await tx.affiliation.deleteMany({ where: { communeId, memberId } });
  // Their papers stay checkable and no longer say whose they were.
  await tx.certificate.updateMany({
    where: { communeId, memberId, holderName: { not: null } },
    data: { holderName: null },
  });
  // Name and phone as some file once brought them, and as they stood before it.
  await tx.importLine.deleteMany({ where: { communeId, memberId } });
  await followMemberships(tx, act, [memberId]);
}

async function emptyMember(tx: Tx, { communeId, now }: RosterAct, memberId: string): Promise<void> {
  await tx.member.update({
    where: { communeId_id: { communeId, id: memberId } },
    data: {
      fullName: ERASED_NAME,
      birthYear: null,
      sex: null,
      ethnicity: null,
      position: null,
      hasItSkill: null,
      phoneCipher: null,
      phoneFingerprint: null,
      householdId: null,
      erasedAt: now,
    },
    select: { id: true },
  });
  // The titles people are given ("Bí thư Chi đoàn Thôn 3") tell who they are.
  await tx.membership.updateMany({ where: { communeId, memberId }, data: { title: null } });
}

async function emptyAccount(
  tx: Tx,
  { communeId, now, actorId, today }: RosterAct,
  accountId: string,
): Promise<string[]> {
  await tx.account.update({
    where: { id: accountId },
    data: {
      // The old one was made of the name.
      username: `xoa-${accountId.replaceAll("-", "")}`.slice(0, 40),
      displayName: ERASED_NAME,
      phoneCipher: null,
      phoneFingerprint: null,
      passwordHash: null,
      totpConfirmedAt: null,
      totpSecretSealed: null,
      status: "disabled",
      disabledAt: now,
    },
    select: { id: true },
  });
  await tx.passkey.deleteMany({ where: { accountId } });
  await tx.roleGrant.updateMany({
    where: {
      communeId,
      accountId,
      OR: [{ validTo: null }, { validTo: { gt: toDatabaseDay(today) } }],
      validFrom: { lte: toDatabaseDay(today) },
    },
    data: { validTo: toDatabaseDay(today), endedAt: now, endedBy: actorId },
  });
  await tx.device.updateMany({
    where: { accountId },
    data: { label: "–", unlockUntil: null, pinHash: null, trustedAt: null },
  });
  await tx.deviceKey.updateMany({ where: { accountId, revokedAt: null }, data: { revokedAt: now } });
  await tx.photoPart.deleteMany({ where: { communeId, accountId } });
  await withdrawSlips(tx, accountId, now);
  return endSessions(tx, { accountId }, now);
}
