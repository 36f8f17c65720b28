import { campaignsArea } from "#app/messages/vi/campaigns.ts";
import { Card } from "../kit/card.tsx";
import { DataTable } from "../kit/data-table.tsx";
import { ProgressBar } from "../kit/progress-bar.tsx";
import { StatTile } from "../kit/stat-tile.tsx";
import { useFormat, useMessages } from "../language.tsx";

interface Place {
  readonly told: number;
  readonly toldOf: number | null;
  readonly figures: Readonly<Record<"claims" | "visits" | "people", number>>;
}

interface MovementProps {
  movement: Place & {
    readonly villages: readonly (Place & { readonly villageId: number; readonly name: string })[];
  };
}

/** D08, D09: the whole commune, then village by village. */
export function MovementBoard({ movement }: MovementProps) {
  const { campaigns } = useMessages(campaignsArea);
  const words = campaigns.movementPage;
  const format = useFormat();
  const { told, toldOf, figures, villages } = movement;
  return (
    <>
      <Card title={words.told}>
        {toldOf === null ? (
          <p className="text-ink-soft">{words.noList}</p>
        ) : (
          <ProgressBar label={words.toldLead} value={told} goal={toldOf} />
        )}
      </Card>
      <section aria-label={campaigns.soFar} className="grid grid-cols-2 gap-3 md:grid-cols-3">
        <StatTile label={campaigns.metrics.people} value={format.number(figures.people)} />
        <StatTile label={campaigns.metrics.visits} value={format.number(figures.visits)} />
        <StatTile label={campaigns.metrics.records} value={format.number(figures.claims)} />
      </section>
      <DataTable
        caption={words.villages}
        rows={villages}
        rowKey={({ villageId }) => villageId}
        columns={[
          { key: "name", header: words.village, cell: ({ name }) => name },
          {
            key: "told",
            header: words.told,
            isFigure: true,
            cell: (place) =>
              place.toldOf === null
                ? words.noList
                : `${format.number(place.told)} / ${format.number(place.toldOf)}`,
          },
          {
            key: "people",
            header: campaigns.metrics.people,
            isFigure: true,
            cell: (place) => format.number(place.figures.people),
          },
          {
            key: "visits",
            header: campaigns.metrics.visits,
            isFigure: true,
            cell: (place) => format.number(place.figures.visits),
          },
        ]}
      />
    </>
  );
}
