import type { BoardRow } from "#app/domain/boards/board.ts";
import { boardPeriodsOf } from "#app/domain/boards/board-period.ts";
import { ownRow } from "#app/domain/boards/cut-board.ts";
import { weekEnd, weekStart } from "#app/domain/boards/league.ts";
import type { Instant, LocalDate } from "#app/domain/calendar/local-date.ts";
import { findMonthHolding } from "#app/features/months/find-month.server.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { type BoardCaller, communeOf } from "./board-caller.ts";
import { findOwnPlaces } from "./find-own-places.server.ts";
import { type FeedItem, readFeed } from "./read-feed.server.ts";
import { readKeptBoard } from "./read-kept-board.server.ts";
import { type League, readLeague } from "./read-league.server.ts";

export interface WeekForVillage {
  readonly people: number;
  readonly households: number;
  readonly visits: number;
}

export interface NewestThanks {
  readonly byName: string;
  readonly activityName: string;
  readonly claimId: string;
  readonly givenAt: Instant;
}

/** What a member's day opens on: the team's quest, the week's race, what it did for the village, who said thanks. */
export interface MemberHome {
  readonly memberId: string;
  readonly quest: { readonly row: BoardRow; readonly period: string; readonly monthId: number } | null;
  readonly league: League | null;
  readonly village: { readonly id: number; readonly name: string; readonly week: WeekForVillage } | null;
  readonly thanks: readonly NewestThanks[];
  readonly feed: readonly FeedItem[];
}

/** Null for whoever is on no roster. */
export async function readMemberHome(caller: BoardCaller): Promise<MemberHome | null> {
  const communeId = communeOf(caller);
  const { today, person, now } = caller;
  return caller.platform.db.withCommunes(caller.scope("boards.read-home"), async (tx) => {
    const own = await findOwnPlaces(tx, communeId, person.accountId, today);
    const { memberId, teamId, teamKind, villageId } = own;
    if (memberId === null) return null;
    const month = await findMonthHolding(tx, communeId, today, now.getTime());
    const period = boardPeriodsOf(month.id).month;
    const teams =
      teamKind === null
        ? null
        : await readKeptBoard(
            caller.platform.values,
            tx,
            communeId,
            { subject: "team", period, pillar: null, campaign: null, category: teamKind, isYouthOnly: false },
            { now: now.getTime(), audience: "office" },
          );
    const row = teams && ownRow(teams, teamId === null ? null : String(teamId));
    return {
      memberId,
      quest: row && { row, period, monthId: month.id },
      league: await readLeague(tx, communeId, memberId, today),
      village: villageId === null ? null : await readWeek(tx, communeId, villageId, today),
      thanks: await readThanks(tx, communeId, memberId),
      feed: await readFeed(tx, communeId, person.accountId, teamId),
    };
  });
}

/** K13: the residents of a village whom this week's verified work reached, whoever did it. */
async function readWeek(
  tx: Tx,
  communeId: number,
  villageId: number,
  today: LocalDate,
): Promise<MemberHome["village"]> {
  const [row] = await tx.$queryRaw<({ name: string } & WeekForVillage)[]>`
    select v.name, coalesce(w.people, 0) as people, coalesce(w.households, 0) as households,
           coalesce((select sum(c.visits)::int from claim c
                      where c.commune_id = v.commune_id and c.village_id = v.id and c.state = 'verified'
                        and c.work_date between ${weekStart(today)}::date and ${weekEnd(today)}::date), 0) as visits
      from village v
      left join lateral (
        select (count(distinct u.person_key) filter (where u.outcome = 'proficient'))::int as people,
               (count(distinct u.household_id))::int as households
          from claim c join claim_unit u on u.commune_id = c.commune_id and u.claim_id = c.id
         where c.commune_id = v.commune_id and c.state = 'verified' and u.village_id = v.id
           and c.work_date between ${weekStart(today)}::date and ${weekEnd(today)}::date) w on true
     where v.commune_id = ${communeId} and v.id = ${villageId}`;
  if (!row) return null;
  const { name, ...week } = row;
  return { id: villageId, name, week };
}

function readThanks(tx: Tx, communeId: number, memberId: string): Promise<NewestThanks[]> {
  return tx.$queryRaw<NewestThanks[]>`
    select a.display_name as "byName", c.id::text as "claimId",
           (extract(epoch from k.given_at) * 1000)::float8 as "givenAt",
           coalesce((select e ->> 'name' from month o
                       join scheme_version s on s.commune_id = o.commune_id and s.version = o.scheme_version
                       cross join jsonb_array_elements(s.content -> 'activities') e
                      where o.commune_id = c.commune_id and o.id = c.month_id and e ->> 'key' = c.activity_key limit 1),
                    c.activity_key) as "activityName"
      from claim_participant p
      join thanks k on k.commune_id = p.commune_id and k.claim_id = p.claim_id and k.withdrawn_at is null
      join claim c on c.commune_id = p.commune_id and c.id = p.claim_id
      join account a on a.id = k.given_by
     where p.commune_id = ${communeId} and p.member_id = ${memberId}::uuid
     order by k.given_at desc, k.given_by limit 3`;
}
