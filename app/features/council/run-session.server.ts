import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { CouncilRefusal } from "#app/domain/council/council-refusals.ts";
import type { Attendance, SessionForm } from "#app/domain/council/quorum.ts";
import type { Id } from "#app/domain/ids.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { toDatabaseDay } from "#app/features/communes/database-day.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { findMembers, findRules, isSeated } from "./find-members.server.ts";

export type SessionRefusal = CouncilRefusal | { readonly code: "not_permitted" };

export interface NewSession {
  readonly id: Id;
  readonly reviewId: string;
  readonly title: string;
  readonly form: SessionForm;
  readonly place: string;
  readonly heldOn: LocalDate;
}

/** Opens a session on a locked review, under the rules of today; everybody who sits that day has a place in it. */
export function openSession(caller: Caller, session: NewSession): Promise<Verdict<null, SessionRefusal>> {
  return inRoster<Verdict<null, SessionRefusal>>(
    caller,
    "council.open-session",
    async (tx, { communeId, actorId, now }) => {
      const { id, reviewId, heldOn, ...facts } = session;
      if ((await tx.councilSession.count({ where: { communeId, id } })) > 0) return allowed(null);
      const review = await tx.review.findUnique({
        where: { communeId_id: { communeId, id: reviewId } },
        select: { state: true },
      });
      if (!review) return refused({ code: "not_permitted" });
      if (review.state !== "locked" && review.state !== "published")
        return refused({ code: "council_review_not_locked" });
      const seated = (await findMembers(tx, communeId)).filter((member) => isSeated(member, heldOn));
      if (seated.length === 0) return refused({ code: "council_empty" });
      if (!seated.some(({ role }) => role === "chair")) return refused({ code: "council_without_chair" });
      const { rules } = await findRules(tx, communeId);
      await tx.$executeRaw`
        insert into council_session (commune_id, id, review_id, title, form, place, held_on, rules, state, opened_by, opened_at)
        values (${communeId}, ${id}::uuid, ${reviewId}::uuid, ${facts.title}, ${facts.form}, ${facts.place},
                ${toDatabaseDay(heldOn)}::date, ${JSON.stringify(rules)}::jsonb, 'open', ${actorId}::uuid, ${now})`;
      await tx.councilSeat.createMany({
        data: seated.map(({ id: memberId, role }) => ({
          communeId,
          sessionId: id,
          memberId,
          role,
          attendance: "absent",
          notedBy: actorId,
          notedAt: now,
        })),
      });
      return allowed(null);
    },
  );
}

export interface SeatNote {
  readonly memberId: string;
  readonly attendance: Attendance;
  readonly proxyName: string | null;
  readonly paper: string | null;
}

/** Who is there, who sent somebody, who wrote. Not while a round is open: its voters are counted. */
export function noteSeats(
  caller: Caller,
  sessionId: string,
  notes: readonly SeatNote[],
): Promise<Verdict<null, SessionRefusal>> {
  return inRoster<Verdict<null, SessionRefusal>>(
    caller,
    "council.note-seats",
    async (tx, { communeId, actorId, now }) => {
      const held = await holdOpenSession(tx, communeId, sessionId);
      if (!held.ok) return held;
      if (await hasOpenRound(tx, communeId, sessionId)) return refused({ code: "council_round_runs" });
      for (const { memberId, attendance, proxyName, paper } of notes) {
        const isProxy = attendance === "proxy";
        const needsPaper = isProxy || attendance === "written";
        if ((isProxy && proxyName === null) || (needsPaper && paper === null))
          return refused({ code: "council_paper_missing" });
        await tx.councilSeat.updateMany({
          where: { communeId, sessionId, memberId },
          data: {
            attendance,
            proxyName: isProxy ? proxyName : null,
            paper: needsPaper ? paper : null,
            notedBy: actorId,
            notedAt: now,
          },
        });
      }
      return allowed(null);
    },
  );
}

export interface SessionWords {
  readonly guests: string;
  readonly discussion: string;
  readonly conclusion: string;
}

/** The secretary's words for the minutes; `isLast` ends the session with them. */
export function writeSessionWords(
  caller: Caller,
  sessionId: string,
  words: SessionWords,
  isLast: boolean,
): Promise<Verdict<null, SessionRefusal>> {
  return inRoster<Verdict<null, SessionRefusal>>(
    caller,
    isLast ? "council.close-session" : "council.write-words",
    async (tx, { communeId, actorId, now }) => {
      const held = await holdOpenSession(tx, communeId, sessionId);
      if (!held.ok) return held;
      if (isLast && (await hasOpenRound(tx, communeId, sessionId)))
        return refused({ code: "council_round_runs" });
      await tx.councilSession.updateMany({
        where: { communeId, id: sessionId },
        data: { ...words, ...(isLast ? { state: "closed", closedBy: actorId, closedAt: now } : {}) },
      });
      return allowed(null);
    },
  );
}

export interface NewDissent {
  readonly id: Id;
  readonly sessionId: string;
  readonly memberId: string;
  readonly roundId: string | null;
  readonly proposalId: string | null;
  readonly content: string;
}

/** DOMAIN 2.5: who disagrees has it written down, and it goes to the head with the minutes. */
export function writeDissent(caller: Caller, dissent: NewDissent): Promise<Verdict<null, SessionRefusal>> {
  return inRoster<Verdict<null, SessionRefusal>>(
    caller,
    "council.dissent",
    async (tx, { communeId, actorId, now }) => {
      const { id, sessionId, memberId, roundId, proposalId, content } = dissent;
      const held = await holdOpenSession(tx, communeId, sessionId);
      if (!held.ok) return held;
      const sits = await tx.councilSeat.count({ where: { communeId, sessionId, memberId } });
      const ofSession =
        roundId === null ||
        (await tx.councilRound.count({ where: { communeId, sessionId, id: roundId } })) > 0;
      const ofRound =
        proposalId === null ||
        (roundId !== null &&
          (await tx.councilNominee.count({ where: { communeId, roundId, proposalId } })) > 0);
      if (sits === 0 || !ofSession || !ofRound) return refused({ code: "not_permitted" });
      await tx.councilDissent.createMany({
        data: [
          {
            communeId,
            id,
            sessionId,
            memberId,
            roundId,
            proposalId,
            content,
            enteredBy: actorId,
            enteredAt: now,
          },
        ],
        skipDuplicates: true,
      });
      return allowed(null);
    },
  );
}

/** Held to the end of the transaction: nothing moves under a session that is being closed. */
export async function holdOpenSession(
  tx: Tx,
  communeId: number,
  sessionId: string,
): Promise<Verdict<{ readonly reviewId: string }, SessionRefusal>> {
  const [row] = await tx.$queryRaw<{ state: string; reviewId: string }[]>`
    select state, review_id as "reviewId" from council_session
     where commune_id = ${communeId} and id = ${sessionId}::uuid for update`;
  if (!row) return refused({ code: "not_permitted" });
  return row.state === "open" ? allowed(row) : refused({ code: "council_session_closed" });
}

export async function hasOpenRound(tx: Tx, communeId: number, sessionId: string): Promise<boolean> {
  return (await tx.councilRound.count({ where: { communeId, sessionId, state: "open" } })) > 0;
}
