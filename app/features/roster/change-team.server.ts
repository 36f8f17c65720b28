import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { columnsOfTeam, judgeTeam, type TeamFacts, type TeamRefusal } from "./add-team.server.ts";
import type { RosterAct } from "./roster-act.ts";

/** Name, decision and group chat. What a team is and where, a decision to merge or split changes, not this. */
export async function changeTeam(
  tx: Tx,
  { communeId }: RosterAct,
  teamId: number,
  facts: TeamFacts,
): Promise<Verdict<null, TeamRefusal>> {
  const where = { communeId_id: { communeId, id: teamId } };
  const team = await tx.team.findUnique({ where, select: { id: true } });
  if (!team) return refused({ code: "not_permitted" });
  const refusal = judgeTeam({ ...facts, kind: "commune", villageId: null, organisationId: null });
  if (refusal) return refusal;
  await tx.team.update({ where, data: columnsOfTeam(facts), select: { id: true } });
  return allowed(null);
}
