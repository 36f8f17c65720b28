import { addDays, localDateAt } from "#app/domain/calendar/local-date.ts";
import type { MonthHead } from "#app/domain/months/month-views.ts";
import { monthsArea } from "#app/messages/vi/months.ts";
import { Card } from "../kit/card.tsx";
import { DescriptionList } from "../kit/description-list.tsx";
import { Notice } from "../kit/notice.tsx";
import { Pill } from "../kit/pill.tsx";
import { useFormat, useMessages } from "../language.tsx";
import { MonthStatePill } from "./month-state.tsx";

/** Where the month stands, what that means, and what it waits for. */
export function MonthStanding({ month, now }: { month: MonthHead; now: number }) {
  const { months: words } = useMessages(monthsArea);
  const { state, openAppeals, appealsEndAt } = month;
  const isOverdue = state === "provisional" && now >= appealsEndAt;
  return (
    <>
      <div className="grid gap-2">
        <p className="flex flex-wrap items-center gap-2">
          <MonthStatePill state={state} />
          {month.isTrial ? <Pill>{words.trial}</Pill> : null}
          <span className="text-ink-soft">{words.stateHints[state]}</span>
        </p>
        {month.isTrial ? <p className="text-ink-soft">{words.trialHint}</p> : null}
      </div>
      {isOverdue ? (
        <Notice tone="warning">
          {openAppeals > 0 ? words.waitsForAppeals(openAppeals) : words.waitsForEarlier}
        </Notice>
      ) : null}
      {month.waitingClaims > 0 && state !== "sealed" ? (
        <Notice title={words.waitingClaims(month.waitingClaims)}>{words.waitingHint}</Notice>
      ) : null}
    </>
  );
}

export function MonthDates({ month }: { month: MonthHead }) {
  const { months: words } = useMessages(monthsArea);
  const format = useFormat();
  /** A moment that ends a day at midnight is known by that day. */
  const lastDayBefore = (instant: number) => format.date(addDays(localDateAt(instant), -1));
  return (
    <Card title={words.dates}>
      <DescriptionList
        items={[
          { term: words.from, value: format.date(month.firstDay) },
          { term: words.ends, value: format.date(month.lastDay) },
          { term: words.graceUntil, value: lastDayBefore(month.graceEndsAt) },
          { term: words.teamReportBy, value: lastDayBefore(month.lateFrom.team) },
          { term: words.officeReportBy, value: lastDayBefore(month.lateFrom.office) },
          { term: words.appealsUntil, value: lastDayBefore(month.appealsEndAt) },
          ...(month.sealedAt === null
            ? []
            : [{ term: words.sealedAt, value: format.moment(month.sealedAt) }]),
          { term: words.rules, value: words.rulesVersion(month.schemeVersion) },
        ]}
      />
    </Card>
  );
}

/** The seal as it is printed below the report. */
export function SealCard({ root }: { root: NonNullable<MonthHead["root"]> }) {
  const { months: words } = useMessages(monthsArea);
  return (
    <Card title={words.root} aside={<Pill>{words.rootNumber(root.number)}</Pill>}>
      <p className="text-3xl font-bold tabular-nums tracking-wide">{root.short}</p>
      <p className="mt-2 text-ink-soft">{words.rootHint}</p>
      <p className="mt-3 text-sm text-ink-soft">
        {words.fullRoot}: <span className="tabular-nums [overflow-wrap:anywhere]">{root.sha256}</span>
      </p>
    </Card>
  );
}
