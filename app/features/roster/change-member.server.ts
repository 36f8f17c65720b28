import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { KeyRing } from "#app/platform/keys/key-ring.ts";
import { columnsOfMember, type MemberFacts } from "./add-member.server.ts";
import { fingerprintMemberPhone } from "./member-phone.server.ts";
import type { RosterAct } from "./roster-act.ts";

export type MemberRefusal = { code: "member_phone_known"; name: string } | { code: "not_permitted" };

/** An empty phone leaves the stored one: it is never sent to the page, so a form cannot hand it back. */
export async function changeMember(
  tx: Tx,
  keys: KeyRing,
  act: RosterAct,
  memberId: string,
  facts: MemberFacts,
): Promise<Verdict<null, MemberRefusal>> {
  const { communeId } = act;
  const where = { communeId_id: { communeId, id: memberId } };
  const member = await tx.member.findUnique({ where, select: { erasedAt: true } });
  if (!member || member.erasedAt !== null) return refused({ code: "not_permitted" });
  const refusal = await refuseKnownPhone(tx, keys, act, memberId, facts);
  if (refusal) return refusal;
  const { phoneCipher, phoneFingerprint, ...columns } = columnsOfMember(keys, communeId, facts);
  const phone = facts.phone === null ? {} : { phoneCipher, phoneFingerprint };
  await tx.member.update({ where, data: { ...columns, ...phone }, select: { id: true } });
  return allowed(null);
}

/** One number, one person: else the same person would stand on the roster twice, in two spellings. */
export async function refuseKnownPhone(
  tx: Tx,
  keys: KeyRing,
  { communeId }: RosterAct,
  memberId: string,
  { phone }: Pick<MemberFacts, "phone">,
): Promise<({ ok: false } & Extract<MemberRefusal, { code: "member_phone_known" }>) | null> {
  if (phone === null) return null;
  const other = await tx.member.findFirst({
    where: {
      communeId,
      phoneFingerprint: fingerprintMemberPhone(keys, communeId, phone),
      id: { not: memberId },
      erasedAt: null,
    },
    select: { fullName: true },
  });
  return other && refused({ code: "member_phone_known", name: other.fullName });
}
