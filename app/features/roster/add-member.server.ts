import type { Id } from "#app/domain/ids.ts";
import type { Phone } from "#app/domain/people/phone.ts";
import type { Sex } from "#app/domain/people/roster-sheet.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { KeyRing } from "#app/platform/keys/key-ring.ts";
import { keepMemberPhone } from "./member-phone.server.ts";
import type { RosterAct } from "./roster-act.ts";

export interface MemberFacts {
  readonly fullName: string;
  readonly birthYear: number | null;
  readonly sex: Sex | null;
  readonly ethnicity: string | null;
  readonly position: string | null;
  readonly hasItSkill: boolean | null;
  readonly phone: Phone | null;
}

export interface NewMember extends MemberFacts {
  /** Made by whoever asks: asking twice makes one person. */
  readonly id: Id;
}

export function addMember(tx: Tx, keys: KeyRing, act: RosterAct, member: NewMember): Promise<void> {
  return addMembers(tx, keys, act, [member]);
}

/** People on the roster; in which team, is their memberships' matter. */
export async function addMembers(
  tx: Tx,
  keys: KeyRing,
  act: RosterAct,
  members: readonly NewMember[],
): Promise<void> {
  const { communeId, now, actorId } = act;
  await tx.member.createMany({
    data: members.map((member) => ({
      communeId,
      id: member.id,
      ...columnsOfMember(keys, communeId, member),
      createdAt: now,
      createdBy: actorId,
    })),
    skipDuplicates: true,
  });
}

export function columnsOfMember(keys: KeyRing, communeId: number, member: MemberFacts) {
  const { phone, fullName, birthYear, sex, ethnicity, position, hasItSkill } = member;
  const kept =
    phone === null ? { phoneCipher: null, phoneFingerprint: null } : keepMemberPhone(keys, communeId, phone);
  return { fullName, birthYear, sex, ethnicity, position, hasItSkill, ...kept };
}
