import { localDateAt } from "#app/domain/calendar/local-date.ts";
import type { CommuneScope, Tx } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import { toDatabaseDay } from "./database-day.ts";
import { onlyCommune } from "./only-commune.ts";

export interface OfficerView {
  readonly accountId: string;
  readonly name: string;
  readonly username: string;
  readonly role: "office" | "commune_leader";
  /** Has chosen a password: the slip was used. */
  readonly hasSignedIn: boolean;
}

/** Those who run the plan here today: the office, and the leader who is the second person of small communes. */
export function readOfficers(
  platform: Pick<Platform, "db" | "clock">,
  scope: CommuneScope,
): Promise<OfficerView[]> {
  return platform.db.withCommunes(scope, (tx) => findOfficers(tx, onlyCommune(scope), platform.clock.now()));
}

export async function findOfficers(tx: Tx, communeId: number, now: Date): Promise<OfficerView[]> {
  const day = toDatabaseDay(localDateAt(now.getTime()));
  const rows = await tx.roleGrant.findMany({
    where: {
      communeId,
      role: { in: ["office", "commune_leader"] },
      validFrom: { lte: day },
      OR: [{ validTo: null }, { validTo: { gte: day } }],
      account: { status: "active" },
    },
    select: {
      role: true,
      account: { select: { id: true, displayName: true, username: true, passwordChangedAt: true } },
    },
    orderBy: [{ grantedAt: "asc" }, { id: "asc" }],
  });
  return rows.map(({ role, account }) => ({
    accountId: account.id,
    name: account.displayName,
    username: account.username,
    role: role === "office" ? "office" : "commune_leader",
    hasSignedIn: account.passwordChangedAt !== null,
  }));
}
