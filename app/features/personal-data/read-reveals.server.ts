import { onlyCommune } from "#app/features/communes/only-commune.ts";
import type { CommuneScope, Tx } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";

export interface RevealView {
  readonly id: string;
  readonly revealedAt: string;
  readonly memberId: string;
  readonly memberName: string;
  readonly revealedTo: string;
  readonly reason: string;
}

const MOST_SHOWN = 100;

/** Who looked at whose number and why, newest first. */
export function readReveals(platform: Pick<Platform, "db">, scope: CommuneScope): Promise<RevealView[]> {
  return platform.db.withCommunes(scope, (tx) => findReveals(tx, onlyCommune(scope), null));
}

export async function findReveals(tx: Tx, communeId: number, memberId: string | null): Promise<RevealView[]> {
  const rows = await tx.$queryRaw<(Omit<RevealView, "revealedAt"> & { revealedAt: Date })[]>`
    select r.id, r.revealed_at as "revealedAt", m.id as "memberId", m.full_name as "memberName",
           a.display_name as "revealedTo", r.reason
      from phone_reveal r
      join member m on m.commune_id = r.commune_id and m.id = r.member_id
      join account a on a.id = r.revealed_to
     where r.commune_id = ${communeId} and (${memberId}::uuid is null or r.member_id = ${memberId}::uuid)
     order by r.revealed_at desc, r.id desc limit ${MOST_SHOWN}`;
  return rows.map((row) => ({ ...row, revealedAt: row.revealedAt.toISOString() }));
}
