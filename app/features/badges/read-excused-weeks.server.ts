import type { ExcusedReason } from "#app/domain/badges/judge-badge.ts";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { BadgeReader } from "./badge-reader.server.ts";

export interface ExcusedLine {
  readonly id: string;
  readonly firstDay: LocalDate;
  readonly lastDay: LocalDate;
  readonly reason: ExcusedReason;
  readonly note: string | null;
  /** Null: everybody. */
  readonly memberName: string | null;
  readonly declaredBy: string;
  readonly declaredOn: LocalDate;
}

export interface ExcusedPage {
  readonly ranges: readonly ExcusedLine[];
  readonly members: readonly {
    readonly id: string;
    readonly fullName: string;
    readonly teamName: string | null;
  }[];
}

/** What is declared and stands, the newest first, and whom a single range may be for. */
export async function readExcusedWeeks({
  platform,
  communeId,
  scope,
  today,
}: BadgeReader): Promise<ExcusedPage | null> {
  if (communeId === null) return null;
  return platform.db.withCommunes(scope("badges.read-excused-weeks"), async (tx) => ({
    ranges: await tx.$queryRaw<ExcusedLine[]>`
      select e.id, e.first_day::text as "firstDay", e.last_day::text as "lastDay", e.reason, e.note,
             m.full_name as "memberName", a.display_name as "declaredBy",
             (e.declared_at at time zone 'Asia/Ho_Chi_Minh')::date::text as "declaredOn"
        from excused_week e
        join account a on a.id = e.declared_by
        left join member m on m.commune_id = e.commune_id and m.id = e.member_id
       where e.commune_id = ${communeId} and e.withdrawn_at is null
       order by e.first_day desc, e.id`,
    members: await tx.$queryRaw<ExcusedPage["members"]>`
      select m.id, m.full_name as "fullName", min(t.name) as "teamName"
        from member m
        join membership s on s.commune_id = m.commune_id and s.member_id = m.id
                         and ${today}::date between s.valid_from and coalesce(s.valid_to, ${today}::date)
        join team t on t.commune_id = s.commune_id and t.id = s.team_id
       where m.commune_id = ${communeId} and m.erased_at is null
       group by m.id, m.full_name order by m.full_name, m.id`,
  }));
}
