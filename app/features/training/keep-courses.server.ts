import type { z } from "zod";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { TrainingRefusal } from "#app/domain/training/training-refusals.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { toDatabaseDay } from "#app/features/communes/database-day.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";
import { type CourseView, findCourses } from "./find-courses.server.ts";
import { areTopics, findOwnTopics, type OwnTopic } from "./find-topics.server.ts";
import { readTrainingRates } from "./read-training-rates.server.ts";
import type { courseSchema, topicSchema } from "./training.schema.ts";

type CourseRefusal =
  | Extract<
      TrainingRefusal,
      { code: "training_changed_meanwhile" | "training_topic_taken" | "training_topics_full" }
    >
  | { readonly code: "not_permitted" };

/** G02, B12: a course to be learned online, with its day. */
export function saveCourse(
  caller: Caller,
  wish: z.output<typeof courseSchema>,
): Promise<Verdict<null, CourseRefusal>> {
  return inRoster(caller, "training.save-course", async (tx, { communeId, actorId, now }) => {
    if (!(await areTopics(tx, communeId, wish.topics))) return refused({ code: "not_permitted" });
    const columns = {
      title: wish.title,
      provider: wish.provider,
      link: wish.link ?? null,
      topics: [...new Set(wish.topics)],
      isMandatory: wish.isMandatory,
      dueOn: wish.dueOn === undefined ? null : toDatabaseDay(wish.dueOn),
    };
    if (wish.revision === undefined) {
      await tx.trainingCourse.createMany({
        data: [{ communeId, id: wish.id, ...columns, enteredBy: actorId, enteredAt: now }],
        skipDuplicates: true,
      });
      return allowed(null);
    }
    const { count } = await tx.trainingCourse.updateMany({
      where: { communeId, id: wish.id, revision: wish.revision, closedOn: null },
      data: { ...columns, revision: wish.revision + 1 },
    });
    return count === 0 ? refused({ code: "training_changed_meanwhile" }) : allowed(null);
  });
}

/** Asked of nobody any more; certificates stay. */
export function closeCourse(caller: Caller, id: string): Promise<Verdict<null, CourseRefusal>> {
  return inRoster(caller, "training.close-course", async (tx, { communeId, today }) => {
    const { count } = await tx.trainingCourse.updateMany({
      where: { communeId, id, closedOn: null },
      data: { closedOn: toDatabaseDay(today) },
    });
    return count === 0 ? refused({ code: "training_changed_meanwhile" }) : allowed(null);
  });
}

const MOST_OWN_TOPICS = 40;

/** G04: a topic of the commune's own, and the kinds of work it prepares for. */
export function saveTopic(
  caller: Caller,
  { key, name, kinds }: z.output<typeof topicSchema>,
): Promise<Verdict<null, CourseRefusal>> {
  return inRoster(caller, "training.save-topic", async (tx, { communeId, actorId, now, newId }) => {
    const topics = (await findOwnTopics(tx, communeId)).filter((topic) => !topic.isClosed);
    const twin = topics.find((each) => each.key !== key && each.name.toLowerCase() === name.toLowerCase());
    if (twin) return refused({ code: "training_topic_taken", name: twin.name });
    if (key !== undefined) {
      const { count } = await tx.trainingTopic.updateMany({
        where: { communeId, key, closedOn: null },
        data: { name, kinds: [...new Set(kinds)] },
      });
      return count === 0 ? refused({ code: "training_changed_meanwhile" }) : allowed(null);
    }
    if (topics.length >= MOST_OWN_TOPICS)
      return refused({ code: "training_topics_full", maximum: MOST_OWN_TOPICS });
    await tx.trainingTopic.createMany({
      data: [
        {
          communeId,
          key: `own-${newId()}`,
          name,
          kinds: [...new Set(kinds)],
          enteredBy: actorId,
          enteredAt: now,
        },
      ],
    });
    return allowed(null);
  });
}

export interface CourseDesk {
  readonly courses: readonly (CourseView & {
    readonly done: number;
    readonly members: number;
    readonly waiting: number;
  })[];
  readonly ownTopics: readonly OwnTopic[];
}

export function readCourseDesk(caller: Caller): Promise<CourseDesk> {
  const scope = caller.scope("training.read-courses");
  const communeId = onlyCommune(scope);
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const courses = await findCourses(tx, communeId);
    const { commune } = await readTrainingRates(tx, {
      communeId,
      from: `${caller.today.slice(0, 4)}-01-01` as LocalDate,
      to: caller.today,
      now: caller.now,
    });
    const waiting = await tx.trainingCertificate.groupBy({
      by: ["courseId"],
      where: { communeId, state: "sent" },
      _count: { _all: true },
    });
    return {
      courses: courses.map((course) => ({
        ...course,
        done: commune.byCourse[course.id]?.numerator ?? 0,
        members: commune.byCourse[course.id]?.denominator ?? 0,
        waiting: waiting.find(({ courseId }) => courseId === course.id)?._count._all ?? 0,
      })),
      ownTopics: await findOwnTopics(tx, communeId),
    };
  });
}
