import { Link } from "@remix-run/react";
import Star from "lucide-react/icons/star";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { MonthState } from "#app/domain/months/month.ts";
import type { Project06Figures } from "#app/domain/months/month-views.ts";
import type { LineKind } from "#app/domain/points/line.ts";
import { activityPointsArea } from "#app/messages/vi/activity-points.ts";
import { classNames } from "../class-names.ts";
import { Card } from "../kit/card.tsx";
import { EmptyState } from "../kit/empty-state.tsx";
import { Notice } from "../kit/notice.tsx";
import { Pill } from "../kit/pill.tsx";
import { TextLink } from "../kit/text-link.tsx";
import { useFormat, useMessages } from "../language.tsx";
import { groupLines } from "./group-lines.ts";
import { ACTIVITY_PATHS } from "./paths.ts";
import { Project06Line } from "./project-06-line.tsx";

export interface StatementLineView {
  readonly seq: number;
  readonly kind: LineKind;
  readonly rule: string;
  readonly points: number;
  readonly workDate: LocalDate;
  readonly isAdjustment: boolean;
  readonly isCorrection: boolean;
  readonly reason: string | null;
  readonly claimId: string | null;
  readonly activityKey: string | null;
  readonly verifierName: string;
}

export interface StatementView {
  readonly months: readonly { readonly id: number; readonly state: MonthState; readonly isTrial: boolean }[];
  readonly month: {
    readonly id: number;
    readonly state: MonthState;
    readonly isTrial: boolean;
    readonly schemeVersion: number;
    readonly firstDay: LocalDate;
    readonly lastDay: LocalDate;
  };
  readonly total: number;
  readonly project06: Project06Figures;
  readonly lines: readonly StatementLineView[];
  readonly pending: number;
  readonly limits: { readonly perDay: number; readonly perMonth: number };
}

interface ScreenProps {
  statement: StatementView;
  names: Readonly<Record<string, string>>;
}

/** "Vì sao tôi có số điểm này?": the month's total, its days, its lines, and behind each line the work. */
export function StatementScreen({ statement, names }: ScreenProps) {
  const { activityPoints: words } = useMessages(activityPointsArea);
  const { month, months, lines, pending } = statement;
  const ofMonth = lines.filter(isOfMonth);
  const daily = lines.filter((line) => !isOfMonth(line));
  const days = [...new Set(daily.map(({ workDate }) => workDate))];
  return (
    <>
      <MonthChoice months={months} chosen={month.id} />
      <Total statement={statement} />
      <Project06Line figures={statement.project06} />
      {pending > 0 ? (
        <Notice
          title={words.pendingTitle}
          action={
            <TextLink
              to={`${ACTIVITY_PATHS.mine}?xem=cho-duyet`}
              className="inline-flex min-h-12 items-center"
            >
              {words.seePending}
            </TextLink>
          }
        >
          {words.pendingBody(pending)}
        </Notice>
      ) : null}
      {lines.length === 0 ? (
        <EmptyState icon={Star} title={words.noneTitle}>
          {words.noneBody}
        </EmptyState>
      ) : null}
      {ofMonth.length > 0 ? (
        <LinesOf title={words.monthLines} lines={ofMonth} {...{ names, statement }} />
      ) : null}
      {days.map((day) => (
        <DayLines
          key={day}
          day={day}
          lines={daily.filter(({ workDate }) => workDate === day)}
          {...{ names, statement }}
        />
      ))}
    </>
  );
}

function isOfMonth({ kind, claimId }: StatementLineView): boolean {
  return claimId === null && (kind === "month_cap" || kind === "priority_cap");
}

function useMonthName() {
  const format = useFormat();
  return (id: number) => format.month(Math.floor(id / 100), id % 100);
}

function MonthChoice({ months, chosen }: { months: StatementView["months"]; chosen: number }) {
  const words = useMessages(activityPointsArea).activityPoints;
  const nameOf = useMonthName();
  if (months.length < 2) return null;
  return (
    <nav aria-label={words.chooseMonth} className="-mx-4 overflow-x-auto px-4 pb-1">
      <ul className="flex gap-2">
        {months.map(({ id }) => (
          <li key={id} className="shrink-0">
            <Link
              to={`${ACTIVITY_PATHS.points}?thang=${id}`}
              aria-current={id === chosen ? "page" : undefined}
              className={classNames(
                "inline-flex min-h-12 items-center rounded-full border-2 px-4 first-letter:uppercase",
                id === chosen
                  ? "border-accent bg-accent font-bold text-on-accent"
                  : "border-line bg-surface hover:border-edge",
              )}
            >
              {nameOf(id)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Total({ statement }: { statement: StatementView }) {
  const { activityPoints: words } = useMessages(activityPointsArea);
  const format = useFormat();
  const nameOf = useMonthName();
  const { month, total } = statement;
  return (
    <section className="rounded-xl border border-line bg-gold-soft p-5 shadow-card sm:p-6">
      <p className="text-gold-ink">
        {words.total}, {nameOf(month.id)}
      </p>
      <p className="text-5xl font-bold tabular-nums">{format.points(total)}</p>
      <p>{words.period(format.date(month.firstDay), format.date(month.lastDay))}</p>
      <p className="mt-2 flex flex-wrap items-center gap-2">
        <Pill>{words.states[month.state]}</Pill>
        <TextLink to={`/quy-tac?ban=${month.schemeVersion}`} className="inline-flex min-h-12 items-center">
          {words.rules(month.schemeVersion)}
        </TextLink>
        {month.isTrial ? <Pill tone="gold">{words.rulesTrial}</Pill> : null}
      </p>
      {month.isTrial ? <p className="mt-2">{words.trial}</p> : null}
    </section>
  );
}

interface LinesProps extends ScreenProps {
  lines: readonly StatementLineView[];
}

function DayLines({ day, lines, ...rest }: LinesProps & { day: LocalDate }) {
  const format = useFormat();
  return <LinesOf title={format.date(day)} lines={lines} {...rest} />;
}

function LinesOf({ title, lines, names, statement }: LinesProps & { title: string }) {
  const words = useMessages(activityPointsArea).activityPoints;
  const format = useFormat();
  const sum = lines.reduce((total, { points }) => total + points, 0);
  return (
    <Card title={title} aside={<strong className="tabular-nums">{words.ofDay(format.points(sum))}</strong>}>
      <ul className="divide-y divide-line">
        {groupLines(lines, samenessOf).map(({ first, count, points }) => (
          <li key={first.seq} className="flex items-start justify-between gap-4 py-3 last:pb-0">
            <OneLine line={{ ...first, points }} count={count} names={names} limits={statement.limits} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function samenessOf({ claimId, rule, verifierName, reason }: StatementLineView): string {
  return [claimId, rule, verifierName, reason].join("/");
}

interface LineProps {
  line: StatementLineView;
  /** How many lines of the ledger these points are. */
  count: number;
  names: ScreenProps["names"];
  limits: StatementView["limits"];
}

function OneLine({ line, count, names, limits }: LineProps) {
  const { activityPoints: words } = useMessages(activityPointsArea);
  const format = useFormat();
  const { kind, rule, points, claimId, activityKey, verifierName, isAdjustment, isCorrection, reason } = line;
  const key = activityKey ?? (kind === "own_cap" ? rule : null);
  const why = useCapWords()(kind, limits);
  return (
    <>
      <div className="min-w-0">
        {key ? <p className="font-bold leading-snug">{names[key] ?? key}</p> : null}
        <p className={key ? "" : "font-bold"}>
          {words.kinds[kind]}
          {count > 1 ? ` × ${count}` : null}
        </p>
        {why ? <p className="text-sm text-ink-soft">{why}</p> : null}
        {reason ? <p className="text-sm text-ink-soft">{reason}</p> : null}
        <p className="text-sm text-ink-soft">{words.verifiedBy(verifierName)}</p>
        {isAdjustment || isCorrection ? (
          <p className="mt-1 flex flex-wrap gap-2">
            {isCorrection ? <Pill>{words.corrected}</Pill> : null}
            {isAdjustment ? <Pill tone="info">{words.adjustment}</Pill> : null}
          </p>
        ) : null}
        {claimId ? (
          <TextLink to={ACTIVITY_PATHS.record(claimId)} className="inline-flex min-h-12 items-center">
            {words.openClaim}
          </TextLink>
        ) : null}
      </div>
      <strong className={classNames("shrink-0 text-lg tabular-nums", points < 0 && "text-ink-soft")}>
        {points > 0 ? "+" : ""}
        {format.points(points)}
      </strong>
    </>
  );
}

/** A cap says its own figure: nobody has to guess where points went. */
function useCapWords() {
  const words = useMessages(activityPointsArea).activityPoints.capBody;
  const format = useFormat();
  return (kind: LineKind, limits: StatementView["limits"]): string | null => {
    switch (kind) {
      case "repeat":
        return words.repeat;
      case "own_cap":
        return words.own_cap;
      case "priority_cap":
        return words.priority_cap;
      case "day_cap":
        return words.day_cap(format.points(limits.perDay));
      case "month_cap":
        return words.month_cap(format.points(limits.perMonth));
      case "award":
      case "bonus":
      case "priority":
      case "campaign":
        return null;
    }
  };
}
