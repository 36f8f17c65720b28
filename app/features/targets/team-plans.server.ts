import type { Span } from "#app/domain/targets/progress.ts";
import {
  judgeTeamPlan,
  mayApprove,
  stateOfTeamPlan,
  type TeamPlanContent,
  type TeamPlanRefusal,
  type TeamPlanState,
} from "#app/domain/targets/team-plan.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { RosterAct } from "#app/features/roster/roster-act.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { parseTeamPlan } from "./target-rows.schema.ts";

export interface TeamPlanRow {
  readonly teamId: number;
  readonly revision: number;
  readonly content: TeamPlanContent;
  readonly state: TeamPlanState;
  readonly writtenById: string;
  readonly writtenBy: string;
  readonly writtenAt: number;
  readonly decidedBy: string | null;
  readonly decidedAt: number | null;
  readonly note: string | null;
}

export interface TeamPlans {
  /** What was written last. */
  readonly latest: TeamPlanRow | null;
  /** What the office approved last: it holds until a later one is approved. */
  readonly inForce: TeamPlanRow | null;
}

interface Row extends Omit<TeamPlanRow, "content" | "state"> {
  readonly content: unknown;
  readonly isSubmitted: boolean;
  readonly verdict: "approve" | "return" | null;
}

export async function findTeamPlans(
  tx: Tx,
  communeId: number,
  year: number,
): Promise<ReadonlyMap<number, TeamPlans>> {
  const rows = await tx.$queryRaw<Row[]>`
    select p.team_id as "teamId", p.revision, p.content, p.is_submitted as "isSubmitted", d.verdict, d.note,
           p.written_by as "writtenById", w.display_name as "writtenBy",
           (extract(epoch from p.written_at) * 1000)::float8 as "writtenAt", a.display_name as "decidedBy",
           (extract(epoch from d.decided_at) * 1000)::float8 as "decidedAt"
      from team_plan p
      join account w on w.id = p.written_by
      left join team_plan_decision d
        on (d.commune_id, d.team_id, d.year, d.revision) = (p.commune_id, p.team_id, p.year, p.revision)
      left join account a on a.id = d.decided_by
     where p.commune_id = ${communeId} and p.year = ${year}
     order by p.team_id, p.revision desc`;
  const plans = new Map<number, TeamPlans>();
  for (const { content, isSubmitted, verdict, ...row } of rows) {
    const plan = {
      ...row,
      content: parseTeamPlan(content),
      state: stateOfTeamPlan({ isSubmitted, verdict }),
    };
    const known = plans.get(row.teamId) ?? { latest: null, inForce: null };
    plans.set(row.teamId, {
      latest: known.latest ?? plan,
      inForce: known.inForce ?? (plan.state === "approved" ? plan : null),
    });
  }
  return plans;
}

type Act = RosterAct & { readonly actorId: string };

export interface TeamPlanWish {
  readonly teamId: number;
  readonly year: Span & { readonly year: number };
  readonly seenRevision: number;
  readonly content: TeamPlanContent;
  readonly isSubmitted: boolean;
}

/** B24: a team writes its plan of the year; sent, it waits, and nothing is written over it. */
export async function writeTeamPlan(
  tx: Tx,
  { communeId, actorId, now }: Act,
  { teamId, year, seenRevision, content, isSubmitted }: TeamPlanWish,
): Promise<Verdict<null, TeamPlanRefusal>> {
  const verdict = judgeTeamPlan(content, isSubmitted, year);
  if (!verdict.ok) return verdict;
  await tx.$executeRaw`select from team where commune_id = ${communeId} and id = ${teamId} for update`;
  const latest = (await findTeamPlans(tx, communeId, year.year)).get(teamId)?.latest ?? null;
  const isSaidAlready =
    latest !== null &&
    latest.revision === seenRevision + 1 &&
    latest.writtenById === actorId &&
    JSON.stringify(latest.content) === JSON.stringify(content);
  if (isSaidAlready) return allowed(null);
  if ((latest?.revision ?? 0) !== seenRevision) return refused({ code: "team_plan_changed" });
  if (latest?.state === "waiting") return refused({ code: "team_plan_waiting" });
  await tx.$executeRaw`
    insert into team_plan (commune_id, team_id, year, revision, content, is_submitted, written_by, written_at)
    values (${communeId}, ${teamId}, ${year.year}, ${seenRevision + 1}, ${JSON.stringify(content)}::jsonb,
            ${isSubmitted}, ${actorId}::uuid, ${now})`;
  return allowed(null);
}

export interface TeamPlanWord {
  readonly teamId: number;
  readonly year: number;
  readonly revision: number;
  readonly verdict: "approve" | "return";
  readonly note: string | null;
}

/** B24: approved by the office, or given back with a note; never by whoever wrote it. The same word twice is one. */
export async function decideTeamPlan(
  tx: Tx,
  { communeId, actorId, now }: Act,
  { teamId, year, revision, verdict, note }: TeamPlanWord,
): Promise<Verdict<null, TeamPlanRefusal>> {
  await tx.$executeRaw`select from team where commune_id = ${communeId} and id = ${teamId} for update`;
  const latest = (await findTeamPlans(tx, communeId, year)).get(teamId)?.latest ?? null;
  if (latest === null || latest.revision !== revision) return refused({ code: "team_plan_not_waiting" });
  if (latest.state !== "waiting") {
    const isSaidAlready = latest.state === (verdict === "approve" ? "approved" : "returned");
    return isSaidAlready ? allowed(null) : refused({ code: "team_plan_not_waiting" });
  }
  if (!mayApprove(latest.writtenById, actorId)) return refused({ code: "team_plan_own_word" });
  await tx.teamPlanDecision.create({
    data: {
      communeId,
      teamId,
      year,
      revision,
      writtenBy: latest.writtenById,
      verdict,
      note,
      decidedBy: actorId,
      decidedAt: now,
    },
  });
  return allowed(null);
}
