import {
  type JudgedUnitChange,
  renameAfterPlace,
  type UnitChangeRefusal,
} from "#app/domain/roster/unit-change.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import { fromDatabaseDay } from "#app/features/communes/database-day.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { UnitChangeOrder } from "./unit-change.ts";

export interface OldTeam {
  readonly id: number;
  readonly name: string;
  readonly kind: string;
  readonly villageId: number | null;
  readonly organisationId: string | null;
  readonly zaloGroup: string | null;
}

export interface NewTeamPlan {
  readonly name: string;
  /** The new village, by its place in the list; null where the team stays where it is. */
  readonly villageIndex: number | null;
  /** The first one lends what a name does not say: kind, place, Zalo group. */
  readonly from: readonly [OldTeam, ...OldTeam[]];
}

export interface NewTeam extends NewTeamPlan {
  readonly id: number;
}

/** The teams a change touches, and those that take their place. */
export async function planNewTeams(
  tx: Tx,
  communeId: number,
  order: Pick<UnitChangeOrder, "unit" | "joinsTeams">,
  change: JudgedUnitChange,
): Promise<Verdict<NewTeamPlan[], UnitChangeRefusal>> {
  const oldIds = change.old.map(({ id }) => id);
  const rows = await tx.team.findMany({
    where: {
      communeId,
      validTo: null,
      ...(order.unit === "team" ? { id: { in: oldIds } } : { villageId: { in: oldIds } }),
    },
    select: {
      id: true,
      name: true,
      kind: true,
      villageId: true,
      organisationId: true,
      zaloGroup: true,
      validFrom: true,
    },
    orderBy: { id: "asc" },
  });
  const tooYoung = rows.find(({ validFrom }) => fromDatabaseDay(validFrom) >= change.effectiveOn);
  if (tooYoung) {
    const from = fromDatabaseDay(tooYoung.validFrom);
    return refused({ code: "unit_change_before_start", name: tooYoung.name, from });
  }
  const [first, ...rest]: OldTeam[] = rows;
  if (first === undefined) return allowed([]);
  if (order.unit === "team") {
    return allowed(change.newNames.map((name) => ({ name, villageIndex: null, from: [first, ...rest] })));
  }
  return allowed(teamsOfVillages(order.joinsTeams, change, [first, ...rest]));
}

function teamsOfVillages(
  joinsTeams: boolean,
  change: JudgedUnitChange,
  teams: readonly [OldTeam, ...OldTeam[]],
): NewTeamPlan[] {
  const nameOf = new Map(change.old.map(({ id, name }) => [id, name]));
  const named = (team: OldTeam, villageIndex: number) =>
    renameAfterPlace(team.name, nameOf.get(team.villageId ?? 0) ?? "", change.newNames[villageIndex] ?? "");
  if (change.kind === "split" || (change.kind === "merge" && joinsTeams)) {
    return change.newNames.map((_, index) => ({
      name: named(teams[0], index),
      villageIndex: index,
      from: teams,
    }));
  }
  // Two teams that go on side by side keep the names that tell them apart.
  return teams.map((team) => ({
    name: change.kind === "rename" ? named(team, 0) : team.name,
    villageIndex: 0,
    from: [team],
  }));
}
