import { Link } from "@remix-run/react";
import Award from "lucide-react/icons/award";
import CalendarCheck from "lucide-react/icons/calendar-check";
import CircleCheck from "lucide-react/icons/circle-check";
import FileText from "lucide-react/icons/file-text";
import GraduationCap from "lucide-react/icons/graduation-cap";
import Heart from "lucide-react/icons/heart";
import ListTodo from "lucide-react/icons/list-todo";
import MessageSquareText from "lucide-react/icons/message-square-text";
import Undo2 from "lucide-react/icons/undo-2";
import type { ReactNode } from "react";
import { DIFFICULTY_PATHS } from "#app/domain/difficulties/difficulty-view.ts";
import type { Notice, NoticeEvent, NoticeKind } from "#app/domain/notices/notice.ts";
import { ORDER_PATHS } from "#app/domain/orders/order.ts";
import { PLAN_PAPER_PATHS } from "#app/domain/plan-papers/plan-paper.ts";
import { lastDayInTime } from "#app/domain/reports/reminder.ts";
import { reminderSentence, sayReportPeriod } from "#app/messages/say-report-period.ts";
import { noticesArea } from "#app/messages/vi/notices.ts";
import { reportsArea } from "#app/messages/vi/reports.ts";
import { reasonsArea } from "#app/messages/vi/verification-reasons.ts";
import { classNames } from "../class-names.ts";
import type { Icon } from "../kit/icon.ts";
import { Pill } from "../kit/pill.tsx";
import { useFormat, useMessages } from "../language.tsx";
import { useMonthName } from "../months/use-month-name.ts";
import { REPORT_PATHS } from "../reports/report-paths.ts";

const PICTURES: Readonly<Record<NoticeKind, Icon>> = {
  verified: CircleCheck,
  returned: Undo2,
  answer: MessageSquareText,
  award: Award,
  thanks: Heart,
  month: CalendarCheck,
  training: GraduationCap,
  report: FileText,
  task: ListTodo,
};
const TASK_PLACES = {
  order: ORDER_PATHS.one,
  reminder: ORDER_PATHS.one,
  difficulty: DIFFICULTY_PATHS.one,
  plan: () => PLAN_PAPER_PATHS.library,
} as const;
const WORKS_SHOWN = 3;
const NAMES_SHOWN = 2;

interface NoticeListProps {
  notices: readonly (Notice & { readonly isNew: boolean })[];
  /** What kinds of work are called. */
  names: Readonly<Record<string, string>>;
  now: number;
}

/** What happened, newest first; each line leads to what it speaks of. */
export function NoticeList({ notices, names, now }: NoticeListProps) {
  const { notices: words } = useMessages(noticesArea);
  const format = useFormat();
  return (
    <ul className="grid gap-3">
      {notices.map((notice) => {
        const Picture = PICTURES[notice.kind];
        return (
          <li
            key={notice.key}
            className={classNames(
              "grid grid-cols-[auto_1fr] gap-x-3 rounded-xl border bg-surface p-4",
              notice.isNew ? "border-accent" : "border-line",
            )}
          >
            <Picture size="1.5em" aria-hidden className="mt-1 text-ink-soft" />
            <div className="min-w-0">
              <NoticeBody notice={notice} names={names} />
              <p className="mt-1 flex flex-wrap items-center gap-2 text-sm text-ink-soft">
                {format.ago(notice.at, now)}
                {notice.isNew ? <Pill tone="accent">{words.fresh}</Pill> : null}
              </p>
            </div>
          </li>
        );
      })}
    </ul>
  );
}

function NoticeBody({ notice, names }: { notice: Notice; names: NoticeListProps["names"] }) {
  const { notices: words } = useMessages(noticesArea);
  const format = useFormat();
  const monthName = useMonthName();
  const [event] = notice.events;
  switch (event.is) {
    case "decision":
      return notice.kind === "verified" ? (
        <Verified events={notice.events} names={names} />
      ) : (
        <CameBack event={event} names={names} />
      );
    case "answer":
      return (
        <>
          <Title>{words.answers[event.about][event.accepted ? "yes" : "no"]}</Title>
          {event.answer ? <p>{event.answer}</p> : null}
          {event.claimId ? <Way to={`/viec/${event.claimId}`}>{words.openWork}</Way> : null}
        </>
      );
    case "award":
      return (
        <>
          <Title>{event.isRevoked ? words.awardRevoked(event.title) : words.awardTitle(event.title)}</Title>
          <Way to="/huy-hieu">{words.openBadges}</Way>
        </>
      );
    case "thanks":
      return <Thanked events={notice.events} />;
    case "training":
      return (
        <>
          <Title>
            {words.training[event.step](
              event.title,
              event.day === null ? "" : format.date(event.day),
              event.about,
            )}
          </Title>
          {event.reason ? <p>{event.reason}</p> : null}
          <Way to="/tap-huan">{words.openTraining}</Way>
        </>
      );
    case "report":
      return <ReportOwed event={event} />;
    case "task":
      return (
        <>
          <Title>
            {words.tasks[event.about](event.title, event.day === null ? "" : format.date(event.day))}
          </Title>
          <Way to={TASK_PLACES[event.about](event.subjectId)}>{words.openTask[event.about]}</Way>
        </>
      );
    case "month":
      return (
        <>
          <Title>{words.months[event.state](monthName(event.monthId), format.points(event.points))}</Title>
          <Way to={`/diem-cua-toi?thang=${event.monthId}`}>{words.openPoints}</Way>
        </>
      );
  }
}

function ReportOwed({ event }: { event: Extract<NoticeEvent, { is: "report" }> }) {
  const { notices: words, reports } = useMessages(noticesArea, reportsArea);
  const format = useFormat();
  const name = event.title ?? words.reportOf(sayReportPeriod(event.periodKey, reports, format));
  const path = event.isOffice ? REPORT_PATHS.sheet(event.reportId) : REPORT_PATHS.one(event.reportId);
  return (
    <>
      <Title>
        {words.reports[reminderSentence(event.step)](name, format.date(lastDayInTime(event.lateFrom)))}
      </Title>
      {event.reason ? <p>{event.reason}</p> : null}
      <Way to={path}>{words.openReport}</Way>
    </>
  );
}

function Verified({ events, names }: { events: Notice["events"]; names: NoticeListProps["names"] }) {
  const { notices: words } = useMessages(noticesArea);
  const format = useFormat();
  const works = events.filter((event) => event.is === "decision");
  const points = works.reduce((sum, work) => sum + work.points, 0);
  return (
    <>
      <Title>
        {words.verified(works.length)}: {words.earned(format.points(points))}
      </Title>
      <ul>
        {works.slice(0, WORKS_SHOWN).map((work) => (
          <li key={work.claimId}>
            <Way to={`/viec/${work.claimId}`}>
              {words.work(names[work.activityKey] ?? work.activityKey, format.date(work.workDate))}
            </Way>
          </li>
        ))}
      </ul>
      {works.length > WORKS_SHOWN ? (
        <p className="text-ink-soft">{words.more(works.length - WORKS_SHOWN)}</p>
      ) : null}
    </>
  );
}

type Decision = Extract<NoticeEvent, { is: "decision" }>;

function CameBack({ event, names }: { event: Decision; names: NoticeListProps["names"] }) {
  const { notices: words, reasons } = useMessages(noticesArea, reasonsArea);
  const format = useFormat();
  if (event.verdict === "approve") return null;
  const known: Readonly<Record<string, string>> = {
    ...reasons.toReverse,
    ...reasons.toReject,
    ...reasons.toReturn,
  };
  const why = [event.reasonCode === null ? null : known[event.reasonCode], event.reason].filter(Boolean);
  return (
    <>
      <Title>{words.decisions[event.verdict]}</Title>
      {why.length > 0 ? <p>{why.join(". ")}</p> : null}
      <Way to={`/viec/${event.claimId}`}>
        {words.work(names[event.activityKey] ?? event.activityKey, format.date(event.workDate))}
      </Way>
    </>
  );
}

function Thanked({ events }: { events: Notice["events"] }) {
  const { notices: words } = useMessages(noticesArea);
  const given = events.filter((event) => event.is === "thanks");
  const people = [...new Set(given.map(({ from }) => from))];
  const [first] = given;
  return (
    <>
      <Title>
        {words.thanks(people.slice(0, NAMES_SHOWN).join(", "), Math.max(0, people.length - NAMES_SHOWN))}
      </Title>
      {first ? <Way to={`/viec/${first.claimId}`}>{words.openWork}</Way> : null}
    </>
  );
}

function Title({ children }: { children: ReactNode }) {
  return <p className="font-bold">{children}</p>;
}

function Way({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Link to={to} className="inline-flex min-h-12 items-center text-accent-ink underline">
      {children}
    </Link>
  );
}
