import { localDateAt, parseLocalDate } from "#app/domain/calendar/local-date.ts";
import { makeId } from "#app/domain/ids.ts";
import { villageNameKey } from "#app/domain/roster/village.ts";
import { toDatabaseDay } from "#app/features/communes/database-day.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import type { GrantInFixture } from "./fixture.schema.ts";
import { FixtureRefused } from "./fixture-refused.ts";

export interface GrantPlace {
  readonly accountId: string;
  /** Numbers of communes by their code. */
  readonly numbers: ReadonlyMap<string, number>;
}

/** Gives the roles an account does not hold yet; a role of the same commune, village and team is the same role. */
export async function loadGrants(
  tx: Tx,
  platform: Pick<Platform, "clock" | "random">,
  { accountId, numbers }: GrantPlace,
  grants: readonly GrantInFixture[],
  report: { roles: number },
): Promise<void> {
  const now = platform.clock.now();
  for (const { commune, role, village, team, from, to } of grants) {
    const communeId = numbers.get(commune);
    if (communeId === undefined) throw new FixtureRefused(`Nobody knows the commune ${commune}.`);
    const villageId = village === undefined ? null : await findVillage(tx, communeId, village);
    const teamId = team === undefined ? null : await findTeam(tx, communeId, villageId, team);
    const place = { communeId, accountId, role, villageId, teamId };
    if (await tx.roleGrant.findFirst({ where: place, select: { id: true } })) continue;
    await tx.roleGrant.create({
      data: {
        ...place,
        id: makeId(now.getTime(), platform.random.bytes(10)),
        validFrom: dayOf(from) ?? toDatabaseDay(localDateAt(now.getTime())),
        validTo: dayOf(to),
        grantedAt: now,
      },
      select: { id: true },
    });
    if (role === "office" || role === "commune_leader") await noteSecondPerson(tx, communeId, accountId, now);
    report.roles += 1;
  }
}

/** The set-up asks for somebody beside whoever founded the commune. */
async function noteSecondPerson(tx: Tx, communeId: number, accountId: string, now: Date): Promise<void> {
  const commune = await tx.commune.findUniqueOrThrow({
    where: { id: communeId },
    select: { foundedBy: true },
  });
  if (commune.foundedBy === accountId) return;
  await tx.setupStep.createMany({
    data: [{ communeId, step: "second_officer", doneBy: commune.foundedBy, doneAt: now }],
    skipDuplicates: true,
  });
}

export async function findVillage(tx: Tx, communeId: number, name: string): Promise<number> {
  const where = { communeId, nameKey: villageNameKey(name) };
  const village = await tx.village.findFirst({ where, select: { id: true } });
  if (!village) throw new FixtureRefused(`The commune has no village "${name}".`);
  return village.id;
}

async function findTeam(
  tx: Tx,
  communeId: number,
  villageId: number | null,
  team: number | string,
): Promise<number> {
  const inVillage = villageId === null ? {} : { villageId };
  const which = typeof team === "number" ? { id: team } : { name: team, ...inVillage };
  const found = await tx.team.findMany({ where: { communeId, ...which }, select: { id: true }, take: 2 });
  if (found.length > 1) throw new FixtureRefused(`Several teams are named "${team}"; say in which village.`);
  if (!found[0]) throw new FixtureRefused(`The commune has no team "${team}".`);
  return found[0].id;
}

function dayOf(text: string | undefined): Date | null {
  const day = text === undefined ? null : parseLocalDate(text);
  return day && toDatabaseDay(day);
}
