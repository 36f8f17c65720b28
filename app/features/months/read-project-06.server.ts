import { PROJECT_06 } from "#app/domain/activity/record-figures.ts";
import type { Project06Figures } from "#app/domain/months/month-views.ts";
import type { CommuneScope, Tx } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import { onlyCommune } from "../communes/only-commune.ts";
import { PROJECT_06_OF_MONTH } from "./project-06.sql.ts";

interface Reach {
  readonly teamIds?: readonly number[] | null;
  readonly memberId?: string | null;
}

/** L03: the part of a month's figures that belongs to Project 06. It is contained in them, never added to them. */
export function readProject06(
  platform: Pick<Platform, "db">,
  scope: CommuneScope,
  monthId: number,
  reach: Reach = {},
): Promise<Project06Figures> {
  return platform.db.withCommunes(scope, (tx) => findProject06(tx, onlyCommune(scope), monthId, reach));
}

/**
 * Work is of the project by its kind as the rules of its day tagged it, by the service it was about, or because
 * its record says so. It counts in the month that first booked it; points are those before caps over all work.
 */
export async function findProject06(
  tx: Tx,
  communeId: number,
  monthId: number,
  { teamIds = null, memberId = null }: Reach,
): Promise<Project06Figures> {
  const teams = teamIds === null ? null : [...teamIds];
  const values = [communeId, monthId, teams, memberId, PROJECT_06];
  const [figures] = await tx.$queryRawUnsafe<Project06Figures[]>(PROJECT_06_OF_MONTH, ...values);
  return figures ?? { points: 0, claims: 0, visits: 0 };
}
