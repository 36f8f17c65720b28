import { PEOPLE_MEASURE, targetOf } from "#app/domain/targets/assigned-target.ts";
import { teamQuotaOf } from "#app/features/boards/team-quota.ts";
import { findSettingsOn } from "#app/features/plans/find-settings-on.server.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { countPeopleOfTeams } from "./count-people-of-teams.server.ts";
import type { TargetMonth } from "./find-target-months.server.ts";

/** What was proposed last and not approved: still waiting, or answered with a no. */
export interface Proposal {
  readonly revision: number;
  /** Null: the plan's quota again. */
  readonly value: number | null;
  readonly byId: string;
  readonly by: string;
  readonly at: number;
  readonly refused: { readonly by: string; readonly reason: string } | null;
}

export interface TargetLine {
  readonly teamId: number;
  readonly teamName: string;
  readonly villageName: string | null;
  /** Proposed by one and approved by another; null where the plan's quota holds. */
  readonly assigned: number | null;
  readonly proposedBy: string | null;
  readonly proposedAt: number | null;
  readonly approvedBy: string | null;
  readonly proposal: Proposal | null;
  readonly revision: number;
  /** What holds; null where nothing is asked. */
  readonly target: number | null;
  readonly done: number;
}

export interface Targets {
  readonly quota: number | null;
  readonly lines: readonly TargetLine[];
}

type Row = Omit<TargetLine, "target" | "done">;

/** Every team that stands in the month, with what it is asked and has done. B23: an unanswered word holds nothing yet. */
export async function findTargets(tx: Tx, communeId: number, month: TargetMonth): Promise<Targets> {
  const rows = await tx.$queryRaw<Row[]>`
    with word as (
      select a.team_id, a.revision, a.value, a.proposed_by, p.display_name as by,
             (extract(epoch from a.proposed_at) * 1000)::float8 as at, d.verdict, d.reason, w.display_name as decider,
             row_number() over (partition by a.team_id order by a.revision desc) as place
        from assigned_target a
        join account p on p.id = a.proposed_by
        left join assigned_target_decision d
          on (d.commune_id, d.team_id, d.month_id, d.measure, d.revision)
           = (a.commune_id, a.team_id, a.month_id, a.measure, a.revision)
        left join account w on w.id = d.decided_by
       where a.commune_id = ${communeId} and a.month_id = ${month.id} and a.measure = ${PEOPLE_MEASURE}
    )
    select t.id as "teamId", t.name as "teamName", v.name as "villageName", h.value as assigned,
           h.by as "proposedBy", h.at as "proposedAt", h.decider as "approvedBy",
           case when l.verdict is distinct from 'approve' and l.revision is not null then json_build_object(
             'revision', l.revision, 'value', l.value, 'byId', l.proposed_by, 'by', l.by, 'at', l.at,
             'refused', case when l.verdict = 'refuse'
                        then json_build_object('by', l.decider, 'reason', l.reason) end) end as proposal,
           coalesce(l.revision, 0) as revision
      from team t
      left join village v on v.commune_id = t.commune_id and v.id = t.village_id
      left join word l on l.team_id = t.id and l.place = 1
      left join lateral (select * from word a where a.team_id = t.id and a.verdict = 'approve'
                          order by a.revision desc limit 1) h on true
     where t.commune_id = ${communeId} and t.valid_from <= ${month.lastDay}::date
       and (t.valid_to is null or t.valid_to >= ${month.firstDay}::date)
     order by v.sort_key nulls first, t.name, t.id`;
  const quota = await findQuota(tx, communeId, month);
  const done = await countPeopleOfTeams(tx, communeId, month.id);
  return {
    quota,
    lines: rows.map((row) => ({
      ...row,
      target: targetOf(row.assigned, quota),
      done: done.get(row.teamId) ?? 0,
    })),
  };
}

/** What the plan of the month's first day asks of every team. */
async function findQuota(tx: Tx, communeId: number, { firstDay }: TargetMonth): Promise<number | null> {
  const { quotas } = await findSettingsOn(tx, communeId, firstDay);
  const { presetId } = await tx.commune.findUniqueOrThrow({
    where: { id: communeId },
    select: { presetId: true },
  });
  return teamQuotaOf({ presetId, quotas });
}
