import type { z } from "zod";
import { addDays } from "#app/domain/calendar/local-date.ts";
import type { TrainingRefusal } from "#app/domain/training/training-refusals.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { toDatabaseDay } from "#app/features/communes/database-day.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";
import type { RosterAct } from "#app/features/roster/roster-act.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { areTopics } from "./find-topics.server.ts";
import { maySessionBeKept } from "./reach.ts";
import type { sessionSchema } from "./training.schema.ts";

type SessionWish = z.output<typeof sessionSchema>;
type Act = RosterAct & { readonly actorId: string };
export type SaveRefusal =
  | Extract<TrainingRefusal, { code: `training_${string}` }>
  | { readonly code: "not_permitted" };

/** G01, G03: plans a session, or several of a series at once; or changes the one of that id. */
export function saveSession(caller: Caller, wish: SessionWish): Promise<Verdict<null, SaveRefusal>> {
  return inRoster(caller, "training.save-session", async (tx, act) => {
    const refusal = await judgeWish(tx, act, wish);
    if (refusal) return refused(refusal);
    if (wish.revision === undefined) return plan(tx, act, wish);
    if (!(await isKept(tx, caller, act.communeId, wish.id))) return refused({ code: "not_permitted" });
    return change(tx, act, wish, wish.revision);
  });
}

async function isKept(tx: Tx, caller: Caller, communeId: number, id: string): Promise<boolean> {
  const session = await tx.trainingSession.findUnique({
    where: { communeId_id: { communeId, id } },
    select: { enteredBy: true },
  });
  return session !== null && maySessionBeKept(caller, session);
}

async function judgeWish(tx: Tx, { communeId, today }: Act, wish: SessionWish): Promise<SaveRefusal | null> {
  if (wish.mode === "in_person" ? wish.place === undefined : wish.link === undefined)
    return { code: "training_place_missing" };
  // What was held before the house stood is written down as it was; an older year is another plan's.
  if (wish.heldOn < addDays(today, -366)) return { code: "training_day_passed", today };
  if (!(await areTopics(tx, communeId, wish.topics))) return { code: "not_permitted" };
  if (wish.organiserId !== undefined) {
    const known = await tx.organisation.count({ where: { communeId, id: wish.organiserId } });
    if (known === 0) return { code: "not_permitted" };
  }
  const teams = [...new Set(wish.teams)];
  const known = await tx.team.count({ where: { communeId, id: { in: teams } } });
  return known === teams.length ? null : { code: "not_permitted" };
}

async function plan(tx: Tx, act: Act, wish: SessionWish): Promise<Verdict<null, SaveRefusal>> {
  const { communeId } = act;
  const before = await tx.trainingSession.count({ where: { communeId, id: wish.id } });
  if (before > 0) return allowed(null);
  const repeats = wish.everyDays === undefined ? 1 : (wish.repeats ?? 1);
  const step = Number(wish.everyDays ?? 0);
  for (let index = 0; index < repeats; index++) {
    const id = index === 0 ? wish.id : act.newId();
    await tx.trainingSession.createMany({
      data: [
        {
          ...columnsOf({ ...wish, heldOn: addDays(wish.heldOn, index * step) }),
          communeId,
          id,
          seriesId: repeats > 1 ? wish.id : null,
          enteredBy: act.actorId,
          enteredAt: act.now,
        },
      ],
    });
    await writeTeams(tx, communeId, id, wish.teams);
  }
  return allowed(null);
}

async function change(
  tx: Tx,
  { communeId }: Act,
  wish: SessionWish,
  revision: number,
): Promise<Verdict<null, SaveRefusal>> {
  const { count } = await tx.trainingSession.updateMany({
    where: { communeId, id: wish.id, revision, cancelledAt: null },
    data: { ...columnsOf(wish), revision: revision + 1 },
  });
  if (count === 0) return refused({ code: "training_changed_meanwhile" });
  await tx.trainingSessionTeam.deleteMany({ where: { communeId, sessionId: wish.id } });
  await writeTeams(tx, communeId, wish.id, wish.teams);
  return allowed(null);
}

function columnsOf(wish: SessionWish) {
  return {
    title: wish.title,
    topics: [...new Set(wish.topics)],
    organiserId: wish.organiserId ?? null,
    mode: wish.mode,
    place: wish.place ?? null,
    link: wish.link ?? null,
    heldOn: toDatabaseDay(wish.heldOn),
    startsAt: wish.startsAt,
    minutes: wish.minutes,
    isMandatory: wish.isMandatory,
    forRoles: [...new Set(wish.forRoles)],
    capacity: wish.capacity ?? null,
  };
}

async function writeTeams(tx: Tx, communeId: number, sessionId: string, teams: readonly number[]) {
  await tx.trainingSessionTeam.createMany({
    data: [...new Set(teams)].map((teamId) => ({ communeId, sessionId, teamId })),
  });
}

/** Called off with a reason; who was there is not forgotten, so a session with people in it stands. */
export function cancelSession(
  caller: Caller,
  sessionId: string,
  why: string,
): Promise<Verdict<null, SaveRefusal>> {
  return inRoster(caller, "training.cancel-session", async (tx, { communeId, now }) => {
    if (!(await isKept(tx, caller, communeId, sessionId))) return refused({ code: "not_permitted" });
    const count = await tx.trainingAttendance.count({ where: { communeId, sessionId, state: "present" } });
    if (count > 0) return refused({ code: "training_has_people", count });
    const cancelled = await tx.trainingSession.updateMany({
      where: { communeId, id: sessionId, cancelledAt: null },
      data: { cancelledAt: now, cancelledWhy: why },
    });
    return cancelled.count === 0 ? refused({ code: "training_changed_meanwhile" }) : allowed(null);
  });
}
