import { targetsArea } from "#app/messages/vi/targets.ts";
import { Card } from "../kit/card.tsx";
import { Notice } from "../kit/notice.tsx";
import { ProgressRing } from "../kit/progress-ring.tsx";
import { useFormat, useMessages } from "../language.tsx";
import { useMonthInText } from "../months/use-month-name.ts";

export interface ShownTeamMonth {
  readonly id: number;
  readonly people: number;
  readonly visits: number;
  readonly target: number | null;
  readonly isStrivenFor: boolean;
  readonly daysLeft: number;
  readonly projected: number | null;
  readonly isShort: boolean;
  readonly companions: readonly { readonly key: string; readonly text: string; readonly people: number }[];
}

/** B14, B15: the month's ring of distinct people, lượt beside it, and what else the plan asks of the same people. */
export function TeamMonth({ month }: { month: ShownTeamMonth }) {
  const { team } = useMessages(targetsArea).targets;
  const format = useFormat();
  const inText = useMonthInText();
  const { people, visits, target, companions } = month;
  return (
    <Card title={team.monthTitle(inText(month.id))}>
      <div className="grid items-center gap-6 sm:grid-cols-[auto_1fr]">
        {target === null ? null : (
          <div className="justify-self-center">
            <ProgressRing value={people} goal={target} label={team.ring}>
              <span className="text-3xl font-bold">{format.number(people)}</span>
              <span className="block text-sm text-ink-soft">{team.ofPeople(format.number(target))}</span>
            </ProgressRing>
          </div>
        )}
        <div className="grid gap-3">
          <p className="text-lg">
            <strong className="tabular-nums">{format.number(people)}</strong> {team.people}
          </p>
          <p className="text-ink-soft">{team.visits(format.number(visits))}</p>
          {target === null ? (
            <p className="text-ink-soft">{team.noTarget}</p>
          ) : people >= target ? (
            <p className="font-bold">{team.reached}</p>
          ) : (
            <p>{team.left(format.number(target - people), month.daysLeft)}</p>
          )}
          {month.isStrivenFor ? <p className="text-sm text-ink-soft">{team.strivenFor}</p> : null}
        </div>
      </div>
      {month.isShort && month.projected !== null ? (
        <div className="mt-4">
          <Notice tone="warning">
            {people === 0 ? team.nobodyYet : team.short(format.number(month.projected))}
          </Notice>
        </div>
      ) : null}
      {companions.length === 0 || people === 0 ? null : (
        <div className="mt-5 grid gap-3">
          <h3 className="text-base font-bold">{team.companions(format.number(people))}</h3>
          <ul className="grid gap-3">
            {companions.map(({ key, text, people: also }) => (
              <li key={key}>
                <label className="block">
                  <span className="flex flex-wrap items-baseline justify-between gap-x-4">
                    <span>{text}</span>
                    <span className="tabular-nums text-ink-soft">
                      <strong className="text-ink">{format.number(also)}</strong> / {format.number(people)}
                    </span>
                  </span>
                  <progress value={also} max={people} className="bar" />
                </label>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Card>
  );
}
