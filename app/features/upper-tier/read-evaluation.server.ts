import { can } from "#app/domain/access/can.ts";
import type { MonthState } from "#app/domain/months/month.ts";
import { isCommuneKind } from "#app/domain/roster/commune.ts";
import { readSealFigures } from "#app/features/months/read-seal-facts.server.ts";
import { rowsOf } from "#app/features/months/seal-month.server.ts";
import { officialName } from "#app/messages/official-names.ts";
import type { Caller } from "../accounts/allow.server.ts";

/** J12: what a commune's teams did in a month, and whether they reported it in time. Counts, and nothing of any person. */
export interface CommuneEvaluation {
  readonly communeId: number;
  readonly name: string;
  /** Null where the commune keeps no such month: missing is not zero. */
  readonly state: MonthState | null;
  readonly teams: number;
  readonly members: number;
  readonly claims: number;
  readonly visits: number;
  readonly asked: number;
  readonly onTime: number;
  readonly late: number;
  readonly missing: number;
  readonly consolidatedAt: number | null;
}

type Row = Omit<CommuneEvaluation, "claims" | "visits"> & { readonly kind: string };

export async function readEvaluation(caller: Caller, monthId: number): Promise<CommuneEvaluation[]> {
  const { platform, everywhere, today, now } = caller;
  const held = [...new Set(everywhere.grants.map(({ communeId }) => communeId))];
  const communes = held.filter((communeId) => can(everywhere, "upper.read", { communeId }, today).ok);
  if (communes.length === 0) return [];
  const key = `${Math.floor(monthId / 100)}-${String(monthId % 100).padStart(2, "0")}`;
  const scope = { ...caller.stamp("upper-tier.read-evaluation"), communes };
  return platform.db.withCommunes(scope, async (tx) => {
    const rows = await tx.$queryRaw<Row[]>`
      select c.id as "communeId", c.kind, c.name, m.state,
             (select count(*)::int from team t where t.commune_id = c.id and t.valid_from <= m.last_day
                and (t.valid_to is null or t.valid_to >= m.last_day)) as teams,
             (select count(distinct s.member_id)::int from membership s where s.commune_id = c.id
                and s.valid_from <= m.last_day and (s.valid_to is null or s.valid_to >= m.last_day)) as members,
             coalesce(r.asked, 0) as asked, coalesce(r.on_time, 0) as "onTime", coalesce(r.late, 0) as late,
             coalesce(r.missing, 0) as missing, r.consolidated_at as "consolidatedAt"
        from commune c
        left join month m on m.commune_id = c.id and m.id = ${monthId}
        left join lateral (
          select count(*) filter (where r.team_id is not null)::int as asked,
                 count(*) filter (where r.team_id is not null and r.first_sent_at < k.sender_late_from)::int as on_time,
                 count(*) filter (where r.team_id is not null and r.first_sent_at >= k.sender_late_from)::int as late,
                 count(*) filter (where r.team_id is not null and r.first_sent_at is null
                                    and k.sender_late_from <= ${now})::int as missing,
                 (extract(epoch from max(r.first_sent_at) filter (where r.team_id is null and r.organisation_id is null))
                   * 1000)::float8 as consolidated_at
            from report_call k join report r on r.commune_id = k.commune_id and r.call_id = k.id
           where k.commune_id = c.id and k.period_key = ${key} and not k.is_on_request) r on true
       where c.id = any(${communes}::int[]) and c.set_up_at is not null
       order by c.name, c.id`;
    const evaluations: CommuneEvaluation[] = [];
    for (const { kind, ...row } of rows) {
      if (!isCommuneKind(kind))
        throw new Error(`commune ${row.communeId} is of a kind this program does not know`);
      // The very figures of the month's seal (rule 7).
      const [figures] =
        row.state === null ? [] : (await readSealFigures(rowsOf(tx), row.communeId, monthId)).commune;
      const { claims = 0, visits = 0 } = figures ?? {};
      evaluations.push({ ...row, name: officialName(kind, row.name), claims, visits });
    }
    return evaluations;
  });
}
