import { Form } from "@remix-run/react";
import { daysBetween, type LocalDate } from "#app/domain/calendar/local-date.ts";
import { TRAINING_PATHS } from "#app/domain/training/training-paths.ts";
import { trainingArea } from "#app/messages/vi/training.ts";
import { ACTIVITY_PATHS } from "../activity/paths.ts";
import { buttonStyle } from "../kit/button-style.ts";
import { LinkButton } from "../kit/link-button.tsx";
import { Pill } from "../kit/pill.tsx";
import { SubmitButton } from "../kit/submit-button.tsx";
import { TextLink } from "../kit/text-link.tsx";
import { useFormat, useMessages } from "../language.tsx";
import type { OwnCourseView } from "./views.ts";

interface OwnCoursesProps {
  courses: readonly OwnCourseView[];
  today: LocalDate;
  topicName: (key: string) => string;
}

/** B12, G02: courses with their day, and what became of one's certificate. */
export function OwnCourses({ courses, today, topicName }: OwnCoursesProps) {
  return (
    <ul className="grid gap-4">
      {courses.map((course) => (
        <OwnCourse key={course.id} course={course} today={today} topicName={topicName} />
      ))}
    </ul>
  );
}

const TONES = { sent: "info", confirmed: "accent", returned: "danger" } as const;

function OwnCourse({
  course,
  today,
  topicName,
}: Omit<OwnCoursesProps, "courses"> & { course: OwnCourseView }) {
  const { training } = useMessages(trainingArea);
  const words = training.courses;
  const format = useFormat();
  const { certificate } = course;
  const isOpen = certificate === null || certificate.state === "returned";
  return (
    <li className="rounded-xl border border-line bg-surface p-5 shadow-card">
      <div className="mb-2 flex flex-wrap items-start justify-between gap-2">
        <h3 className="min-w-0 text-lg leading-snug">{course.title}</h3>
        {certificate ? <Pill tone={TONES[certificate.state]}>{words.states[certificate.state]}</Pill> : null}
      </div>
      <p className="text-ink-soft">{course.provider}</p>
      <p className="mt-2 flex flex-wrap gap-2">
        {course.dueOn !== null && isOpen ? <Due dueOn={course.dueOn} today={today} /> : null}
        {course.topics.map((topic) => (
          <Pill key={topic} tone="info">
            {topicName(topic)}
          </Pill>
        ))}
      </p>
      {course.dueOn === null ? null : <p className="mt-2">{words.due(format.date(course.dueOn))}</p>}
      {certificate?.state === "returned" && certificate.reason ? (
        <p className="mt-2 rounded-lg bg-danger-soft p-3 text-danger-ink">
          {words.returned(certificate.decidedBy ?? training.office, certificate.reason)}
        </p>
      ) : null}
      <div className="mt-4 flex flex-wrap gap-3">
        {isOpen ? (
          <LinkButton to={TRAINING_PATHS.certificate(course.id)}>
            {certificate ? words.sendAgain : words.send}
          </LinkButton>
        ) : null}
        {isOpen && course.link ? (
          <a
            href={course.link}
            rel="noreferrer"
            target="_blank"
            className={buttonStyle({ variant: "secondary" })}
          >
            {words.open}
          </a>
        ) : null}
        {certificate?.state === "confirmed" ? <Earned certificate={certificate} /> : null}
      </div>
    </li>
  );
}

function Earned({ certificate }: { certificate: NonNullable<OwnCourseView["certificate"]> }) {
  const { training: words } = useMessages(trainingArea);
  if (certificate.claimId !== null)
    return (
      <TextLink to={ACTIVITY_PATHS.record(certificate.claimId)} className="inline-flex min-h-12 items-center">
        {words.claimOpen}
      </TextLink>
    );
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="id" value={certificate.id} />
      <SubmitButton name="act" value="claim-certificate" variant="secondary">
        {words.claimCertificate}
      </SubmitButton>
    </Form>
  );
}

function Due({ dueOn, today }: { dueOn: LocalDate; today: LocalDate }) {
  const { training } = useMessages(trainingArea);
  const left = daysBetween(today, dueOn);
  return (
    <Pill tone={left < 0 ? "danger" : left <= 14 ? "gold" : "neutral"}>
      {left < 0 ? training.courses.overdue(-left) : training.courses.daysLeft(left)}
    </Pill>
  );
}
