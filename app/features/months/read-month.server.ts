import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type {
  AppealView,
  ExceptionView,
  MonthClaim,
  MonthFigures,
  UnitFigures,
} from "#app/domain/months/month-views.ts";
import { MONTH_LADDER } from "#app/domain/months/seal.ts";
import { rankByLadder } from "#app/domain/ranking/rank.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import type { CommuneScope, Tx } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import { readSealFigures } from "./read-seal-facts.server.ts";
import { rowsOf } from "./seal-month.server.ts";

const NO_FIGURES = { points: 0, claims: 0, visits: 0 };

/** The same figures and ranks the seal holds, with today's names beside them (rule 7). */
export async function readMonthFigures(
  platform: Pick<Platform, "db">,
  scope: CommuneScope,
  monthId: number,
): Promise<MonthFigures> {
  const communeId = onlyCommune(scope);
  return platform.db.withCommunes(scope, async (tx) => {
    const standings = await readSealFigures(rowsOf(tx), communeId, monthId);
    const villages = await tx.village.findMany({ where: { communeId }, select: { id: true, name: true } });
    const teams = await tx.team.findMany({ where: { communeId }, select: { id: true, name: true } });
    return {
      commune: standings.commune[0] ?? NO_FIGURES,
      villages: named(standings.village, villages),
      teams: named(standings.team, teams),
    };
  });
}

function named(
  rows: Parameters<typeof rankByLadder<Omit<UnitFigures, "rank" | "name">>>[0],
  names: readonly { readonly id: number; readonly name: string }[],
): UnitFigures[] {
  const byId = new Map(names.map(({ id, name }) => [String(id), name]));
  return rankByLadder(rows, MONTH_LADDER, ({ id }) => id).map((row) => ({
    ...row,
    name: byId.get(row.id) ?? row.id,
  }));
}

/** Objections to the month's figures, the unanswered first. `teamIds` confines them to those teams. */
export async function readAppeals(
  platform: Pick<Platform, "db">,
  scope: CommuneScope,
  monthId: number,
  teamIds: readonly number[] | null = null,
): Promise<AppealView[]> {
  const communeId = onlyCommune(scope);
  const isAll = teamIds === null;
  const rows = await platform.db.withCommunes(
    scope,
    (tx) => tx.$queryRaw<
      (Omit<AppealView, "madeAt" | "answeredAt"> & { madeAt: Date; answeredAt: Date | null })[]
    >`
      select a.id::text as id, a.claim_id::text as "claimId", a.text, a.outcome, a.answer, t.name as "teamName",
             case when c.id is null then null else concat_ws(', ', p.full_name, to_char(c.work_date, 'FMDD/FMMM')) end as about,
             maker.display_name as "madeByName", a.made_at as "madeAt",
             answerer.display_name as "answeredByName", a.answered_at as "answeredAt"
        from appeal a
        join account maker on maker.id = a.made_by
        left join account answerer on answerer.id = a.answered_by
        left join team t on t.commune_id = a.commune_id and t.id = a.team_id
        left join claim c on c.commune_id = a.commune_id and c.id = a.claim_id
        left join member p on p.commune_id = c.commune_id and p.id = c.member_id
       where a.commune_id = ${communeId} and a.month_id = ${monthId}
         and (${isAll} or a.team_id = any(${[...(teamIds ?? [])]}::int[]))
       order by (a.outcome is not null), a.made_at desc, a.id`,
  );
  return rows.map((row) => ({
    ...row,
    madeAt: row.madeAt.getTime(),
    answeredAt: row.answeredAt?.getTime() ?? null,
  }));
}

/** Exceptions to this month's figures and those it carries for others: they show for ever. */
export async function readExceptions(
  platform: Pick<Platform, "db">,
  scope: CommuneScope,
  monthId: number,
): Promise<ExceptionView[]> {
  const communeId = onlyCommune(scope);
  return platform.db.withCommunes(scope, (tx) => findExceptions(tx, communeId, monthId));
}

async function findExceptions(tx: Tx, communeId: number, monthId: number): Promise<ExceptionView[]> {
  const rows = await tx.$queryRaw<
    (Omit<ExceptionView, "askedAt" | "decidedAt"> & { askedAt: Date; decidedAt: Date | null })[]
  >`
    select e.id::text as id, e.month_id as "monthId", e.carried_by as "carriedBy", e.claim_id::text as "claimId",
           concat_ws(', ', p.full_name, to_char(c.work_date, 'FMDD/FMMM/YYYY')) as about, e.document, e.reason,
           e.asked_by::text as "askedBy", asker.display_name as "askedByName", e.asked_at as "askedAt", e.verdict, e.answer,
           decider.display_name as "decidedByName", e.decided_at as "decidedAt"
      from month_exception e
      join account asker on asker.id = e.asked_by
      left join account decider on decider.id = e.decided_by
      join claim c on c.commune_id = e.commune_id and c.id = e.claim_id
      join member p on p.commune_id = c.commune_id and p.id = c.member_id
     where e.commune_id = ${communeId} and (e.month_id = ${monthId} or e.carried_by = ${monthId})
     order by (e.verdict is not null), e.asked_at desc, e.id`;
  return rows.map((row) => ({
    ...row,
    askedAt: row.askedAt.getTime(),
    decidedAt: row.decidedAt?.getTime() ?? null,
  }));
}

const CLAIMS_PER_PAGE = 30;
/** As many as a list to choose from can bear. */
const CHOICES_AT_MOST = 2000;

/** The month's claims, those booked in it and those of its days, by day. Page by page: `after` is the last id seen. */
export async function readMonthClaims(
  platform: Pick<Platform, "db">,
  scope: CommuneScope,
  monthId: number,
  {
    teamIds = null,
    page = 1,
    isCounted = false,
    isWhole = false,
  }: {
    readonly teamIds?: readonly number[] | null;
    readonly page?: number;
    /** Only what counts in this month. */
    readonly isCounted?: boolean;
    /** Everything at once, to choose from. */
    readonly isWhole?: boolean;
  } = {},
): Promise<{ readonly claims: MonthClaim[]; readonly found: number; readonly pages: number }> {
  const communeId = onlyCommune(scope);
  const isAll = teamIds === null;
  const teams = [...(teamIds ?? [])];
  return platform.db.withCommunes(scope, async (tx) => {
    const rows = await tx.$queryRaw<
      (Omit<MonthClaim, "workDate"> & { workDate: LocalDate; found: number })[]
    >`
      with own as (
        select c.id, c.member_id, c.activity_key, c.work_date, c.state, c.month_id, m.id as work_month, v.content
          from month m
          join scheme_version v on v.commune_id = m.commune_id and v.version = m.scheme_version
          join claim c on c.commune_id = m.commune_id
           and (c.month_id = m.id or (c.month_id is null and c.work_date between m.first_day and m.last_day))
         where m.commune_id = ${communeId} and m.id = ${monthId} and c.state <> 'withdrawn'
           and (not ${isCounted} or (c.state = 'verified' and c.month_id = m.id))
           and (${isAll} or exists (select from claim_participant p
                                     where p.commune_id = c.commune_id and p.claim_id = c.id and p.team_id = any(${teams}::int[])))
      )
      select o.id::text as id, p.full_name as "memberName", o.activity_key as "activityKey",
             coalesce((select a ->> 'name' from jsonb_array_elements(o.content -> 'activities') a
                        where a ->> 'key' = o.activity_key), o.activity_key) as "activityName",
             o.work_date::text as "workDate", o.state,
             exists (select from ledger_line l where l.commune_id = ${communeId} and l.claim_id = o.id
                      and l.month_id = ${monthId} and l.is_adjustment) as "isAdjustment",
             coalesce((select sum(l.points) from ledger_line l
                        where l.commune_id = ${communeId} and l.claim_id = o.id and l.month_id = ${monthId}
                          and (${isAll} or l.team_id = any(${teams}::int[]))), 0)::float8 as points,
             (select count(*)::int from own) as found
        from own o join member p on p.commune_id = ${communeId} and p.id = o.member_id
       order by o.work_date desc, o.id limit ${isWhole ? CHOICES_AT_MOST : CLAIMS_PER_PAGE} offset ${(page - 1) * CLAIMS_PER_PAGE}`;
    const found = rows[0]?.found ?? 0;
    return {
      claims: rows.map(({ found: _, ...claim }) => claim),
      found,
      pages: Math.ceil(found / CLAIMS_PER_PAGE),
    };
  });
}

export async function readTeamNames(
  platform: Pick<Platform, "db">,
  scope: CommuneScope,
  teamIds: readonly number[],
): Promise<{ readonly id: number; readonly name: string }[]> {
  const communeId = onlyCommune(scope);
  return platform.db.withCommunes(scope, (tx) =>
    tx.team.findMany({
      where: { communeId, id: { in: [...teamIds] } },
      orderBy: { id: "asc" },
      select: { id: true, name: true },
    }),
  );
}
