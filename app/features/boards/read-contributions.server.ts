import { boardPeriodsOf } from "#app/domain/boards/board-period.ts";
import { type ContributionDay, contributionWeeks } from "#app/domain/boards/contribution-days.ts";
import { addDays } from "#app/domain/calendar/local-date.ts";
import { findMonthHolding } from "#app/features/months/find-month.server.ts";
import { type BoardCaller, communeOf } from "./board-caller.ts";
import type { BoardPreference } from "./set-preference.server.ts";

const WEEKS = 26;

/** K13: what one's own verified work came to, in people and households, and on which days it was done. */
export interface Contributions {
  readonly weeks: readonly (readonly ContributionDay[])[];
  readonly period: string;
  readonly ofMonth: Effect;
  readonly ofYear: Effect;
  readonly preference: BoardPreference;
}

export interface Effect {
  readonly people: number;
  readonly households: number;
  readonly visits: number;
  readonly claims: number;
}

/** Null for whoever is on no roster. */
export async function readContributions(caller: BoardCaller): Promise<Contributions | null> {
  const communeId = communeOf(caller);
  const { platform, person, today, now } = caller;
  return platform.db.withCommunes(caller.scope("boards.read-contributions"), async (tx) => {
    const [member] = await tx.$queryRaw<({ id: string } & BoardPreference)[]>`
      select m.id::text as id, coalesce(p.is_hidden, false) as "isHidden", coalesce(p.is_short_name, false) as "isShortName"
        from member m left join board_preference p on p.commune_id = m.commune_id and p.member_id = m.id
       where m.commune_id = ${communeId} and m.account_id = ${person.accountId}::uuid`;
    if (!member) return null;
    const { id, ...preference } = member;
    const month = await findMonthHolding(tx, communeId, today, now.getTime());
    const days = await tx.$queryRaw<Omit<ContributionDay, "level">[]>`
      select l.work_date::text as day, count(distinct l.claim_id)::int as claims, sum(l.points)::float8 as points
        from ledger_line l
       where l.commune_id = ${communeId} and l.member_id = ${id}::uuid
         and l.work_date > ${addDays(today, -7 * WEEKS)}::date and l.kind not in ('month_cap', 'priority_cap')
       group by 1 having count(l.claim_id) > 0`;
    const effects = await tx.$queryRaw<(Effect & { isMonth: boolean })[]>`
      with own as (
        select c.id, c.visits, c.month_id = ${month.id} as "isMonth"
          from claim_participant p
          join claim c on c.commune_id = p.commune_id and c.id = p.claim_id and c.state = 'verified'
           and c.month_id between ${Math.floor(month.id / 100) * 100 + 1} and ${month.id}
         where p.commune_id = ${communeId} and p.member_id = ${id}::uuid
      )
      select s."isMonth", count(*)::int as claims, coalesce(sum(o.visits), 0)::int as visits,
             (select (count(distinct u.person_key))::int from claim_unit u join own x on x.id = u.claim_id
               where u.commune_id = ${communeId} and u.outcome = 'proficient' and (x."isMonth" or not s."isMonth")) as people,
             (select (count(distinct u.household_id))::int from claim_unit u join own x on x.id = u.claim_id
               where u.commune_id = ${communeId} and (x."isMonth" or not s."isMonth")) as households
        from (values (true), (false)) s ("isMonth")
        join own o on (o."isMonth" or not s."isMonth")
       group by s."isMonth"`;
    const of = (isMonth: boolean) => {
      const { isMonth: _, ...effect } = effects.find((each) => each.isMonth === isMonth) ?? {
        isMonth,
        ...NOTHING,
      };
      return effect;
    };
    return {
      weeks: contributionWeeks(days, today, WEEKS),
      period: boardPeriodsOf(month.id).month,
      ofMonth: of(true),
      ofYear: of(false),
      preference,
    };
  });
}

const NOTHING: Effect = { people: 0, households: 0, visits: 0, claims: 0 };
