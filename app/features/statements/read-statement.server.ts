import type { Scheme } from "#app/domain/activity/scheme.ts";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { MonthState } from "#app/domain/months/month.ts";
import type { Project06Figures } from "#app/domain/months/month-views.ts";
import type { LineKind } from "#app/domain/points/line.ts";
import { findMonthHolding } from "#app/features/months/find-month.server.ts";
import { findProject06 } from "#app/features/months/read-project-06.server.ts";
import { findSchemeVersion } from "#app/features/scheme/find-scheme.server.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { findOwnMember, type StatementCaller } from "./find-own-member.server.ts";

export interface StatementLine {
  readonly seq: number;
  readonly kind: LineKind;
  readonly rule: string;
  readonly points: number;
  readonly workDate: LocalDate;
  readonly isAdjustment: boolean;
  readonly isCorrection: boolean;
  readonly reason: string | null;
  readonly claimId: string | null;
  readonly activityKey: string | null;
  readonly verifierName: string;
}

export interface StatementMonth {
  readonly id: number;
  readonly state: MonthState;
  readonly isTrial: boolean;
}

/** One member's points of one month, line by line, down to the work and whoever verified it. */
export interface Statement {
  readonly months: readonly StatementMonth[];
  readonly month: StatementMonth & {
    readonly schemeVersion: number;
    readonly firstDay: LocalDate;
    readonly lastDay: LocalDate;
  };
  readonly total: number;
  readonly project06: Project06Figures;
  readonly lines: readonly StatementLine[];
  /** Records of this month that nobody decided yet; in no total. */
  readonly pending: number;
  readonly limits: Scheme["limits"];
}

/** Null for whoever is on no roster, and for a month that is not there. */
export async function readStatement(
  { platform, person, communeId, scope, today, now }: StatementCaller,
  monthId: number | null,
): Promise<Statement | null> {
  if (communeId === null) return null;
  return platform.db.withCommunes(scope("statements.read"), async (tx) => {
    const memberId = await findOwnMember(tx, communeId, person.accountId);
    if (memberId === null) return null;
    const current = await findMonthHolding(tx, communeId, today, now.getTime());
    const months = await findMonths(tx, communeId, memberId, current.id);
    const month = months.find(({ id }) => id === (monthId ?? current.id));
    if (!month) return null;
    const lines = await findLines(tx, communeId, memberId, month.id);
    const [waiting] = await tx.$queryRaw<{ count: number }[]>`
      select count(*)::int as count
        from claim_participant p join claim c on c.commune_id = p.commune_id and c.id = p.claim_id
       where p.commune_id = ${communeId} and p.member_id = ${memberId}::uuid and c.state = 'submitted'
         and c.work_date between ${month.firstDay}::date and ${month.lastDay}::date`;
    return {
      months: months.map(({ id, state, isTrial }) => ({ id, state, isTrial })),
      month,
      total: lines.reduce((sum, { points }) => sum + points, 0),
      project06: await findProject06(tx, communeId, month.id, { memberId }),
      lines,
      pending: waiting?.count ?? 0,
      limits: (await findSchemeVersion(tx, communeId, month.schemeVersion)).limits,
    };
  });
}

type MonthRow = Statement["month"];

/** The running month, and every month the member has lines or work in. */
function findMonths(tx: Tx, communeId: number, memberId: string, currentId: number): Promise<MonthRow[]> {
  return tx.$queryRaw<MonthRow[]>`
    select m.id, m.state, m.is_trial as "isTrial", m.scheme_version as "schemeVersion",
           m.first_day::text as "firstDay", m.last_day::text as "lastDay"
      from month m
     where m.commune_id = ${communeId}
       and (m.id = ${currentId}
         or exists (select from ledger_line l
                     where l.commune_id = m.commune_id and l.month_id = m.id and l.member_id = ${memberId}::uuid))
     order by m.id desc limit 24`;
}

function findLines(tx: Tx, communeId: number, memberId: string, monthId: number): Promise<StatementLine[]> {
  return tx.$queryRaw<StatementLine[]>`
    select l.seq::float8 as seq, l.kind, l.rule, l.points, l.work_date::text as "workDate",
           l.is_adjustment as "isAdjustment", l.corrects_seq is not null as "isCorrection", l.reason,
           l.claim_id as "claimId", c.activity_key as "activityKey", a.display_name as "verifierName"
      from ledger_line l
      join account a on a.id = l.verifier_id
      left join claim c on c.commune_id = l.commune_id and c.id = l.claim_id
     where l.commune_id = ${communeId} and l.member_id = ${memberId}::uuid and l.month_id = ${monthId}
     order by l.work_date desc, l.seq`;
}
