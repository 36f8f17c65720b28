import { isInForce } from "#app/domain/access/actor.ts";
import type { Role } from "#app/domain/access/roles.ts";
import { type CommuneKind, isCommuneKind } from "#app/domain/roster/commune.ts";
import type { Caller } from "../accounts/allow.server.ts";

/** A commune somebody has a role in, and whether it is the one they work in now. */
export interface WorkPlace {
  readonly communeId: number;
  readonly kind: CommuneKind;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly isHere: boolean;
}

/** Every commune the caller has a role in today, by name. */
export async function readWorkPlaces(caller: Caller): Promise<WorkPlace[]> {
  const grants = caller.everywhere.grants.filter((grant) => isInForce(grant, caller.today));
  const communes = [...new Set(grants.map(({ communeId }) => communeId))];
  if (communes.length === 0) return [];
  const scope = { ...caller.stamp("communes.read-work-places"), communes };
  const rows = await caller.platform.db.withCommunes(scope, (tx) =>
    tx.commune.findMany({
      where: { id: { in: communes } },
      select: { id: true, kind: true, name: true },
      orderBy: [{ name: "asc" }, { id: "asc" }],
    }),
  );
  return rows.map(({ id, kind, name }) => {
    if (!isCommuneKind(kind)) throw new Error(`commune ${id} is of a kind this program does not know`);
    const roles = grants.filter(({ communeId }) => communeId === id).map(({ role }) => role);
    return { communeId: id, kind, name, roles: [...new Set(roles)], isHere: id === caller.communeId };
  });
}
