import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { TRAINING_PATHS } from "#app/domain/training/training-paths.ts";
import { trainingArea } from "#app/messages/vi/training.ts";
import { Card } from "../kit/card.tsx";
import { TextLink } from "../kit/text-link.tsx";
import { useFormat, useMessages } from "../language.tsx";
import { clockOf } from "./session-facts.tsx";

interface SeriesLinksProps {
  series: readonly { readonly id: string; readonly heldOn: LocalDate; readonly startsAt: number }[];
  current: string;
}

/** G03: the other sessions that were planned with this one. */
export function SeriesLinks({ series, current }: SeriesLinksProps) {
  const { training } = useMessages(trainingArea);
  const format = useFormat();
  if (series.length < 2) return null;
  return (
    <Card title={training.session.series}>
      <ul className="flex flex-wrap gap-x-6">
        {series.map(({ id, heldOn, startsAt }) => {
          const when = `${format.date(heldOn)}, ${clockOf(startsAt)}`;
          return (
            <li key={id} className="inline-flex min-h-12 items-center">
              {id === current ? (
                <strong aria-current="page">{when}</strong>
              ) : (
                <TextLink to={TRAINING_PATHS.session(id)}>{when}</TextLink>
              )}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
