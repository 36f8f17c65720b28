import { addDays, type LocalDate } from "#app/domain/calendar/local-date.ts";
import type { OrganisationKind } from "#app/domain/people/team.ts";
import type { TrainingRates } from "#app/domain/training/training-book.ts";
import { type AttendanceState, isInvited, isSeated } from "#app/domain/training/training-session.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { findAttendance, findSession, findSessions, type SessionView } from "./find-sessions.server.ts";
import { findOwnTopics, type OwnTopic } from "./find-topics.server.ts";
import { findTrainees, findTrainingBook } from "./find-training-book.server.ts";
import { isLookedAfter, maySessionBeKept, trainingReach } from "./reach.ts";
import { readTrainingRates } from "./read-training-rates.server.ts";

export interface SessionLine extends SessionView {
  readonly invited: number;
  readonly present: number;
  readonly excused: number;
  readonly asked: number;
}

export interface TrainingDesk {
  readonly today: LocalDate;
  readonly coming: readonly SessionLine[];
  /** Newest first. */
  readonly past: readonly SessionLine[];
  readonly rates: TrainingRates;
  readonly ownTopics: readonly OwnTopic[];
  /** Certificates that wait for a look. */
  readonly waiting: number;
}

const SHOWN_PAST_DAYS = 400;

/** What the office sees of training: what comes, what was, and how far the year is. */
export function readTrainingDesk(caller: Caller): Promise<TrainingDesk> {
  const scope = caller.scope("training.read-desk");
  const communeId = onlyCommune(scope);
  const { today } = caller;
  const from = `${today.slice(0, 4)}-01-01` as LocalDate;
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const sessions = await findSessions(tx, communeId, { from: addDays(today, -SHOWN_PAST_DAYS) });
    const book = await findTrainingBook(tx, communeId);
    const counts = new Map<string, Record<AttendanceState, number>>();
    for (const { sessionId, state } of book.attendance) {
      const own = counts.get(sessionId) ?? { present: 0, absent: 0, asked: 0, excused: 0 };
      own[state] += 1;
      counts.set(sessionId, own);
    }
    const lines = sessions.map((session): SessionLine => {
      const { present = 0, excused = 0, asked = 0 } = counts.get(session.id) ?? {};
      const invited = book.members.filter((member) => isInvited(session, member)).length;
      return { ...session, invited, present, excused, asked };
    });
    const { commune: rates } = await readTrainingRates(tx, {
      communeId,
      from,
      to: `${today.slice(0, 4)}-12-31` as LocalDate,
      now: caller.now,
    });
    return {
      today,
      coming: lines.filter(({ heldOn }) => heldOn >= today),
      past: lines.filter(({ heldOn }) => heldOn < today).reverse(),
      rates,
      ownTopics: await findOwnTopics(tx, communeId),
      waiting: await tx.trainingCertificate.count({ where: { communeId, state: "sent" } }),
    };
  });
}

export interface RollLine {
  readonly memberId: string;
  readonly fullName: string;
  readonly teamName: string;
  readonly isInvited: boolean;
  readonly isSelf: boolean;
  readonly state: AttendanceState | null;
  readonly way: "code" | "list" | "own" | null;
  readonly reason: string | null;
  readonly claimId: string | null;
}

export interface SessionRoll {
  readonly session: SessionView;
  /** Of the same series, in order. */
  readonly series: readonly SessionView[];
  readonly lines: readonly RollLine[];
  readonly ownTopics: readonly OwnTopic[];
  readonly teamNames: readonly string[];
  /** The caller may change it and keep its list. */
  readonly mayKeep: boolean;
}

/** One session with everybody it was for, and whoever came besides. */
export function readSessionRoll(caller: Caller, sessionId: string): Promise<SessionRoll | null> {
  const scope = caller.scope("training.read-roll");
  const communeId = onlyCommune(scope);
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const session = await findSession(tx, communeId, sessionId);
    if (!session) return null;
    const teams = new Map((await findTeamNames(tx, communeId)).map(({ id, name }) => [id, name]));
    const rows = new Map((await findAttendance(tx, communeId, sessionId)).map((row) => [row.memberId, row]));
    const reach = trainingReach(caller);
    const lines = (await findTrainees(tx, communeId)).flatMap((member): RollLine[] => {
      if (!isLookedAfter(reach, member, session.heldOn)) return [];
      const row = rows.get(member.memberId);
      const invited = isInvited(session, member);
      if (!invited && row === undefined) return [];
      const seat =
        member.seats.find(
          (each) =>
            isSeated(each, session.heldOn) &&
            (session.teamIds.length === 0 || session.teamIds.includes(each.teamId)),
        ) ?? member.seats.at(-1);
      return [
        {
          memberId: member.memberId,
          fullName: member.fullName,
          teamName: (seat && teams.get(seat.teamId)) ?? "",
          isInvited: invited,
          isSelf: member.accountId === caller.person.accountId,
          state: row?.state ?? null,
          way: row?.way ?? null,
          reason: row?.reason ?? null,
          claimId: row?.claimId ?? null,
        },
      ];
    });
    const series =
      session.seriesId === null
        ? []
        : (await findSessions(tx, communeId)).filter(({ seriesId }) => seriesId === session.seriesId);
    return {
      session,
      series,
      lines,
      ownTopics: await findOwnTopics(tx, communeId),
      teamNames: session.teamIds.map((id) => teams.get(id) ?? ""),
      mayKeep: maySessionBeKept(caller, session),
    };
  });
}

function findTeamNames(tx: Tx, communeId: number) {
  return tx.$queryRaw<{ id: number; name: string }[]>`
    select id, name from team where commune_id = ${communeId} order by lower(name) collate "und-x-icu", id`;
}

export interface SessionChoices {
  readonly organisers: readonly {
    readonly id: string;
    readonly name: string;
    readonly kind: OrganisationKind;
  }[];
  readonly teams: readonly { readonly id: number; readonly name: string }[];
  readonly places: readonly string[];
  readonly ownTopics: readonly OwnTopic[];
}

/** What the form of a session offers. */
export function readSessionChoices(caller: Caller): Promise<SessionChoices> {
  const scope = caller.scope("training.read-choices");
  const communeId = onlyCommune(scope);
  const { today } = caller;
  return caller.platform.db.withCommunes(scope, async (tx) => ({
    organisers: await tx.$queryRaw<{ id: string; name: string; kind: OrganisationKind }[]>`
      select id, name, kind from organisation
       where commune_id = ${communeId} and (valid_to is null or valid_to >= ${today}::date)
       order by lower(name) collate "und-x-icu", id`,
    teams: await tx.$queryRaw<{ id: number; name: string }[]>`
      select id, name from team
       where commune_id = ${communeId} and (valid_to is null or valid_to >= ${today}::date)
       order by lower(name) collate "und-x-icu", id`,
    places: (
      await tx.$queryRaw<{ name: string }[]>`
        select distinct name from venue where commune_id = ${communeId} and closed_on is null order by name`
    ).map(({ name }) => name),
    ownTopics: await findOwnTopics(tx, communeId),
  }));
}

/** For the host's screen: who came, and whether all who were asked did. */
export function countPresent(roll: SessionRoll): { readonly present: number; readonly invited: number } {
  return {
    present: roll.lines.filter(({ state }) => state === "present").length,
    invited: roll.lines.filter((line) => line.isInvited).length,
  };
}
