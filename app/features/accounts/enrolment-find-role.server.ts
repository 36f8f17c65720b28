import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { Tx } from "#app/platform/db/database.ts";

export interface RoleHere {
  readonly communeId: number;
  readonly accountId: string;
  /** Asks for a role in this team, standing today; null asks for any role the commune ever gave. */
  readonly team: { readonly teamId: number } | null;
  readonly today: LocalDate;
}

/** Asked of the commune's own rows before anything is read of the account itself. */
export function findRoleHere(tx: Tx, { communeId, accountId, team, today }: RoleHere) {
  const day = new Date(`${today}T00:00:00Z`);
  const inTeam = team && {
    teamId: team.teamId,
    validFrom: { lte: day },
    OR: [{ validTo: null }, { validTo: { gte: day } }],
  };
  return tx.roleGrant.findFirst({ where: { communeId, accountId, ...inTeam }, select: { id: true } });
}
