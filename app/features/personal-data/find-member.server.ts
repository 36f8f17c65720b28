import type { Tx } from "#app/platform/db/database.ts";

export interface MemberRow {
  readonly id: string;
  readonly fullName: string;
  readonly accountId: string | null;
  readonly phoneCipher: Uint8Array | null;
  readonly erasedAt: Date | null;
}

const COLUMNS = { id: true, fullName: true, accountId: true, phoneCipher: true, erasedAt: true } as const;

export function findMember(tx: Tx, communeId: number, memberId: string): Promise<MemberRow | null> {
  return tx.member.findUnique({ where: { communeId_id: { communeId, id: memberId } }, select: COLUMNS });
}

/** Who the account is on the commune's roster; null for officers who are in no team. */
export function findOwnMember(tx: Tx, communeId: number, accountId: string): Promise<MemberRow | null> {
  return tx.member.findFirst({ where: { communeId, accountId }, select: COLUMNS });
}
