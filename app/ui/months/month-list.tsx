import { Link } from "@remix-run/react";
import CalendarRange from "lucide-react/icons/calendar-range";
import ChevronRight from "lucide-react/icons/chevron-right";
import { localDateAt } from "#app/domain/calendar/local-date.ts";
import type { MonthHead } from "#app/domain/months/month-views.ts";
import { monthsArea } from "#app/messages/vi/months.ts";
import { EmptyState } from "../kit/empty-state.tsx";
import { Pill } from "../kit/pill.tsx";
import { Points } from "../kit/points.tsx";
import { useFormat, useMessages } from "../language.tsx";
import { MonthStatePill } from "./month-state.tsx";
import { useMonthName } from "./use-month-name.ts";

/** Months as cards, newest first; each says what it waits for. */
export function MonthList({
  months,
  hrefOf,
}: {
  months: readonly MonthHead[];
  hrefOf: (id: number) => string;
}) {
  const { months: words } = useMessages(monthsArea);
  if (months.length === 0) {
    return (
      <EmptyState icon={CalendarRange} title={words.noMonths}>
        {words.noMonthsBody}
      </EmptyState>
    );
  }
  return (
    <ol className="grid gap-4">
      {months.map((month) => (
        <li key={month.id}>
          <MonthCard month={month} to={hrefOf(month.id)} />
        </li>
      ))}
    </ol>
  );
}

function MonthCard({ month, to }: { month: MonthHead; to: string }) {
  const { months: words } = useMessages(monthsArea);
  const format = useFormat();
  const nameOf = useMonthName();
  const { state, openAppeals, exceptions, waitingClaims, root } = month;
  return (
    <Link
      to={to}
      className="grid gap-3 rounded-xl border border-line bg-surface p-5 shadow-card hover:border-edge sm:grid-cols-[1fr_auto]"
    >
      <div className="grid min-w-0 gap-2">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h2 className="text-xl">{nameOf(month.id)}</h2>
          <MonthStatePill state={state} />
          {month.isTrial ? <Pill>{words.trial}</Pill> : null}
        </div>
        <p className="text-ink-soft">{words.span(format.date(month.firstDay), format.date(month.lastDay))}</p>
        <p>
          {nextMoment(month, words)}
          {state === "sealed" ? (
            <span className="font-bold tabular-nums">{root?.short}</span>
          ) : (
            <span className="font-bold">{format.date(localDateAt(nextMomentOf(month) - 1))}</span>
          )}
        </p>
        {openAppeals + exceptions + waitingClaims > 0 ? (
          <p className="flex flex-wrap gap-2">
            {waitingClaims > 0 ? <Pill tone="info">{words.waitingClaims(waitingClaims)}</Pill> : null}
            {openAppeals > 0 ? <Pill tone="danger">{words.openAppeals(openAppeals)}</Pill> : null}
            {exceptions > 0 ? <Pill tone="gold">{words.exceptionsCount(exceptions)}</Pill> : null}
          </p>
        ) : null}
      </div>
      <div className="flex items-center justify-between gap-3 sm:justify-end">
        <Points hundredths={month.points} unit={words.points} />
        <ChevronRight size="1.5em" aria-hidden className="shrink-0 text-ink-soft" />
      </div>
    </Link>
  );
}

/** The day people ask for in this state. */
function nextMomentOf({ state, graceEndsAt, lateFrom, appealsEndAt }: MonthHead): number {
  if (state === "open" || state === "grace") return graceEndsAt;
  return state === "provisional" ? Math.min(appealsEndAt, Math.max(lateFrom.office, 0)) : appealsEndAt;
}

function nextMoment({ state }: MonthHead, words: ReturnType<typeof useMessages>["months"]): string {
  if (state === "sealed") return `${words.root}: `;
  if (state === "provisional") return `${words.officeReportBy}: `;
  return `${words.graceUntil}: `;
}
