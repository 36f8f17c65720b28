import type { GoalMetric } from "#app/domain/campaigns/campaign.ts";
import { campaignsArea } from "#app/messages/vi/campaigns.ts";
import { Card } from "../kit/card.tsx";
import { ProgressBar } from "../kit/progress-bar.tsx";
import { StatTile } from "../kit/stat-tile.tsx";
import { useFormat, useMessages } from "../language.tsx";

interface ProgressProps {
  goals: readonly { readonly metric: GoalMetric; readonly number: number; readonly reached: number }[];
  counts: Readonly<Record<GoalMetric | "doers" | "waiting", number>>;
}

/** How far to its goals, and what was done besides. */
export function CampaignProgress({ goals, counts }: ProgressProps) {
  const { campaigns: words } = useMessages(campaignsArea);
  const format = useFormat();
  return (
    <>
      {goals.length > 0 ? (
        <Card title={words.goals}>
          <div className="grid gap-5">
            {goals.map(({ metric, number, reached }) => (
              <ProgressBar key={metric} label={words.metrics[metric]} value={reached} goal={number} />
            ))}
          </div>
        </Card>
      ) : null}
      <section aria-label={words.soFar} className="grid grid-cols-2 gap-3 md:grid-cols-3">
        {(["people", "visits", "households", "records"] as const).map((metric) => (
          <StatTile key={metric} label={words.metrics[metric]} value={format.number(counts[metric])} />
        ))}
        <StatTile label={words.doers} value={format.number(counts.doers)} />
        <StatTile label={words.waiting} value={format.number(counts.waiting)} />
      </section>
    </>
  );
}
