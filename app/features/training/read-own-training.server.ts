import { addDays, type LocalDate } from "#app/domain/calendar/local-date.ts";
import {
  attendanceKey,
  CORE_TOPICS,
  lastLearned,
  type OwnTraining,
  ownTraining,
  statesOf,
  type TopicState,
  topicState,
} from "#app/domain/training/training-book.ts";
import {
  type AttendanceState,
  isDoorOpen,
  isInvited,
  isOver,
} from "#app/domain/training/training-session.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { type CourseView, findCourses } from "./find-courses.server.ts";
import { findSessions, type SessionView } from "./find-sessions.server.ts";
import { findOwnTopics, type OwnTopic } from "./find-topics.server.ts";
import { findTrainingBook } from "./find-training-book.server.ts";
import { moment } from "./read-training-rates.server.ts";

export interface OwnSession extends SessionView {
  readonly state: AttendanceState | null;
  readonly claimId: string | null;
  readonly isInvited: boolean;
  readonly isOver: boolean;
  readonly isDoorOpen: boolean;
}

export interface OwnCertificate {
  readonly id: string;
  readonly courseId: string;
  readonly state: "sent" | "confirmed" | "returned";
  readonly completedOn: LocalDate;
  readonly reason: string | null;
  readonly decidedBy: string | null;
  readonly claimId: string | null;
}

export interface OwnTrainingView {
  readonly today: LocalDate;
  readonly coming: readonly OwnSession[];
  /** Newest first: of this year and the last. */
  readonly past: readonly OwnSession[];
  readonly year: OwnTraining;
  readonly core: readonly { readonly topic: string; readonly state: TopicState }[];
  readonly courses: readonly (CourseView & { readonly certificate: OwnCertificate | null })[];
  readonly ownTopics: readonly OwnTopic[];
}

/** G10: what is next for this member, what is missing; null for accounts that are on no roster. */
export function readOwnTraining(caller: Caller): Promise<OwnTrainingView | null> {
  const scope = caller.scope("training.read-own");
  const communeId = onlyCommune(scope);
  const { today, minuteOfDay } = moment(caller.now);
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const book = await findTrainingBook(tx, communeId);
    const member = book.members.find(({ accountId }) => accountId === caller.person.accountId);
    if (!member) return null;
    const states = statesOf(book);
    const claims = await findClaims(tx, communeId, member.memberId);
    const sessions = (await findSessions(tx, communeId, { from: addDays(today, -400) }))
      .filter(
        (session) =>
          session.cancelledWhy === null &&
          (isInvited(session, member) || states.has(attendanceKey(session.id, member.memberId))),
      )
      .map((session) => ({
        ...session,
        state: states.get(attendanceKey(session.id, member.memberId)) ?? null,
        claimId: claims.get(session.id) ?? null,
        isInvited: isInvited(session, member),
        isOver: isOver(session, today, minuteOfDay),
        isDoorOpen: isDoorOpen(session, today, minuteOfDay),
      }));
    const learned = lastLearned(book).get(member.memberId);
    const certificates = await findCertificates(tx, communeId, member.memberId);
    const year = today.slice(0, 4);
    const span = { from: `${year}-01-01` as LocalDate, to: `${year}-12-31` as LocalDate, today, minuteOfDay };
    return {
      today,
      coming: sessions.filter((session) => !session.isOver || session.isDoorOpen),
      past: sessions.filter((session) => session.isOver && !session.isDoorOpen).reverse(),
      year: ownTraining(book, member, states, span),
      core: CORE_TOPICS.map((topic) => ({ topic, state: topicState(learned?.get(topic), today) })),
      courses: (await findCourses(tx, communeId)).map((course) => ({
        ...course,
        certificate: certificates.find(({ courseId }) => courseId === course.id) ?? null,
      })),
      ownTopics: await findOwnTopics(tx, communeId),
    };
  });
}

async function findClaims(tx: Tx, communeId: number, memberId: string): Promise<Map<string, string>> {
  const rows = await tx.$queryRaw<{ sessionId: string; claimId: string }[]>`
    select session_id as "sessionId", claim_id as "claimId" from training_attendance
     where commune_id = ${communeId} and member_id = ${memberId}::uuid and claim_id is not null`;
  return new Map(rows.map(({ sessionId, claimId }) => [sessionId, claimId]));
}

/** The one that stands of each course, else the last that came back. */
export function findCertificates(tx: Tx, communeId: number, memberId: string): Promise<OwnCertificate[]> {
  return tx.$queryRaw<OwnCertificate[]>`
    select distinct on (c.course_id) c.id, c.course_id as "courseId", c.state, c.completed_on::text as "completedOn",
           c.reason, a.display_name as "decidedBy", c.claim_id as "claimId"
      from training_certificate c left join account a on a.id = c.decided_by
     where c.commune_id = ${communeId} and c.member_id = ${memberId}::uuid
     order by c.course_id, c.state = 'returned', c.sent_at desc, c.id`;
}

/** The topics a member was ever trained in; null while nothing is known of anybody's training (SCORING 4.2). */
export async function findAttendedTopics(
  tx: Tx,
  communeId: number,
  accountId: string,
): Promise<ReadonlySet<string> | null> {
  const [any] = await tx.$queryRaw<{ is: boolean }[]>`
    select exists (select from training_attendance where commune_id = ${communeId} and state = 'present')
        or exists (select from training_certificate where commune_id = ${communeId} and state = 'confirmed') as is`;
  if (!any?.is) return null;
  const rows = await tx.$queryRaw<{ topic: string }[]>`
    select distinct unnest(s.topics) as topic
      from member m
      join training_attendance a on a.commune_id = m.commune_id and a.member_id = m.id and a.state = 'present'
      join training_session s on s.commune_id = a.commune_id and s.id = a.session_id and s.cancelled_at is null
     where m.commune_id = ${communeId} and m.account_id = ${accountId}::uuid
     union
    select unnest(k.topics)
      from member m
      join training_certificate c on c.commune_id = m.commune_id and c.member_id = m.id and c.state = 'confirmed'
      join training_course k on k.commune_id = c.commune_id and k.id = c.course_id
     where m.commune_id = ${communeId} and m.account_id = ${accountId}::uuid`;
  return new Set(rows.map(({ topic }) => topic));
}
