import type { JudgedUnitChange } from "#app/domain/roster/unit-change.ts";
import { toDatabaseDay } from "#app/features/communes/database-day.ts";
import type { RosterAct } from "#app/features/roster/roster-act.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { seatOf, type UnitChangeOrder } from "./unit-change.ts";

const LONGEST_CODE = 20;

/**
 * The list of the new village begins with the households of the old, each knowing which one it continues, so
 * that nobody is counted twice and last month's coverage keeps its own list.
 */
export async function moveHouseholds(
  tx: Tx,
  act: RosterAct,
  order: UnitChangeOrder,
  change: JudgedUnitChange,
  villageIds: readonly number[],
): Promise<void> {
  const { communeId } = act;
  const effectiveOn = toDatabaseDay(change.effectiveOn);
  const rows = await tx.household.findMany({
    where: { communeId, villageId: { in: change.old.map(({ id }) => id) }, validTo: null },
    orderBy: [{ villageId: "asc" }, { code: "asc" }],
  });
  if (rows.length === 0) return;
  await tx.household.updateMany({
    where: { communeId, id: { in: rows.map(({ id }) => id) }, validFrom: { lt: effectiveOn } },
    data: { validTo: toDatabaseDay(change.lastDay) },
  });
  const codes = new Map<number, Set<string>>(villageIds.map((id) => [id, new Set()]));
  const placed = rows.map((row) => {
    const villageId = villageIds[seatOf(order.lanes, row.lane ?? "", villageIds.length)] ?? 0;
    return { row, villageId, code: freeCode(codes.get(villageId) ?? new Set(), row.code) };
  });
  const isOld = ({ row }: (typeof placed)[number]) => row.validFrom < effectiveOn;
  await tx.household.createMany({
    data: placed.filter(isOld).map(({ row, villageId, code }) => ({
      ...row,
      id: act.newId(),
      villageId,
      code,
      validFrom: effectiveOn,
      validTo: null,
      continuesId: row.id,
      enteredBy: act.actorId,
      enteredAt: act.now,
    })),
  });
  // Listed after the day, though in a village that was no more: it was meant for the new one.
  for (const { row, villageId, code } of placed.filter((one) => !isOld(one))) {
    await tx.household.update({
      where: { communeId_id: { communeId, id: row.id } },
      data: { villageId, code },
      select: { id: true },
    });
  }
  await takeAlong(tx, communeId, villageIds);
}

/** Person slots, and members who live there: nobody verifies his own household, whatever its village is called. */
async function takeAlong(tx: Tx, communeId: number, villageIds: readonly number[]): Promise<void> {
  await tx.$executeRaw`
    insert into person_slot (commune_id, household_id, slot, label)
    select s.commune_id, h.id, s.slot, s.label
      from household h join person_slot s on s.commune_id = h.commune_id and s.household_id = h.continues_id
     where h.commune_id = ${communeId} and h.village_id = any(${[...villageIds]}::int[])`;
  await tx.$executeRaw`
    update member m set household_id = h.id
      from household h
     where m.commune_id = ${communeId} and h.commune_id = ${communeId} and h.continues_id = m.household_id
       and h.village_id = any(${[...villageIds]}::int[])`;
}

/** Two merged villages may both have a household 12: the second is 12-2. */
function freeCode(taken: Set<string>, code: string): string {
  let free = code;
  for (let number = 2; taken.has(free); number++) {
    const suffix = `-${number}`;
    free = code.slice(0, LONGEST_CODE - suffix.length) + suffix;
  }
  taken.add(free);
  return free;
}
