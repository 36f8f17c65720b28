import { type Cutoff, figuresFreezeOn, lastDayInTimeOf } from "#app/domain/calendar/cutoff.ts";
import type { Period } from "#app/domain/calendar/period.ts";
import { setupArea } from "#app/messages/vi/setup.ts";
import { useFormat, useMessages } from "../language.tsx";

/** One month under these days, from its first day to the last report: easier to judge than five numbers. */
export function CutoffTimeline({ cutoff, month }: { cutoff: Cutoff; month: Period }) {
  const words = useMessages(setupArea).setup.cutoff;
  const format = useFormat();
  const stops = [
    [words.timeline.period, words.range(format.date(month.firstDay), format.date(month.lastDay))],
    [words.timeline.freeze, format.date(figuresFreezeOn(cutoff, month))],
    [words.timeline.team, format.date(lastDayInTimeOf(cutoff.due.team, month))],
    [words.timeline.office, format.date(lastDayInTimeOf(cutoff.due.office, month))],
  ] as const;
  return (
    <section>
      <h2 className="text-xl">{words.example(format.month(month.year, month.ordinal))}</h2>
      <ol className="mt-4 grid gap-4 md:grid-cols-4">
        {stops.map(([name, day], index) => (
          <li key={name} className="border-s-4 border-gold ps-4 md:border-s-0 md:border-t-4 md:ps-0 md:pt-3">
            <span className="block text-sm text-ink-soft">
              {index + 1}. {name}
            </span>
            <span className="font-bold tabular-nums">{day}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
