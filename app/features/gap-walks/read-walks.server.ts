import { GAP_RULES, GAPS, type Gap, isGap, type WalkDoorState } from "#app/domain/gap-walks/gap.ts";
import { sightInVillage } from "#app/domain/households/label-sight.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { findVillages } from "#app/features/communes/read-villages.server.ts";
import { findHouseholdsForLogging } from "#app/features/households/read-households-for-logging.server.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { findDoorStates, findFacts, openDoors } from "./find-doors.server.ts";
import { mayWalk } from "./may-walk.ts";

export interface WalkDoor {
  readonly householdId: string;
  readonly code: string;
  readonly lane: string | null;
  readonly head: string;
  readonly state: WalkDoorState;
  /** Labels of those who lack it, as far as this reader may see them. */
  readonly people: readonly string[];
  /** How many lack it; 0: the household itself. */
  readonly lacking: number;
  /** What else may be offered there. */
  readonly also: readonly Gap[];
}

export interface WalkView {
  readonly id: string;
  readonly gap: Gap;
  /** The kind of work that closes it; null: the form of the survey. */
  readonly kind: string | null;
  readonly memberName: string;
  readonly isOwn: boolean;
  readonly doors: readonly WalkDoor[];
}

export interface WalksView {
  readonly village: { readonly id: number; readonly name: string };
  readonly otherVillages: readonly { readonly id: number; readonly name: string }[];
  /** Of this evening: the reader's own first; a leader sees everybody's. */
  readonly walks: readonly WalkView[];
  /** How many doors lack what. */
  readonly gaps: readonly { readonly gap: Gap; readonly doors: number }[];
  readonly lanes: readonly string[];
  /** To whom a leader may hand a list; empty for others. */
  readonly mates: readonly { readonly id: string; readonly name: string }[];
  /** The round that runs here, for the form of the survey. */
  readonly roundId: string | null;
}

/** F03: tonight's doors in one of the caller's own villages; null where none is theirs. */
export function readWalks(caller: Caller, villageId: number | null): Promise<WalksView | null> {
  const scope = caller.scope("gap-walks.read");
  const communeId = onlyCommune(scope);
  const { platform, today, permission, person } = caller;
  return platform.db.withCommunes(scope, async (tx) => {
    const own = (await findVillages(tx, communeId)).filter(({ id }) => mayWalk(caller, "walk.take", id));
    const village = villageId === null ? own[0] : own.find(({ id }) => id === villageId);
    if (!village) return null;
    const listed = await findHouseholdsForLogging(tx, platform.keys, scope, village.id, {
      on: today,
      sight: sightInVillage(permission.grants, communeId, village.id),
    });
    const facts = await findFacts(tx, communeId, village.id, today);
    const open = new Map(
      GAPS.map((gap) => [
        gap,
        new Map(openDoors(gap, listed, facts).map(({ household, slots }) => [household.id, slots])),
      ]),
    );
    const mayHand = mayWalk(caller, "walk.hand", village.id);
    const walks = (await findWalks(tx, communeId, village.id, today)).filter(
      ({ accountId }) => mayHand || accountId === person.accountId,
    );
    const states = await findDoorStates(
      tx,
      communeId,
      walks.map(({ id }) => id),
    );
    const byId = new Map(listed.map((household) => [household.id, household]));
    return {
      village: { id: village.id, name: village.name },
      otherVillages: own.filter(({ id }) => id !== village.id).map(({ id, name }) => ({ id, name })),
      walks: walks
        .flatMap(({ id, gap, memberName, accountId, householdIds }): WalkView[] => {
          if (!isGap(gap)) return [];
          const doors = householdIds.flatMap((householdId): WalkDoor[] => {
            const household = byId.get(householdId);
            if (!household) return [];
            const { code, lane, head, slots } = household;
            const lacking = open.get(gap)?.get(householdId) ?? [];
            return [
              {
                householdId,
                code,
                lane,
                head,
                state: states.get(`${id}/${householdId}`) ?? "open",
                lacking: lacking.length,
                people: slots.flatMap((each) => (lacking.includes(each.slot) ? (each.label ?? []) : [])),
                also: GAPS.filter((other) => other !== gap && open.get(other)?.has(householdId)),
              },
            ];
          });
          const isOwn = accountId === person.accountId;
          return [{ id, gap, kind: GAP_RULES[gap].kind, memberName, isOwn, doors }];
        })
        .sort((left, right) => Number(right.isOwn) - Number(left.isOwn)),
      gaps: GAPS.map((gap) => ({ gap, doors: open.get(gap)?.size ?? 0 })),
      lanes: [...new Set(listed.flatMap(({ lane }) => lane ?? []))],
      mates: mayHand ? await findMates(tx, communeId, village.id) : [],
      roundId: await findRunning(tx, communeId, village.id, today),
    };
  });
}

interface WalkRow {
  readonly id: string;
  readonly gap: string;
  readonly memberName: string;
  readonly accountId: string | null;
  readonly householdIds: readonly string[];
}

function findWalks(tx: Tx, communeId: number, villageId: number, today: string): Promise<WalkRow[]> {
  return tx.$queryRaw<WalkRow[]>`
    select w.id, w.gap, m.full_name as "memberName", m.account_id as "accountId",
           array(select d.household_id::text from gap_door d
                  where d.commune_id = w.commune_id and d.walk_id = w.id order by d.position) as "householdIds"
      from gap_walk w join member m on m.commune_id = w.commune_id and m.id = w.member_id
     where w.commune_id = ${communeId} and w.village_id = ${villageId} and w.walk_on = ${today}::date
     order by w.made_at, w.id`;
}

function findMates(tx: Tx, communeId: number, villageId: number): Promise<{ id: string; name: string }[]> {
  return tx.$queryRaw<{ id: string; name: string }[]>`
    select distinct m.id, m.full_name as name from member m
      join membership s on s.commune_id = m.commune_id and s.member_id = m.id and s.valid_to is null
      join team t on t.commune_id = s.commune_id and t.id = s.team_id and t.village_id = ${villageId}
     where m.commune_id = ${communeId} and m.erased_at is null and m.account_id is not null
     order by name, m.id`;
}

async function findRunning(
  tx: Tx,
  communeId: number,
  villageId: number,
  today: string,
): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    select r.id from survey_round r
      join survey_round_village v on v.commune_id = r.commune_id and v.round_id = r.id and v.village_id = ${villageId}
     where r.commune_id = ${communeId} and r.first_day <= ${today}::date and r.last_day >= ${today}::date
       and r.pruned_at is null
     order by r.first_day desc limit 1`;
  return row?.id ?? null;
}
