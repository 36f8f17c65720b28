import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import BookOpenCheck from "lucide-react/icons/book-open-check";
import { can } from "#app/domain/access/can.ts";
import { TRAINING_PATHS } from "#app/domain/training/training-paths.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { receiveForm } from "#app/features/forms/read-form.server.ts";
import { newIds } from "#app/features/roster/read-params.server.ts";
import { answerCourseForm } from "#app/features/training/answer-desk-forms.server.ts";
import { readCourseDesk } from "#app/features/training/keep-courses.server.ts";
import { trainingArea } from "#app/messages/vi/training.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { Disclosure } from "#app/ui/kit/disclosure.tsx";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import type { FormAnswer } from "#app/ui/kit/form-answer.ts";
import { useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { CourseCard } from "#app/ui/training/course-card.tsx";
import { CourseForm } from "#app/ui/training/course-form.tsx";

export const handle: PageHandle = { title: (say) => say(trainingArea).courseDesk.title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "training.read");
  if (caller.communeId === null) throw notFound();
  return {
    ...(await readCourseDesk(caller)),
    id: newIds(caller, 1)[0] ?? "",
    today: caller.today,
    mayManage: can(caller.actor, "training.manage", null, caller.today).ok,
    done: new URL(args.request.url).searchParams.get("xong"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "training.manage");
  const fields = await receiveForm(args.request);
  if (caller.communeId === null || fields === null) throw notFound();
  const answer = await answerCourseForm(caller, fields);
  if (answer === null) throw notFound();
  return answer.ok
    ? goOn(`${TRAINING_PATHS.courses}?xong=${answer.done}`)
    : askAgain(answer.problems, answer.values);
}

export default function TrainingCourses() {
  const { courses, ownTopics, id, today, mayManage, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const { training } = useMessages(trainingArea);
  const words = training.courseDesk;
  const answerOf = (courseId: string) => (answer?.values.id === courseId ? answer : undefined);
  const isNew = answer !== undefined && !courses.some((course) => course.id === answer.values.id);
  return (
    <Page
      title={words.title}
      lead={words.lead}
      width="narrow"
      trail={<Breadcrumb steps={[{ to: TRAINING_PATHS.desk, label: training.desk.title }]} />}
    >
      {done !== null && !answer ? <Flash>{done === "dong" ? words.closed : words.saved}</Flash> : null}
      {courses.length === 0 ? (
        <EmptyState icon={BookOpenCheck} title={words.none}>
          {words.noneBody}
        </EmptyState>
      ) : null}
      {courses.map((course) => (
        <CourseCard
          key={course.id}
          course={course}
          today={today}
          ownTopics={ownTopics}
          mayManage={mayManage}
          answer={answerOf(course.id)}
        />
      ))}
      {mayManage ? (
        <Disclosure summary={words.add} isOpen={isNew || courses.length === 0}>
          <CourseForm
            key={id}
            id={id}
            course={null}
            ownTopics={ownTopics}
            answer={isNew ? answer : undefined}
          />
        </Disclosure>
      ) : null}
    </Page>
  );
}
