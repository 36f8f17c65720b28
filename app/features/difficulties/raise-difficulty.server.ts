import type { z } from "zod";
import { type DifficultyRefusal, type DifficultyStage, dueOf } from "#app/domain/difficulties/difficulty.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { toDatabaseDay } from "#app/features/communes/database-day.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { raiseSchema } from "./difficulty.schema.ts";
import { raisesForUnit, teamsOf } from "./difficulty-reach.ts";

type RaiseForm = z.output<typeof raiseSchema>;
type RaiseRefusal =
  | Extract<DifficultyRefusal, { code: "difficulty_plan_missing" | "difficulty_not_here" }>
  | { readonly code: "required" };

/** I01: a member's goes to the head of the team, a head's to the office, an office's to the committee. Sending twice is sending once. */
export function raiseDifficulty(caller: Caller, form: RaiseForm): Promise<Verdict<null, RaiseRefusal>> {
  return inRoster(caller, "difficulties.raise", async (tx, { communeId, actorId, now, today, newId }) => {
    const origin = originOf(caller, form);
    if (!origin.ok) return origin;
    const { teamId, unitName, stage } = origin.value;
    const planId = form.field === "plan" ? await findNewestPlan(tx, communeId) : null;
    if (form.field === "plan" && planId === null) return refused({ code: "difficulty_plan_missing" });
    const owner = stage === "office" ? await findRoute(tx, communeId, form.field) : null;
    const team =
      teamId === null
        ? null
        : await tx.team.findUniqueOrThrow({
            where: { communeId_id: { communeId, id: teamId } },
            select: { villageId: true },
          });
    const dueOn = toDatabaseDay(dueOf(stage, today));
    const { id, field, content, proposal = null } = form;
    const { count } = await tx.difficulty.createMany({
      data: [
        {
          communeId,
          id,
          field,
          content,
          proposal,
          teamId,
          villageId: team?.villageId ?? null,
          unitName,
          planId,
          stage,
          ownerUnit: owner?.unitName ?? null,
          ownerId: owner?.keeperId ?? null,
          dueOn,
          state: "open",
          raisedBy: actorId,
          raisedAt: now,
        },
      ],
      skipDuplicates: true,
    });
    if (count === 0) return allowed(null);
    const event = { communeId, difficultyId: id, stage, ownerUnit: owner?.unitName ?? null, dueOn, at: now };
    await tx.difficultyEvent.createMany({
      data: [{ ...event, id: newId(), kind: "raised", byAccount: actorId }],
    });
    return allowed(null);
  });
}

interface Origin {
  readonly teamId: number | null;
  readonly unitName: string | null;
  readonly stage: DifficultyStage;
}

function originOf(caller: Caller, { teamId, unitName }: RaiseForm): Verdict<Origin, RaiseRefusal> {
  const teams = teamsOf(caller);
  const team = teamId === undefined ? teams[0] : teams.find((each) => each.teamId === teamId);
  if (teamId !== undefined && !team) return refused({ code: "difficulty_not_here" });
  if (team) return allowed({ teamId: team.teamId, unitName: null, stage: team.leads ? "office" : "team" });
  const stage = raisesForUnit(caller);
  if (stage === null) return refused({ code: "difficulty_not_here" });
  return unitName === undefined ? refused({ code: "required" }) : allowed({ teamId: null, unitName, stage });
}

/** L28: what is said of "the plan" is said of the newest. */
async function findNewestPlan(tx: Tx, communeId: number): Promise<string | null> {
  const plan = await tx.plan.findFirst({
    where: { communeId },
    orderBy: [{ issuedOn: "desc" }, { id: "asc" }],
    select: { id: true },
  });
  return plan?.id ?? null;
}

/** I03: the office that answers for a field; nobody named leaves it with the desk. */
export function findRoute(
  tx: Tx,
  communeId: number,
  field: string,
): Promise<{ unitName: string; keeperId: string | null } | null> {
  return tx.difficultyRoute.findUnique({
    where: { communeId_field: { communeId, field } },
    select: { unitName: true, keeperId: true },
  });
}
