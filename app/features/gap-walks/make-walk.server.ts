import { DOORS_OF_A_WALK, type Gap, pickDoors, type WalkRefusal } from "#app/domain/gap-walks/gap.ts";
import type { Id } from "#app/domain/ids.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { toDatabaseDay } from "#app/features/communes/database-day.ts";
import { findHouseholdsForLogging } from "#app/features/households/read-households-for-logging.server.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { findFacts, openDoors } from "./find-doors.server.ts";
import { mayWalk } from "./may-walk.ts";

export interface WalkWish {
  /** Made before it is sent: sending twice makes one list. */
  readonly id: Id;
  readonly villageId: number;
  readonly gap: Gap;
  /** For whom; null: whoever asks. Handing a list to somebody is the leader's. */
  readonly memberId: string | null;
  /** Begins in this lane; null: wherever the doors lie closest. */
  readonly lane: string | null;
}

/** F03: a list of doors near each other for this evening. Doors that are on somebody's list of today stay theirs. */
export function makeWalk(
  caller: Caller,
  { id, villageId, gap, memberId, lane }: WalkWish,
): Promise<Verdict<null, WalkRefusal | { readonly code: "not_permitted" }>> {
  const { keys } = caller.platform;
  return inRoster(caller, "gap-walks.make", async (tx, { communeId, actorId, now, today }) => {
    if (!mayWalk(caller, memberId === null ? "walk.take" : "walk.hand", villageId))
      return refused({ code: "not_permitted" });
    // Two who ask at once are given different doors.
    await tx.$queryRaw`select id from village where commune_id = ${communeId} and id = ${villageId} for update`;
    const walker = await findWalker(tx, communeId, villageId, memberId, actorId);
    if (walker === null) return refused({ code: "walk_not_in_team" });
    const sent = await tx.gapWalk.findFirst({ where: { communeId, id } });
    if (sent) {
      const isSame = sent.memberId === walker && sent.gap === gap && sent.villageId === villageId;
      return isSame ? allowed(null) : refused({ code: "walk_sent_otherwise" });
    }
    const listed = await findHouseholdsForLogging(tx, keys, caller.scope("gap-walks.make"), villageId, {
      on: today,
      sight: "none",
    });
    const open = openDoors(gap, listed, await findFacts(tx, communeId, villageId, today));
    const taken = await findTaken(tx, communeId, villageId, today);
    const ids = new Set(open.map(({ household }) => household.id));
    const start =
      lane === null
        ? 0
        : Math.max(
            0,
            listed.findIndex((each) => each.lane === lane),
          );
    const doors = pickDoors(
      lane === null ? listed : [...listed.slice(start), ...listed.slice(0, start)].filter(Boolean),
      (household) => ids.has(household.id) && !taken.has(household.id),
      DOORS_OF_A_WALK,
    );
    if (doors.length === 0) return refused({ code: "walk_no_doors" });
    await tx.gapWalk.create({
      data: {
        communeId,
        id,
        villageId,
        memberId: walker,
        gap,
        walkOn: toDatabaseDay(today),
        madeBy: actorId,
        madeAt: now,
      },
      select: { id: true },
    });
    await tx.gapDoor.createMany({
      data: doors.map((household, index) => ({
        communeId,
        walkId: id,
        position: index + 1,
        householdId: household.id,
      })),
    });
    return allowed(null);
  });
}

/** Lists of today are given back whole by whoever has them or made them. */
export function dropWalk(
  caller: Caller,
  id: string,
): Promise<Verdict<null, { readonly code: "not_permitted" }>> {
  return inRoster(caller, "gap-walks.drop", async (tx, { communeId, actorId }) => {
    const walk = await tx.gapWalk.findFirst({ where: { communeId, id } });
    if (!walk) return refused({ code: "not_permitted" });
    const own = await tx.member.findFirst({ where: { communeId, accountId: actorId }, select: { id: true } });
    const isTheirs = walk.memberId === own?.id || walk.madeBy === actorId;
    if (!isTheirs && !mayWalk(caller, "walk.hand", walk.villageId)) return refused({ code: "not_permitted" });
    await tx.gapDoor.deleteMany({ where: { communeId, walkId: id } });
    await tx.gapWalk.deleteMany({ where: { communeId, id } });
    return allowed(null);
  });
}

/** Somebody of the village's team today. */
async function findWalker(
  tx: Tx,
  communeId: number,
  villageId: number,
  memberId: string | null,
  accountId: string,
): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    select m.id from member m
      join membership s on s.commune_id = m.commune_id and s.member_id = m.id and s.valid_to is null
      join team t on t.commune_id = s.commune_id and t.id = s.team_id and t.village_id = ${villageId}
     where m.commune_id = ${communeId} and m.erased_at is null
       and case when ${memberId}::uuid is null then m.account_id = ${accountId}::uuid else m.id = ${memberId}::uuid end
     limit 1`;
  return row?.id ?? null;
}

async function findTaken(
  tx: Tx,
  communeId: number,
  villageId: number,
  today: string,
): Promise<ReadonlySet<string>> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select d.household_id as id from gap_door d
      join gap_walk w on w.commune_id = d.commune_id and w.id = d.walk_id
     where w.commune_id = ${communeId} and w.village_id = ${villageId} and w.walk_on = ${today}::date`;
  return new Set(rows.map(({ id }) => id));
}
