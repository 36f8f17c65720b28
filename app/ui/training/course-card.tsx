import { Form } from "@remix-run/react";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { trainingArea } from "#app/messages/vi/training.ts";
import { Button } from "../kit/button.tsx";
import { Card } from "../kit/card.tsx";
import { CheckBox } from "../kit/check-box.tsx";
import { Disclosure } from "../kit/disclosure.tsx";
import type { FormAnswer } from "../kit/form-answer.ts";
import { Pill } from "../kit/pill.tsx";
import { ProgressBar } from "../kit/progress-bar.tsx";
import { useFormat, useMessages } from "../language.tsx";
import { CourseForm, type CourseToEdit } from "./course-form.tsx";
import { type NamedTopic, useTopicNames } from "./use-topic-names.ts";

interface CourseCardProps {
  course: CourseToEdit & { readonly done: number; readonly members: number; readonly waiting: number };
  today: LocalDate;
  ownTopics: readonly NamedTopic[];
  mayManage: boolean;
  answer: FormAnswer | undefined;
}

/** B12: a course, its day, and how many have the certificate. */
export function CourseCard({ course, today, ownTopics, mayManage, answer }: CourseCardProps) {
  const { training } = useMessages(trainingArea);
  const words = training.courseDesk;
  const format = useFormat();
  const topicName = useTopicNames(ownTopics);
  const { dueOn } = course;
  const isLate = dueOn !== null && dueOn < today && course.done < course.members;
  return (
    <Card title={course.title}>
      <p className="text-ink-soft">{course.provider}</p>
      <p className="my-3 flex flex-wrap gap-2">
        {course.isMandatory ? <Pill tone="gold">{training.mandatory}</Pill> : null}
        {dueOn === null ? null : (
          <Pill tone={isLate ? "danger" : "neutral"}>{training.courses.due(format.date(dueOn))}</Pill>
        )}
        {course.waiting > 0 ? <Pill tone="info">{words.waiting(course.waiting)}</Pill> : null}
        {course.topics.map((topic) => (
          <Pill key={topic} tone="info">
            {topicName(topic)}
          </Pill>
        ))}
      </p>
      {course.members > 0 ? (
        <ProgressBar label={words.done} value={course.done} goal={course.members} unit={words.people} />
      ) : null}
      {mayManage ? (
        <div className="mt-4 grid gap-3">
          <Disclosure
            summary={words.change(course.title)}
            isOpen={answer !== undefined && answer.problems.sure === undefined}
          >
            <CourseForm id={course.id} course={course} ownTopics={ownTopics} answer={answer} />
          </Disclosure>
          <Disclosure summary={words.close} isOpen={answer?.problems.sure !== undefined}>
            <Form method="post" className="grid gap-4">
              <input type="hidden" name="id" value={course.id} />
              <CheckBox
                id={`field-sure-${course.id}`}
                name="sure"
                label={words.closeSure}
                error={answer?.problems.sure}
              />
              <Button type="submit" name="act" value="close" variant="danger">
                {words.close}
              </Button>
            </Form>
          </Disclosure>
        </div>
      ) : null}
    </Card>
  );
}
