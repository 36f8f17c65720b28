import type { BoardFigures, BoardRow } from "#app/domain/boards/board.ts";
import { weekEnd, weekStart } from "#app/domain/boards/league.ts";
import { rankBoard } from "#app/domain/boards/rank-board.ts";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { shortenName } from "#app/domain/people/person-name.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { keepLeague } from "./keep-league.server.ts";

export interface League {
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly size: number;
  /** In order, without those who chose not to be seen; one's own row always. */
  readonly rows: readonly BoardRow[];
}

interface LeagueRow {
  readonly id: string;
  readonly name: string;
  readonly points: number;
  readonly people: number;
  readonly isHidden: boolean;
  readonly isShortName: boolean;
}

/** The week's race of about twenty at one pace: points of work done this week, limits of the day taken off. */
export async function readLeague(
  tx: Tx,
  communeId: number,
  memberId: string,
  today: LocalDate,
): Promise<League | null> {
  await keepLeague(tx, communeId, today);
  const [from, until] = [weekStart(today), weekEnd(today)];
  const rows = await tx.$queryRaw<LeagueRow[]>`
    select m.id::text as id, m.full_name as name,
           coalesce(p.is_hidden, false) as "isHidden", coalesce(p.is_short_name, false) as "isShortName",
           coalesce((select sum(l.points) from ledger_line l
                      where l.commune_id = w.commune_id and l.member_id = w.member_id
                        and l.work_date between ${from}::date and ${until}::date
                        and l.kind not in ('month_cap', 'priority_cap')), 0)::float8 as points,
           (select count(distinct u.person_key)::int from claim_participant d
              join claim c on c.commune_id = d.commune_id and c.id = d.claim_id and c.state = 'verified'
               and c.work_date between ${from}::date and ${until}::date
              join claim_unit u on u.commune_id = c.commune_id and u.claim_id = c.id and u.outcome = 'proficient'
             where d.commune_id = w.commune_id and d.member_id = w.member_id) as people
      from weekly_league w
      join member m on m.commune_id = w.commune_id and m.id = w.member_id
      left join board_preference p on p.commune_id = m.commune_id and p.member_id = m.id
     where w.commune_id = ${communeId} and w.week_start = ${from}::date
       and w.league = (select o.league from weekly_league o
                        where o.commune_id = ${communeId} and o.week_start = ${from}::date and o.member_id = ${memberId}::uuid)`;
  if (rows.length === 0) return null;
  const ranked = rankBoard(rows.map(toFigures), "member", new Map());
  return {
    from,
    until,
    size: ranked.length,
    rows: ranked.filter(({ id, isHidden }) => !isHidden || id === memberId),
  };
}

function toFigures({ id, name, points, people, isHidden, isShortName }: LeagueRow): BoardFigures {
  return {
    id,
    name: isShortName ? shortenName(name) : name,
    detail: null,
    points,
    attainment: null,
    measures: { people, target: null, households: null, householdsOf: null, youthPoints: 0, members: 1 },
    isHidden,
  };
}
