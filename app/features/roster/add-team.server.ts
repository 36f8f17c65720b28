import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { Id } from "#app/domain/ids.ts";
import type { RosterRefusal } from "#app/domain/people/roster-refusals.ts";
import type { TeamKind } from "#app/domain/people/team.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import { toDatabaseDay } from "#app/features/communes/database-day.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { RosterAct } from "./roster-act.ts";

export interface TeamFacts {
  readonly name: string;
  /** "Quyết định số ... ngày ..." (A21). Both or neither. */
  readonly decisionNumber: string | null;
  readonly decisionDate: LocalDate | null;
  readonly zaloGroup: string | null;
}

export interface NewTeam extends TeamFacts {
  /** Made by whoever asks: asking twice makes one team. */
  readonly clientId: Id;
  readonly kind: TeamKind;
  readonly villageId: number | null;
  readonly organisationId: string | null;
  readonly validFrom: LocalDate;
}

export type TeamRefusal =
  | Extract<RosterRefusal, { code: "team_needs_village" | "team_needs_school" | "decision_incomplete" }>
  | { code: "not_permitted" };

export async function addTeam(
  tx: Tx,
  act: RosterAct,
  team: NewTeam,
): Promise<Verdict<{ teamId: number }, TeamRefusal>> {
  const { communeId } = act;
  const refusal = judgeTeam(team);
  if (refusal) return refusal;
  const { kind, clientId, villageId, organisationId } = team;
  if (villageId !== null && !(await tx.village.findFirst({ where: { communeId, id: villageId } }))) {
    return refused({ code: "not_permitted" });
  }
  if (
    organisationId !== null &&
    !(await tx.organisation.findFirst({ where: { communeId, id: organisationId } }))
  ) {
    return refused({ code: "not_permitted" });
  }
  await tx.team.createMany({
    data: {
      communeId,
      clientId,
      kind,
      villageId,
      organisationId,
      ...columnsOfTeam(team),
      validFrom: toDatabaseDay(team.validFrom),
    },
    skipDuplicates: true,
  });
  const { id } = await tx.team.findFirstOrThrow({ where: { communeId, clientId }, select: { id: true } });
  return allowed({ teamId: id });
}

export function judgeTeam(
  team: TeamFacts & Pick<NewTeam, "kind" | "villageId" | "organisationId">,
): ({ ok: false } & TeamRefusal) | null {
  if ((team.kind === "village") !== (team.villageId !== null)) return refused({ code: "team_needs_village" });
  if ((team.kind === "school") !== (team.organisationId !== null))
    return refused({ code: "team_needs_school" });
  if ((team.decisionNumber === null) !== (team.decisionDate === null))
    return refused({ code: "decision_incomplete" });
  return null;
}

export function columnsOfTeam({ name, decisionNumber, decisionDate, zaloGroup }: TeamFacts) {
  return { name, decisionNumber, decisionDate: decisionDate && toDatabaseDay(decisionDate), zaloGroup };
}
