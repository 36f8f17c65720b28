import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import {
  type JudgedUnitChange,
  judgeUnitChange,
  type UnitChangeRefusal,
} from "#app/domain/roster/unit-change.ts";
import { villageNameKey } from "#app/domain/roster/village.ts";
import { makeSortKey } from "#app/domain/text/sort-key.ts";
import { allowed, type Verdict } from "#app/domain/verdict.ts";
import { toDatabaseDay } from "#app/features/communes/database-day.ts";
import { type RosterAct, rosterAct } from "#app/features/roster/roster-act.ts";
import type { CommuneScope, Tx } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import { findStandingUnits } from "./find-standing-units.server.ts";
import { moveCounts } from "./move-counts.server.ts";
import { moveGrants } from "./move-grants.server.ts";
import { moveHouseholds } from "./move-households.server.ts";
import { moveMembers } from "./move-members.server.ts";
import { type NewTeam, type NewTeamPlan, planNewTeams } from "./plan-new-teams.server.ts";
import type { UnitChangeOrder } from "./unit-change.ts";

/**
 * A26: closes the old units the day before and opens the new ones, and moves people, households and rights with
 * the date, all in one transaction. What was counted in the old units stays there. Sent twice, done once.
 */
export async function changeUnits(
  platform: Pick<Platform, "db" | "clock" | "random" | "live">,
  scope: CommuneScope,
  order: UnitChangeOrder,
): Promise<Verdict<null, UnitChangeRefusal>> {
  const act = rosterAct(platform, scope);
  const { communeId } = act;
  return platform.db.withCommunes(scope, async (tx) => {
    // One change at a time: each is judged by the units the one before it left.
    await tx.$executeRaw`select from commune where id = ${communeId} for update`;
    if ((await tx.unitChange.count({ where: { communeId, id: order.id } })) > 0) return allowed(null);
    const standing = await findStandingUnits(tx, communeId, order.unit);
    const judged = judgeUnitChange(order, standing, act.today);
    if (!judged.ok) return judged;
    const change = judged.value;
    const planned = await planNewTeams(tx, communeId, order, change);
    if (!planned.ok) return planned;

    const villageIds = order.unit === "village" ? await replaceVillages(tx, act, change) : [];
    const teams = await replaceTeams(tx, act, change, planned.value, villageIds);
    const teamIds = order.unit === "team" ? teams.map(({ id }) => id) : [];
    await recordChange(tx, act, order, change, order.unit === "village" ? villageIds : teamIds);
    if (order.unit === "village") {
      await recordFollowingTeams(tx, act, change, teams);
      await moveCounts(tx, act, change, villageIds);
      await moveHouseholds(tx, act, order, change, villageIds);
    }
    const moved = await moveMembers(tx, act, order, change, teams);
    await moveGrants(tx, act, change, { teams, villageIds, ...moved });
    await platform.live.touch(tx, `commune:${communeId}`);
    return allowed(null);
  });
}

async function replaceVillages(tx: Tx, act: RosterAct, change: JudgedUnitChange): Promise<number[]> {
  const { communeId, now, actorId } = act;
  const oldIds = change.old.map(({ id }) => id);
  const { kind } = await tx.village.findFirstOrThrow({
    where: { communeId, id: { in: oldIds } },
    orderBy: { id: "asc" },
    select: { kind: true },
  });
  await tx.village.updateMany({
    where: { communeId, id: { in: oldIds } },
    data: { validTo: toDatabaseDay(change.lastDay), revision: { increment: 1 } },
  });
  const ids: number[] = [];
  for (const name of change.newNames) {
    const made = await tx.village.create({
      data: {
        communeId,
        kind,
        name,
        nameKey: villageNameKey(name),
        sortKey: makeSortKey(name),
        createdBy: actorId,
        createdAt: now,
        validFrom: toDatabaseDay(change.effectiveOn),
      },
      select: { id: true },
    });
    ids.push(made.id);
  }
  return ids;
}

async function replaceTeams(
  tx: Tx,
  { communeId }: RosterAct,
  change: JudgedUnitChange,
  plans: readonly NewTeamPlan[],
  villageIds: readonly number[],
): Promise<NewTeam[]> {
  const oldIds = [...new Set(plans.flatMap(({ from }) => from.map(({ id }) => id)))];
  await tx.team.updateMany({
    where: { communeId, id: { in: oldIds } },
    data: { validTo: toDatabaseDay(change.lastDay) },
  });
  const teams: NewTeam[] = [];
  for (const plan of plans) {
    const [{ kind, villageId, organisationId, zaloGroup }] = plan.from;
    const { id } = await tx.team.create({
      data: {
        communeId,
        kind,
        villageId: plan.villageIndex === null ? villageId : (villageIds[plan.villageIndex] ?? null),
        organisationId,
        name: plan.name,
        zaloGroup,
        decisionNumber: change.decisionNumber,
        decisionDate: toDatabaseDay(change.decisionDate),
        validFrom: toDatabaseDay(change.effectiveOn),
      },
      select: { id: true },
    });
    teams.push({ ...plan, id });
  }
  return teams;
}

interface Part {
  readonly oldUnitId: number;
  readonly newUnitId: number;
  readonly oldName: string;
  readonly newName: string;
}

async function recordChange(
  tx: Tx,
  act: RosterAct,
  order: UnitChangeOrder,
  change: JudgedUnitChange,
  newIds: readonly number[],
): Promise<void> {
  const nameOf = new Map(change.old.map(({ id, name }) => [id, name]));
  const parts = change.parts.map(({ oldId, newIndex }) => ({
    oldUnitId: oldId,
    newUnitId: newIds[newIndex] ?? 0,
    oldName: nameOf.get(oldId) ?? "",
    newName: change.newNames[newIndex] ?? "",
  }));
  await writeChange(tx, act, { id: order.id, unit: order.unit, change, parts });
}

/** The teams that went along have a line of their own: points name a team, and its way must be found from it. */
async function recordFollowingTeams(
  tx: Tx,
  act: RosterAct,
  change: JudgedUnitChange,
  teams: readonly NewTeam[],
): Promise<void> {
  if (teams.length === 0) return;
  const parts = teams.flatMap(({ id, name, from }) =>
    from.map((old) => ({ oldUnitId: old.id, newUnitId: id, oldName: old.name, newName: name })),
  );
  await writeChange(tx, act, { id: act.newId(), unit: "team", change, parts });
}

async function writeChange(
  tx: Tx,
  { communeId, actorId, now }: RosterAct,
  { id, unit, change, parts }: { id: string; unit: string; change: JudgedUnitChange; parts: readonly Part[] },
): Promise<void> {
  const day = (date: LocalDate) => toDatabaseDay(date);
  if (actorId === null) throw new Error("a change of units is entered by a person");
  await tx.unitChange.createMany({
    data: {
      communeId,
      id,
      unit,
      kind: change.kind,
      effectiveOn: day(change.effectiveOn),
      decisionNumber: change.decisionNumber,
      decisionDate: day(change.decisionDate),
      enteredBy: actorId,
      enteredAt: now,
    },
  });
  await tx.unitChangePart.createMany({ data: parts.map((part) => ({ communeId, changeId: id, ...part })) });
}
