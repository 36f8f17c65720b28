import { can } from "#app/domain/access/can.ts";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { TargetEntry } from "#app/domain/targets/reading.ts";
import { suggestCount, type TeamPlanState } from "#app/domain/targets/team-plan.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { findReadings } from "./find-readings.server.ts";
import { findTargetList } from "./find-target-list.server.ts";
import { findPlanYear } from "./plan-year.server.ts";
import { findTeamPlans, type TeamPlans } from "./team-plans.server.ts";

interface TeamRow {
  readonly teamId: number;
  readonly teamName: string;
  readonly villageId: number | null;
  readonly villageName: string | null;
}

/** One of the commune's targets, as a team may take it on. */
export interface PlanChoice {
  readonly entry: Pick<TargetEntry, "key" | "text" | "test">;
  /** The team's share of it by its own list; null where the list is not known. */
  readonly suggested: number | null;
  readonly done: number;
  readonly whole: number | null;
}

export interface TeamPlanSheet extends TeamPlans {
  readonly team: TeamRow;
  readonly year: number;
  readonly firstDay: LocalDate;
  readonly lastDay: LocalDate;
  readonly choices: readonly PlanChoice[];
}

/** B24: a team's plan of the year beside the commune's targets it is made from; null for a team out of reach. */
export function readTeamPlan(caller: Caller, teamId: number): Promise<TeamPlanSheet | null> {
  const scope = caller.scope("targets.read-team-plan");
  const communeId = onlyCommune(scope);
  const { today } = caller;
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const team = (await findTeams(tx, communeId, today)).find((each) => each.teamId === teamId);
    if (!team) return null;
    const plan = await findPlanYear(tx, communeId, today);
    const entries = await findTargetList(tx, communeId, plan);
    const readings = await findReadings(tx, { communeId, plan, today, entries });
    const plans = (await findTeamPlans(tx, communeId, plan.year)).get(teamId);
    return {
      team,
      year: plan.year,
      firstDay: plan.firstDay,
      lastDay: plan.lastDay,
      latest: plans?.latest ?? null,
      inForce: plans?.inForce ?? null,
      choices: entries.flatMap(({ key, text, test }) => {
        const own = readings.get(key)?.villages.find(({ villageId }) => villageId === team.villageId);
        if (test.kind !== "share" || test.of === "villages" || test.of === "ocop_products") return [];
        // Who was not asked yet is on the team's list all the same.
        const list = own?.whole == null ? null : own.whole + (own.unknown ?? 0);
        const suggested = suggestCount(test.basisPoints, list);
        return [{ entry: { key, text, test }, suggested, done: own?.part ?? 0, whole: list }];
      }),
    };
  });
}

export interface TeamPlanLine extends TeamRow {
  readonly state: TeamPlanState;
  readonly hasInForce: boolean;
  readonly writtenAt: number | null;
}

/** Every team with how its plan of the year stands. */
export function readTeamPlanList(caller: Caller): Promise<{ year: number; lines: readonly TeamPlanLine[] }> {
  const scope = caller.scope("targets.read-team-plans");
  const communeId = onlyCommune(scope);
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const { year } = await findPlanYear(tx, communeId, caller.today);
    const plans = await findTeamPlans(tx, communeId, year);
    const teams = await findTeams(tx, communeId, caller.today);
    return {
      year,
      lines: teams.map((team) => {
        const { latest, inForce } = plans.get(team.teamId) ?? { latest: null, inForce: null };
        return {
          ...team,
          state: latest?.state ?? "none",
          hasInForce: inForce !== null,
          writtenAt: latest?.writtenAt ?? null,
        };
      }),
    };
  });
}

/** The teams whose plan the caller may write. */
export function plannedTeamsOf({ actor, permission, communeId, today }: Caller): number[] {
  return permission.grants.flatMap(({ teamId, villageId, ...grant }) =>
    teamId !== null &&
    grant.communeId === communeId &&
    can(actor, "team-plan.write", { communeId: grant.communeId, villageId, teamId }, today).ok
      ? [teamId]
      : [],
  );
}

function findTeams(tx: Tx, communeId: number, today: LocalDate): Promise<TeamRow[]> {
  return tx.$queryRaw<TeamRow[]>`
    select t.id as "teamId", t.name as "teamName", t.village_id as "villageId", v.name as "villageName"
      from team t left join village v on v.commune_id = t.commune_id and v.id = t.village_id
     where t.commune_id = ${communeId} and t.valid_from <= ${today}::date
       and (t.valid_to is null or t.valid_to >= ${today}::date)
     order by v.sort_key nulls first, t.name, t.id`;
}
