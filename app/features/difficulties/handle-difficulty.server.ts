import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import {
  DIFFICULTY_STAGES,
  type DifficultyEventKind,
  type DifficultyRefusal,
  type DifficultyStage,
  dueOf,
  stageAbove,
} from "#app/domain/difficulties/difficulty.ts";
import type { OneDifficulty } from "#app/domain/difficulties/difficulty-view.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import { toDatabaseDay } from "#app/features/communes/database-day.ts";
import type { RosterAct } from "#app/features/roster/roster-act.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { findRoute } from "./raise-difficulty.server.ts";

type Act = RosterAct & { readonly actorId: string };
export type HandlingKind = Extract<
  DifficultyEventKind,
  "answered" | "escalated" | "returned" | "noted" | "reopened"
>;

interface Handling {
  /** Of the event, made before it is sent: sending twice is sending once. */
  readonly id: string;
  readonly kind: HandlingKind;
  readonly note: string;
}

interface Row {
  readonly stage: DifficultyStage;
  readonly state: "open" | "answered";
  readonly teamId: number | null;
}

/** One step of whoever has it: an answer, a word, up to the next stage, back to the one below. */
export async function handleDifficulty(
  tx: Tx,
  { communeId, actorId, now, today }: Act,
  difficulty: Pick<OneDifficulty, "id" | "field">,
  { id, kind, note }: Handling,
): Promise<Verdict<null, DifficultyRefusal>> {
  const known = await tx.difficultyEvent.count({ where: { communeId, id } });
  if (known > 0) return allowed(null);
  const row = await lockDifficulty(tx, communeId, difficulty.id);
  const next = row && nextStage(row, kind);
  if (!row || !next) return refused({ code: "difficulty_not_here" });
  if (!next.ok) return next;
  const stage = next.value;
  const isMoved = stage !== row.stage;
  const route = isMoved && stage === "office" ? await findRoute(tx, communeId, difficulty.field) : null;
  const hasNewDay = isMoved || kind === "reopened";
  const dueOn = hasNewDay ? toDatabaseDay(dueOf(stage, today)) : null;
  await tx.difficulty.update({
    where: { communeId_id: { communeId, id: difficulty.id } },
    data: {
      stage,
      ...(isMoved ? { ownerUnit: route?.unitName ?? null, ownerId: route?.keeperId ?? null } : {}),
      ...(dueOn === null ? {} : { dueOn }),
      ...(kind === "answered" ? { state: "answered", answeredAt: now } : {}),
      ...(kind === "reopened" ? { state: "open", answeredAt: null } : {}),
    },
    select: { id: true },
  });
  const ownerUnit = route?.unitName ?? null;
  await tx.difficultyEvent.createMany({
    data: [
      {
        communeId,
        id,
        difficultyId: difficulty.id,
        kind,
        stage,
        ownerUnit,
        dueOn,
        note,
        byAccount: actorId,
        at: now,
      },
    ],
  });
  return allowed(null);
}

/** Two people may have it before them at once: the second sees what the first did. */
async function lockDifficulty(tx: Tx, communeId: number, id: string): Promise<Row | null> {
  const [row] = await tx.$queryRaw<Row[]>`
    select stage, state, team_id as "teamId" from difficulty
     where commune_id = ${communeId} and id = ${id}::uuid for update`;
  return row ?? null;
}

function nextStage(
  { stage, state, teamId }: Row,
  kind: HandlingKind,
): Verdict<DifficultyStage, DifficultyRefusal> {
  if (kind === "reopened")
    return state === "answered" ? allowed(stage) : refused({ code: "difficulty_not_answered_yet" });
  if (state === "answered") return refused({ code: "difficulty_answered_already" });
  if (kind === "answered" || kind === "noted") return allowed(stage);
  if (kind === "escalated") {
    const above = stageAbove(stage);
    return above === null ? refused({ code: "difficulty_at_the_top" }) : allowed(above);
  }
  const below = DIFFICULTY_STAGES[DIFFICULTY_STAGES.indexOf(stage) - 1];
  const isWithoutTeam = below === "team" && teamId === null;
  return below === undefined || isWithoutTeam ? refused({ code: "difficulty_not_here" }) : allowed(below);
}

export interface Routing {
  readonly id: string;
  readonly ownerUnit: string;
  readonly ownerId: string | null;
  readonly dueOn: LocalDate;
}

/** I03: the desk hands it to the office of its field, with a day. */
export async function routeDifficulty(
  tx: Tx,
  { communeId, actorId, now, today }: Act,
  difficultyId: string,
  { id, ownerUnit, ownerId, dueOn }: Routing,
): Promise<Verdict<null, DifficultyRefusal>> {
  const known = await tx.difficultyEvent.count({ where: { communeId, id } });
  if (known > 0) return allowed(null);
  if (dueOn < today) return refused({ code: "difficulty_due_in_past", today });
  const row = await lockDifficulty(tx, communeId, difficultyId);
  if (!row || row.stage === "team") return refused({ code: "difficulty_not_here" });
  if (row.state === "answered") return refused({ code: "difficulty_answered_already" });
  const day = toDatabaseDay(dueOn);
  await tx.difficulty.update({
    where: { communeId_id: { communeId, id: difficultyId } },
    data: { ownerUnit, ownerId, dueOn: day },
    select: { id: true },
  });
  const event = { communeId, id, difficultyId, kind: "routed", stage: row.stage, ownerUnit, dueOn: day };
  await tx.difficultyEvent.createMany({ data: [{ ...event, byAccount: actorId, at: now }] });
  return allowed(null);
}
