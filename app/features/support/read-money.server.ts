import { can } from "#app/domain/access/can.ts";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { ContributionView, CostLineView, SupportSummary } from "#app/domain/support/views.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import type { Tx } from "#app/platform/db/database.ts";

export interface MoneyDesk {
  readonly contributions: readonly ContributionView[];
  readonly costs: readonly CostLineView[];
  readonly partners: readonly { readonly id: string; readonly name: string }[];
  readonly summary: SupportSummary;
}

/** L25, I07 to I09: what was given and what is planned, newest first, with the year's sums. */
export function readMoney(caller: Caller): Promise<MoneyDesk> {
  const scope = caller.scope("support.read-money");
  const communeId = onlyCommune(scope);
  const { today } = caller;
  const year = today.slice(0, 4);
  return caller.platform.db.withCommunes(scope, async (tx) => ({
    contributions: await tx.$queryRaw<ContributionView[]>`
      select c.id, coalesce(p.name, c.source) as "from", c.kind, c.what, c.value_dong::float8 as "valueDong",
             c.received_on::text as "receivedOn", c.document, c.struck_why as "struckWhy"
        from contribution c left join partner p on p.commune_id = c.commune_id and p.id = c.partner_id
       where c.commune_id = ${communeId} order by c.received_on desc, c.entered_at desc, c.id limit 200`,
    costs: await findCosts(tx, caller, communeId),
    partners: await tx.partner.findMany({
      where: { communeId, endedOn: null },
      select: { id: true, name: true },
      orderBy: { name: "asc" },
    }),
    summary: await summariseSupport(tx, communeId, {
      from: `${year}-01-01` as LocalDate,
      to: `${year}-12-31` as LocalDate,
    }),
  }));
}

/** I08: every line of the planned events, in the order of their days. */
export async function findCosts(tx: Tx, caller: Caller, communeId: number): Promise<CostLineView[]> {
  const { accountId } = caller.person;
  const mayApprove = can(caller.actor, "support.approve", { communeId }, caller.today).ok;
  const rows = await tx.$queryRaw<(Omit<CostLineView, "mayDecide"> & { enteredById: string })[]>`
    select c.id, c.event, c.planned_on::text as "plannedOn", p.name as partner, c.item, c.quantity,
           c.price_dong::float8 as "priceDong", c.state, a.display_name as "enteredBy", c.entered_by as "enteredById",
           b.display_name as "decidedBy", c.decision_why as "decisionWhy"
      from cost_line c
      join account a on a.id = c.entered_by
      left join account b on b.id = c.decided_by
      left join partner p on p.commune_id = c.commune_id and p.id = c.partner_id
     where c.commune_id = ${communeId} order by c.planned_on, c.event, c.entered_at, c.id limit 500`;
  return rows.map(({ enteredById, ...row }) => ({
    ...row,
    mayDecide: mayApprove && row.state === "proposed" && enteredById !== accountId,
  }));
}

/** What a report says of the help between two days, both included; struck entries are not counted. */
export async function summariseSupport(
  tx: Tx,
  communeId: number,
  { from, to }: { readonly from: LocalDate; readonly to: LocalDate },
): Promise<SupportSummary> {
  const rows = await tx.$queryRaw<
    { kind: keyof SupportSummary["contributions"]; count: number; sum: number }[]
  >`
    select kind, count(*)::int as count, sum(value_dong)::float8 as sum from contribution
     where commune_id = ${communeId} and struck_by is null and received_on between ${from}::date and ${to}::date
     group by kind`;
  const of = (kind: keyof SupportSummary["contributions"]) => {
    const row = rows.find((each) => each.kind === kind);
    return { count: row?.count ?? 0, valueDong: row?.sum ?? 0 };
  };
  const [rest] = await tx.$queryRaw<Omit<SupportSummary, "contributions">[]>`
    select (select count(*)::int from partner where commune_id = ${communeId} and ended_on is null) as partners,
           (select coalesce(sum(quantity), 0)::int from equipment
             where commune_id = ${communeId} and ended_on is null and lent_team_id is not null) as "lentPieces",
           coalesce(sum(quantity * price_dong) filter (where state = 'approved'), 0)::float8 as "approvedDong",
           coalesce(sum(quantity * price_dong) filter (where state = 'proposed'), 0)::float8 as "proposedDong"
      from cost_line where commune_id = ${communeId} and planned_on between ${from}::date and ${to}::date`;
  if (!rest) throw new Error("sums were asked and none came");
  return { ...rest, contributions: { money: of("money"), equipment: of("equipment"), place: of("place") } };
}
