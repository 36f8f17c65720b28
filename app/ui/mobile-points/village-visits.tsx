import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { mobilePointsArea } from "#app/messages/vi/mobile-points.ts";
import { Card } from "../kit/card.tsx";
import { Disclosure } from "../kit/disclosure.tsx";
import { useFormat, useMessages } from "../language.tsx";

interface VisitsProps {
  villages: readonly {
    readonly villageId: number;
    readonly name: string;
    readonly visits: number;
    readonly nextOn: LocalDate | null;
  }[];
}

/** D13: the villages that no point reached this quarter stand first, and by name. */
export function VillageVisits({ villages }: VisitsProps) {
  const { mobilePoints: words } = useMessages(mobilePointsArea);
  const format = useFormat();
  const missing = villages.filter(({ visits }) => visits === 0);
  const visited = villages.filter(({ visits }) => visits > 0);
  return (
    <>
      <Card title={missing.length > 0 ? `${words.unvisited} (${missing.length})` : words.unvisited}>
        {missing.length === 0 ? (
          <p>{words.unvisitedNone}</p>
        ) : (
          <ul className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
            {missing.map(({ villageId, name, nextOn }) => (
              <li key={villageId}>
                <span className="font-bold">{name}</span>
                {nextOn === null ? null : (
                  <span className="text-ink-soft"> · {words.unvisitedPlanned(format.date(nextOn))}</span>
                )}
              </li>
            ))}
          </ul>
        )}
      </Card>
      {visited.length > 0 ? (
        <Disclosure summary={words.byVillage}>
          <ul className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
            {visited.map(({ villageId, name, visits }) => (
              <li key={villageId}>
                <span className="font-bold">{name}</span>
                <span className="text-ink-soft"> · {words.visits(visits)}</span>
              </li>
            ))}
          </ul>
        </Disclosure>
      ) : null}
    </>
  );
}
