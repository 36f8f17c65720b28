import { addMonths, type LocalDate } from "../calendar/local-date.ts";
import {
  type AttendanceState,
  isInvited,
  isOver,
  isSeated,
  type Session,
  type Trainee,
} from "./training-session.ts";

/** G03: what was learned longer ago than this is due again. */
export const REFRESH_AFTER_MONTHS = 24;
/** B20, G05: what every member is trained in; AI and teaching among it. */
export const CORE_TOPICS = [
  "digital-devices",
  "public-services",
  "online-safety",
  "artificial-intelligence",
  "pedagogy",
] as const;

export interface Course {
  readonly id: string;
  readonly topics: readonly string[];
  readonly isMandatory: boolean;
  readonly dueOn: LocalDate | null;
}

/** Everything of a commune's training that figures follow from. */
export interface TrainingBook {
  readonly members: readonly Trainee[];
  /** Without those that were called off. */
  readonly sessions: readonly Session[];
  readonly attendance: readonly {
    readonly sessionId: string;
    readonly memberId: string;
    readonly state: AttendanceState;
  }[];
  readonly courses: readonly Course[];
  /** Confirmed ones. */
  readonly certificates: readonly {
    readonly courseId: string;
    readonly memberId: string;
    readonly completedOn: LocalDate;
  }[];
}

/** Nought of nought is "no data", never 0 % or 100 %. Excused stand in neither of the two. */
export interface TrainingRate {
  readonly numerator: number;
  readonly denominator: number;
  readonly excused: number;
}

export interface TrainingRates {
  /** Members times mandatory sessions of the span: attended, of those owed (criterion "training" of a village). */
  readonly attendance: TrainingRate;
  /** G01: members who came to every mandatory session they owed. */
  readonly complete: TrainingRate;
  /** B20: members trained in all core topics, and in each topic, as of the last day of the span. */
  readonly core: TrainingRate;
  readonly byTopic: Readonly<Record<string, TrainingRate>>;
  /** B12: members whose certificate of the course is confirmed. */
  readonly byCourse: Readonly<Record<string, TrainingRate>>;
}

export interface TrainingSpan {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly today: LocalDate;
  readonly minuteOfDay: number;
  /** Left out: the whole commune. */
  readonly teamId?: number;
}

export interface OwnTraining {
  /** Mandatory sessions that are over, by what became of them. */
  readonly attended: number;
  readonly owed: number;
  readonly excused: number;
}

/** G01: "đầy đủ" is every mandatory session that is over, without those the person was excused from. */
export function ownTraining(
  book: Pick<TrainingBook, "sessions">,
  member: Trainee,
  stateOf: ReadonlyMap<string, AttendanceState>,
  { from, to, today, minuteOfDay, teamId }: TrainingSpan,
): OwnTraining {
  let [attended, owed, excused] = [0, 0, 0];
  const seats = teamId === undefined ? member.seats : member.seats.filter((seat) => seat.teamId === teamId);
  for (const session of book.sessions) {
    if (!session.isMandatory || session.heldOn < from || session.heldOn > to) continue;
    const state = stateOf.get(attendanceKey(session.id, member.memberId));
    if (state !== "present" && !isOver(session, today, minuteOfDay)) continue;
    if (!isInvited(session, { seats, youth: member.youth })) continue;
    if (state === "excused") excused += 1;
    else owed += 1;
    if (state === "present") attended += 1;
  }
  return { attended, owed, excused };
}

export function attendanceKey(sessionId: string, memberId: string): string {
  return `${sessionId}/${memberId}`;
}

export function statesOf(book: Pick<TrainingBook, "attendance">): ReadonlyMap<string, AttendanceState> {
  return new Map(
    book.attendance.map(({ sessionId, memberId, state }) => [attendanceKey(sessionId, memberId), state]),
  );
}

/** The last day on which each member learned each topic. */
export function lastLearned(book: TrainingBook): ReadonlyMap<string, ReadonlyMap<string, LocalDate>> {
  const learned = new Map<string, Map<string, LocalDate>>();
  const note = (memberId: string, topics: readonly string[], day: LocalDate) => {
    const own = learned.get(memberId) ?? new Map<string, LocalDate>();
    learned.set(memberId, own);
    for (const topic of topics) {
      const before = own.get(topic);
      if (before === undefined || before < day) own.set(topic, day);
    }
  };
  const sessions = new Map(book.sessions.map((session) => [session.id, session]));
  for (const { sessionId, memberId, state } of book.attendance) {
    const session = sessions.get(sessionId);
    if (session && state === "present") note(memberId, session.topics, session.heldOn);
  }
  const courses = new Map(book.courses.map((course) => [course.id, course]));
  for (const { courseId, memberId, completedOn } of book.certificates)
    note(memberId, courses.get(courseId)?.topics ?? [], completedOn);
  return learned;
}

export type TopicState = "fresh" | "old" | "never";

export function topicState(learnedOn: LocalDate | undefined, on: LocalDate): TopicState {
  if (learnedOn === undefined || learnedOn > on) return "never";
  return learnedOn > addMonths(on, -REFRESH_AFTER_MONTHS) ? "fresh" : "old";
}

export function trainingRates(book: TrainingBook, span: TrainingSpan): TrainingRates {
  const on = span.to < span.today ? span.to : span.today;
  const members = book.members.filter(({ seats }) =>
    seats.some((seat) => isSeated(seat, on) && (span.teamId === undefined || seat.teamId === span.teamId)),
  );
  const states = statesOf(book);
  const owns = members.map((member) => ownTraining(book, member, states, span));
  const learned = lastLearned(book);
  const isFresh = (memberId: string, topic: string) =>
    topicState(learned.get(memberId)?.get(topic), on) === "fresh";
  const countOf = (counts: (memberId: string) => boolean): TrainingRate => ({
    numerator: members.filter(({ memberId }) => counts(memberId)).length,
    denominator: members.length,
    excused: 0,
  });
  const topics = new Set<string>([
    ...CORE_TOPICS,
    ...[...book.sessions, ...book.courses].flatMap((each) => each.topics),
  ]);
  const owing = owns.filter(({ owed }) => owed > 0);
  const sumOf = (pick: (own: OwnTraining) => number) => owns.reduce((sum, own) => sum + pick(own), 0);
  const excused = sumOf((own) => own.excused);
  return {
    attendance: { numerator: sumOf((own) => own.attended), denominator: sumOf((own) => own.owed), excused },
    complete: {
      numerator: owing.filter(({ attended, owed }) => attended === owed).length,
      denominator: owing.length,
      excused: owns.filter((own) => own.owed === 0 && own.excused > 0).length,
    },
    core: countOf((memberId) => CORE_TOPICS.every((topic) => isFresh(memberId, topic))),
    byTopic: Object.fromEntries(
      [...topics].map((topic) => [topic, countOf((memberId) => isFresh(memberId, topic))]),
    ),
    byCourse: Object.fromEntries(
      book.courses.map((course) => {
        const holders = new Set(
          book.certificates.flatMap((each) =>
            each.courseId === course.id && each.completedOn <= on ? each.memberId : [],
          ),
        );
        return [course.id, countOf((memberId) => holders.has(memberId))];
      }),
    ),
  };
}
