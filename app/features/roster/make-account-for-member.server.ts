import { suggestUsername } from "#app/domain/accounts/login-name.ts";
import type { RosterRefusal } from "#app/domain/people/roster-refusals.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import { keepPhone } from "#app/features/accounts/keep-phone.server.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { KeyRing } from "#app/platform/keys/key-ring.ts";
import { followMemberships } from "./follow-memberships.server.ts";
import { lockMembers } from "./lock-members.server.ts";
import { openMemberPhone } from "./member-phone.server.ts";
import type { RosterAct } from "./roster-act.ts";

export type MemberAccountRefusal =
  | Extract<RosterRefusal, { code: "member_erased" }>
  | { code: "not_permitted" };

/**
 * An account without a password: a printed slip is its only door. Asked twice it answers the same account. The
 * phone becomes a way to name oneself at sign-in, unless somebody else's account already is named by it.
 */
export async function makeAccountForMember(
  tx: Tx,
  keys: KeyRing,
  act: RosterAct,
  memberId: string,
): Promise<Verdict<{ accountId: string; isNew: boolean }, MemberAccountRefusal>> {
  const { communeId } = act;
  await lockMembers(tx, act, [memberId]);
  const member = await tx.member.findUnique({
    where: { communeId_id: { communeId, id: memberId } },
    select: { accountId: true, fullName: true, phoneCipher: true, erasedAt: true },
  });
  if (!member) return refused({ code: "not_permitted" });
  if (member.erasedAt !== null) return refused({ code: "member_erased" });
  if (member.accountId !== null) return allowed({ accountId: member.accountId, isNew: false });
  const phone = member.phoneCipher && keepPhone(keys, openMemberPhone(keys, communeId, member.phoneCipher));
  const isPhoneFree =
    phone && (await tx.account.count({ where: { phoneFingerprint: phone.phoneFingerprint } })) === 0;
  const accountId = act.newId();
  await tx.account.create({
    data: {
      id: accountId,
      username: await findFreeUsername(tx, member.fullName),
      displayName: member.fullName,
      ...(isPhoneFree ? phone : {}),
      createdAt: act.now,
      createdBy: act.actorId,
    },
    select: { id: true },
  });
  await tx.member.update({
    where: { communeId_id: { communeId, id: memberId } },
    data: { accountId },
    select: { id: true },
  });
  await followMemberships(tx, act, [memberId]);
  return allowed({ accountId, isNew: true });
}

/** "hoa.nguyenthi", "hoa.nguyenthi2", ... A name no letter of which can be typed becomes "thanhvien". */
async function findFreeUsername(tx: Tx, fullName: string): Promise<string> {
  const base = (suggestUsername(fullName) ?? "thanhvien").slice(0, 34);
  // Two officers may meet on one name: whoever comes second waits here and then sees the first.
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('username'), hashtext(${base}))`;
  const taken = await tx.account.findMany({
    where: { username: { startsWith: base } },
    select: { username: true },
  });
  const names = new Set(taken.map(({ username }) => username));
  if (!names.has(base)) return base;
  for (let number = 2; ; number++) if (!names.has(`${base}${number}`)) return `${base}${number}`;
}
