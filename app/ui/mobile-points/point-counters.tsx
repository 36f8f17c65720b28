import { mobilePointsArea } from "#app/messages/vi/mobile-points.ts";
import { Card } from "../kit/card.tsx";
import { StatTile } from "../kit/stat-tile.tsx";
import { useFormat, useMessages } from "../language.tsx";

interface CountersProps {
  counts: Readonly<Record<"present" | "people" | "visits" | "verified" | "waiting", number>>;
  stations: readonly { readonly ordinal: number; readonly content: string }[];
  perStation: readonly {
    readonly ordinal: number;
    readonly present: number;
    readonly people: number;
    readonly visits: number;
  }[];
}

/** D10, D12: what happens at the point now, and table by table. */
export function PointCounters({ counts, stations, perStation }: CountersProps) {
  const { mobilePoints: words } = useMessages(mobilePointsArea);
  const format = useFormat();
  return (
    <>
      <section aria-label={words.counters} className="grid grid-cols-2 gap-3 md:grid-cols-4">
        <StatTile label={words.present} value={format.number(counts.present)} />
        <StatTile label={words.people} value={format.number(counts.people)} note={words.peopleNote} />
        <StatTile label={words.guided} value={format.number(counts.visits)} />
        <StatTile
          label={words.verified}
          value={format.number(counts.verified)}
          note={`${words.waiting}: ${format.number(counts.waiting)}`}
        />
      </section>
      {stations.length > 0 ? (
        <Card title={words.stations}>
          <ul className="divide-y divide-line">
            {stations.map(({ ordinal, content }) => {
              const own = perStation.find((each) => each.ordinal === ordinal);
              return (
                <li key={ordinal} className="grid gap-x-6 py-3 sm:grid-cols-[2fr_3fr]">
                  <span className="font-bold">{words.stationOf(ordinal, content)}</span>
                  <span className="tabular-nums text-ink-soft">
                    {words.present} <strong className="text-ink">{format.number(own?.present ?? 0)}</strong> ·{" "}
                    {words.people} <strong className="text-ink">{format.number(own?.people ?? 0)}</strong> ·{" "}
                    {words.guided} <strong className="text-ink">{format.number(own?.visits ?? 0)}</strong>
                  </span>
                </li>
              );
            })}
          </ul>
        </Card>
      ) : null}
    </>
  );
}
