import { localDateAt } from "#app/domain/calendar/local-date.ts";
import type { OneDifficulty } from "#app/domain/difficulties/difficulty-view.ts";
import { difficultiesArea } from "#app/messages/vi/difficulties.ts";
import { Card } from "../kit/card.tsx";
import { useFormat, useMessages } from "../language.tsx";

/** I02: every step, and how long it lay where. */
export function DifficultySteps({ events, stays }: Pick<OneDifficulty, "events" | "stays">) {
  const words = useMessages(difficultiesArea).difficulties;
  const { one } = words;
  const format = useFormat();
  return (
    <>
      <Card title={one.stays}>
        <ul className="divide-y divide-line">
          {stays.map(({ stage, from, until, days }) => (
            <li key={from} className="flex flex-wrap justify-between gap-x-4 py-2">
              <span className="font-bold">{words.stages[stage]}</span>
              <span className="tabular-nums">{until === null ? one.still(days) : one.days(days)}</span>
            </li>
          ))}
        </ul>
      </Card>
      <Card title={one.history}>
        <ol className="grid gap-5">
          {events.map((event) => (
            <li
              key={`${event.at}-${event.kind}`}
              className={`border-s-4 ps-4 ${event.kind === "answered" ? "border-accent" : "border-gold-edge"}`}
            >
              <p className="font-bold">
                {words.events[event.kind]}
                {event.kind === "escalated" || event.kind === "returned"
                  ? `: ${words.stages[event.stage]}`
                  : null}
                {event.ownerUnit ? ` → ${event.ownerUnit}` : null}
              </p>
              {event.note ? <p className="whitespace-pre-line break-words">{event.note}</p> : null}
              <p className="text-sm text-ink-soft">
                {words.by(event.by, format.date(localDateAt(event.at)))}
                {event.dueOn ? ` · ${words.due(format.date(event.dueOn))}` : null}
              </p>
            </li>
          ))}
        </ol>
      </Card>
    </>
  );
}
