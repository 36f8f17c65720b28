import type { ContributionDay } from "#app/domain/boards/contribution-days.ts";
import { boardExtrasArea } from "#app/messages/vi/board-extras.ts";
import { classNames } from "../class-names.ts";
import { Disclosure } from "../kit/disclosure.tsx";
import { useFormat, useMessages } from "../language.tsx";

const CELL = 12;
const GAP = 3;
const PITCH = CELL + GAP;
const LEVELS = ["fill-line", "fill-accent/30", "fill-accent/55", "fill-accent/80", "fill-accent"] as const;

/** Half a year of days: a picture for the eye, and the same days as a table for whoever cannot see it. */
export function ContributionCalendar({ weeks }: { weeks: readonly (readonly ContributionDay[])[] }) {
  const { mine } = useMessages(boardExtrasArea).boardExtras;
  const format = useFormat();
  const days = weeks.flat().filter(({ claims }) => claims > 0);
  const points = days.reduce((sum, day) => sum + day.points, 0);
  const label = mine.calendarLabel(format.number(days.length), format.points(points));
  return (
    <div className="grid gap-4">
      <svg
        role="img"
        aria-label={`${mine.calendar}. ${label}`}
        viewBox={`0 0 ${weeks.length * PITCH - GAP} ${7 * PITCH - GAP}`}
        className="w-full max-w-3xl"
      >
        {weeks.map((week, column) =>
          week.map(({ day, level }, row) => (
            <rect
              key={day}
              x={column * PITCH}
              y={row * PITCH}
              width={CELL}
              height={CELL}
              rx={3}
              className={LEVELS[level]}
            />
          )),
        )}
      </svg>
      <p>{label}</p>
      <Legend />
      <Disclosure summary={mine.asTable}>
        {days.length === 0 ? <p>{mine.noDays}</p> : <DayTable days={[...days].reverse()} />}
      </Disclosure>
    </div>
  );
}

function Legend() {
  const { mine } = useMessages(boardExtrasArea).boardExtras;
  return (
    <p aria-hidden="true" className="flex items-center gap-2 text-sm text-ink-soft">
      {mine.less}
      <svg aria-hidden="true" focusable="false" viewBox={`0 0 ${5 * PITCH} ${CELL}`} className="h-4">
        {LEVELS.map((level, index) => (
          <rect key={level} x={index * PITCH} width={CELL} height={CELL} rx={3} className={level} />
        ))}
      </svg>
      {mine.more}
    </p>
  );
}

function DayTable({ days }: { days: readonly ContributionDay[] }) {
  const { mine } = useMessages(boardExtrasArea).boardExtras;
  const format = useFormat();
  const head = "py-2 text-sm font-normal text-ink-soft";
  return (
    <table className="w-full">
      <caption className="sr-only">{mine.calendar}</caption>
      <thead>
        <tr className="border-b-2 border-line">
          <th scope="col" className={classNames(head, "text-start")}>
            {mine.columns.day}
          </th>
          <th scope="col" className={classNames(head, "text-end")}>
            {mine.columns.claims}
          </th>
          <th scope="col" className={classNames(head, "text-end")}>
            {mine.columns.points}
          </th>
        </tr>
      </thead>
      <tbody>
        {days.map(({ day, claims, points }) => (
          <tr key={day} className="border-b border-line last:border-b-0">
            <th scope="row" className="py-2 text-start font-normal">
              {format.date(day)}
            </th>
            <td className="py-2 text-end tabular-nums">{format.number(claims)}</td>
            <td className="py-2 text-end tabular-nums">{format.points(points)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
