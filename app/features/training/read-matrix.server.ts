import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import {
  CORE_TOPICS,
  lastLearned,
  type OwnTraining,
  ownTraining,
  statesOf,
  type TopicState,
  topicState,
} from "#app/domain/training/training-book.ts";
import { isSeated } from "#app/domain/training/training-session.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { findCourses } from "./find-courses.server.ts";
import { findOwnTopics, type OwnTopic } from "./find-topics.server.ts";
import { findTrainingBook } from "./find-training-book.server.ts";
import { isLookedAfter, trainingReach } from "./reach.ts";
import { moment } from "./read-training-rates.server.ts";

export interface MatrixLine {
  readonly memberId: string;
  readonly fullName: string;
  readonly teamName: string;
  /** In the order of the topics. */
  readonly topics: readonly { readonly state: TopicState; readonly learnedOn: LocalDate | null }[];
  /** In the order of the courses. */
  readonly courses: readonly boolean[];
  readonly year: OwnTraining;
}

export interface TrainingMatrix {
  readonly teams: readonly { readonly id: number; readonly name: string }[];
  readonly topics: readonly string[];
  readonly courses: readonly { readonly id: string; readonly title: string }[];
  readonly lines: readonly MatrixLine[];
  readonly ownTopics: readonly OwnTopic[];
}

/** G04: member by topic. Of one team, or of everybody the caller looks after. */
export function readMatrix(caller: Caller, teamId: number | null): Promise<TrainingMatrix> {
  const scope = caller.scope("training.read-matrix");
  const communeId = onlyCommune(scope);
  const { today, minuteOfDay } = moment(caller.now);
  const reach = trainingReach(caller);
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const book = await findTrainingBook(tx, communeId);
    const rows = await tx.$queryRaw<{ id: number; name: string; villageId: number | null }[]>`
      select id, name, village_id as "villageId" from team
       where commune_id = ${communeId} and (valid_to is null or valid_to >= ${today}::date)
       order by lower(name) collate "und-x-icu", id`;
    const teams = rows.filter(({ id, villageId }) => reach.canSeePlace({ teamId: id, villageId }));
    const names = new Map(teams.map(({ id, name }) => [id, name]));
    const members = book.members.filter(
      (member) =>
        isLookedAfter(reach, member, today) &&
        (teamId === null || member.seats.some((seat) => seat.teamId === teamId && isSeated(seat, today))),
    );
    const learned = lastLearned(book);
    const states = statesOf(book);
    const topics = topicsOf(book);
    const courses = (await findCourses(tx, communeId)).map(({ id, title }) => ({ id, title }));
    const done = new Set(book.certificates.map(({ courseId, memberId }) => `${courseId}/${memberId}`));
    const year = today.slice(0, 4);
    const span = { from: `${year}-01-01` as LocalDate, to: `${year}-12-31` as LocalDate, today, minuteOfDay };
    return {
      teams: teams.map(({ id, name }) => ({ id, name })),
      topics,
      courses,
      ownTopics: await findOwnTopics(tx, communeId),
      lines: members.map((member) => {
        const own = learned.get(member.memberId);
        const seat = member.seats.find(
          (each) =>
            isSeated(each, today) && names.has(each.teamId) && (teamId === null || each.teamId === teamId),
        );
        return {
          memberId: member.memberId,
          fullName: member.fullName,
          teamName: (seat && names.get(seat.teamId)) ?? "",
          topics: topics.map((topic) => ({
            state: topicState(own?.get(topic), today),
            learnedOn: own?.get(topic) ?? null,
          })),
          courses: courses.map(({ id }) => done.has(`${id}/${member.memberId}`)),
          year: ownTraining(book, member, states, span),
        };
      }),
    };
  });
}

/** What everybody needs first, then whatever was ever taught here. */
function topicsOf(book: {
  readonly sessions: readonly { readonly topics: readonly string[] }[];
  readonly courses: readonly { readonly topics: readonly string[] }[];
}): string[] {
  const taught = [...book.sessions, ...book.courses].flatMap(({ topics }) => topics);
  return [...new Set<string>([...CORE_TOPICS, ...taught])];
}
