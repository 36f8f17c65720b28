import { PEOPLE_MEASURE, targetOf } from "#app/domain/targets/assigned-target.ts";
import { teamQuotaOf } from "#app/features/boards/team-quota.ts";
import { findSettingsOn } from "#app/features/plans/find-settings-on.server.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { countPeopleOfTeams } from "./count-people-of-teams.server.ts";
import type { TargetMonth } from "./find-target-months.server.ts";

export interface TargetLine {
  readonly teamId: number;
  readonly teamName: string;
  readonly villageName: string | null;
  /** The office's own word; null where the plan's quota holds. */
  readonly assigned: number | null;
  readonly proposedBy: string | null;
  readonly proposedAt: number | null;
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

/** Every team that stands in the month, with what it is asked and what it has done. */
export async function findTargets(tx: Tx, communeId: number, month: TargetMonth): Promise<Targets> {
  const rows = await tx.$queryRaw<Row[]>`
    select t.id as "teamId", t.name as "teamName", v.name as "villageName", a.value as assigned,
           p.display_name as "proposedBy", (extract(epoch from a.proposed_at) * 1000)::float8 as "proposedAt",
           coalesce(a.revision, 0) as revision
      from team t
      left join village v on v.commune_id = t.commune_id and v.id = t.village_id
      left join lateral (
        select value, revision, proposed_by, proposed_at from assigned_target
         where commune_id = t.commune_id and team_id = t.id and month_id = ${month.id}
           and measure = ${PEOPLE_MEASURE}
         order by revision desc limit 1) a on true
      left join account p on p.id = a.proposed_by
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
