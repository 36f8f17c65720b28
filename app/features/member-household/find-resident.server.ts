import { openLabel } from "#app/features/households/seal-label.server.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { KeyRing } from "#app/platform/keys/key-ring.ts";

/** A household as its members know it. */
export interface HomeView {
  readonly id: string;
  readonly villageId: number;
  readonly villageName: string;
  readonly code: string;
  readonly lane: string | null;
  readonly head: string;
}

type HomeRow = Omit<HomeView, "head"> & { readonly headLabel: Uint8Array };

/** The household a member lives in, also one that has left its list since; null where nobody said. */
export async function findHome(
  tx: Tx,
  keys: KeyRing,
  communeId: number,
  memberId: string,
): Promise<HomeView | null> {
  const [row] = await tx.$queryRaw<HomeRow[]>`
    select h.id, h.village_id as "villageId", v.name as "villageName", h.code, h.lane, h.head_label as "headLabel"
      from member m
      join household h on h.commune_id = m.commune_id and h.id = m.household_id
      join village v on v.commune_id = h.commune_id and v.id = h.village_id
     where m.commune_id = ${communeId} and m.id = ${memberId}::uuid and m.erased_at is null`;
  if (!row) return null;
  const { headLabel, ...home } = row;
  return { ...home, head: openLabel(keys, communeId, headLabel) };
}

/** The caller as somebody who may live in a household too; an officer on no roster has no member. */
export async function findCallerAsResident(tx: Tx, communeId: number, accountId: string) {
  const me = await tx.member.findFirst({
    where: { communeId, accountId },
    select: { id: true, householdId: true },
  });
  return { memberId: me?.id ?? null, householdId: me?.householdId ?? null };
}
