import type { StoryProgress } from "#app/domain/stories/views.ts";
import { storiesArea } from "#app/messages/vi/stories.ts";
import { Card } from "../kit/card.tsx";
import { DataTable } from "../kit/data-table.tsx";
import { Disclosure } from "../kit/disclosure.tsx";
import { ProgressBar } from "../kit/progress-bar.tsx";
import { useFormat, useMessages } from "../language.tsx";

/** H01: what went out in each month of what the plan asks for. */
export function QuotaCard({ progress }: { progress: StoryProgress }) {
  const { office: words } = useMessages(storiesArea).stories;
  const format = useFormat();
  const { asked, by, text, months, teams } = progress;
  const goal = by === "team" ? asked * Math.max(1, teams.length) : asked;
  return (
    <Card title={words.quota}>
      <p className="mb-4 text-ink-soft">{text ?? words.quotaOf[by](asked)}</p>
      <div className="grid gap-4">
        {months.map(({ id, firstDay, lastDay, published }) => (
          <ProgressBar
            key={id}
            label={words.month(format.date(firstDay), format.date(lastDay))}
            value={published}
            goal={goal}
            unit={words.unit}
          />
        ))}
      </div>
      <div className="mt-5">
        <Disclosure summary={words.teams}>
          <DataTable
            caption={words.teams}
            hidesCaption
            rows={teams}
            rowKey={({ id }) => id}
            columns={[
              { key: "team", header: words.team, cell: ({ name }) => name },
              {
                key: "count",
                header: words.count,
                isFigure: true,
                cell: ({ published }) => format.number(published),
              },
            ]}
          />
        </Disclosure>
      </div>
    </Card>
  );
}
