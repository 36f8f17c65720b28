import { type ActivityKind, kindOf, type Scheme } from "#app/domain/activity/scheme.ts";
import { addDays, type LocalDate } from "#app/domain/calendar/local-date.ts";
import { sightInVillage } from "#app/domain/households/label-sight.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import {
  findHouseholdsForLogging,
  type HouseholdForLogging,
} from "#app/features/households/read-households-for-logging.server.ts";
import { readServices } from "#app/features/services/read-services.server.ts";
import { findPlacesOf } from "#app/features/venues/read-venues.server.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { type LogAct, logAct } from "./log-act.ts";
import { findSchemeToday } from "./read-log-kinds.server.ts";

const RECENT_PLACES = 12;

/** Everything the form of one kind of work is filled from; null where today's rules know no such kind. */
export interface LogBoardView {
  readonly accountId: string;
  readonly today: LocalDate;
  readonly yesterday: LocalDate;
  readonly kind: ActivityKind;
  readonly limits: Scheme["limits"];
  /** Of the kind's own pillar first. */
  readonly services: readonly { readonly key: string; readonly name: string }[];
  readonly villages: readonly { readonly id: number; readonly name: string }[];
  readonly households: readonly (HouseholdForLogging & { readonly villageId: number })[];
  readonly recent: readonly string[];
  readonly claimed: readonly string[];
  /** A42: names to offer for the place; any other may be typed. */
  readonly places: readonly string[];
}

export async function readLogBoard(caller: Caller, kindKey: string): Promise<LogBoardView | null> {
  const act = logAct(caller);
  const scope = caller.scope("activity-log.read-board");
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const { limits, ...scheme } = await findSchemeToday(tx, act);
    const kind = kindOf({ limits, ...scheme }, kindKey);
    if (!kind) return null;
    const villages = await findVillages(tx, caller, act);
    const households: (HouseholdForLogging & { villageId: number })[] = [];
    for (const { id } of villages) {
      const sight = sightInVillage(caller.permission.grants, act.communeId, id);
      const listed = await findHouseholdsForLogging(tx, caller.platform.keys, scope, id, {
        on: act.today,
        sight,
      });
      households.push(...listed.map((household) => ({ ...household, villageId: id })));
    }
    return {
      accountId: act.accountId,
      today: act.today,
      yesterday: addDays(act.today, -1),
      kind,
      limits,
      services: await findServices(tx, act, kind),
      villages,
      households,
      recent: await findRecent(tx, act),
      places: await findPlacesOf(
        tx,
        act.communeId,
        villages.map(({ id }) => id),
      ),
      claimed: await findClaimed(
        tx,
        act,
        kind,
        villages.map(({ id }) => id),
      ),
    };
  });
}

async function findServices(tx: Tx, { communeId, today }: LogAct, { pillar }: ActivityKind) {
  const offered = await readServices(tx, communeId, today);
  const ofPillar = offered.filter((service) => service.pillar === pillar);
  return [...ofPillar, ...offered.filter((service) => service.pillar !== pillar)].map(({ key, name }) => ({
    key,
    name,
  }));
}

/** Villages of the teams the person is in today, in the order of their lists. */
async function findVillages(tx: Tx, { permission }: Caller, { communeId }: LogAct) {
  const ids = permission.grants.flatMap((grant) =>
    grant.communeId === communeId && grant.villageId !== null ? grant.villageId : [],
  );
  return tx.village.findMany({
    where: { communeId, id: { in: [...new Set(ids)] }, validTo: null },
    orderBy: { sortKey: "asc" },
    select: { id: true, name: true },
  });
}

/** Where this person's last records were, the latest first: next time it is one tap. */
async function findRecent(tx: Tx, { communeId, accountId }: LogAct): Promise<string[]> {
  const rows = await tx.$queryRaw<{ key: string }[]>`
    select u.household_id || '/' || coalesce(u.slot::text, '-') as key
      from (select c.commune_id, c.id, c.submitted_at
              from claim c join member m on m.commune_id = c.commune_id and m.id = c.member_id
             where c.commune_id = ${communeId} and m.account_id = ${accountId}::uuid and c.state <> 'withdrawn'
             order by c.submitted_at desc limit 20) c
      join claim_unit u on u.commune_id = c.commune_id and u.claim_id = c.id
     where u.household_id is not null
     order by c.submitted_at desc, u.ordinal desc`;
  return [...new Set(rows.map(({ key }) => key))].slice(0, RECENT_PLACES);
}

/** Who or what of these villages this kind already holds, where it pays but once. */
async function findClaimed(
  tx: Tx,
  { communeId, today }: LogAct,
  kind: ActivityKind,
  villageIds: readonly number[],
): Promise<string[]> {
  if (kind.repeat === "every_time" || kind.repeat === "after_30_days") return [];
  const since = kind.repeat === "once" ? "1900-01-01" : `${today.slice(0, 4)}-01-01`;
  const rows = await tx.$queryRaw<{ key: string }[]>`
    select distinct u.household_id || '/' || coalesce(u.slot::text, '-') || coalesce('+' || u.service_key, '') as key
      from claim_unit u join claim c on c.commune_id = u.commune_id and c.id = u.claim_id
     where u.commune_id = ${communeId} and u.village_id = any(${[...villageIds]}::int[])
       and u.household_id is not null and c.activity_key = ${kind.key}
       and c.state in ('submitted', 'verified') and c.work_date >= ${since}::date`;
  return rows.map(({ key }) => key);
}
