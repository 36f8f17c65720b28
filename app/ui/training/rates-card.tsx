import type { TrainingRate, TrainingRates } from "#app/domain/training/training-book.ts";
import { trainingArea } from "#app/messages/vi/training.ts";
import { Card } from "../kit/card.tsx";
import { Disclosure } from "../kit/disclosure.tsx";
import { StatTile } from "../kit/stat-tile.tsx";
import { useFormat, useMessages } from "../language.tsx";

interface RatesCardProps {
  rates: Pick<TrainingRates, "attendance" | "complete" | "core" | "byTopic">;
  year: string;
  topicName: (key: string) => string;
}

/** B20, G01: how far the commune is, in figures that say what they are of. */
export function RatesCard({ rates, year, topicName }: RatesCardProps) {
  const { training } = useMessages(trainingArea);
  const words = training.desk;
  return (
    <Card title={words.rates(year)}>
      <div className="grid gap-3 sm:grid-cols-3">
        <Rate label={words.attendance} rate={rates.attendance} />
        <Rate label={words.complete} rate={rates.complete} />
        <Rate label={words.core} rate={rates.core} />
      </div>
      <div className="mt-4">
        <Disclosure summary={words.byTopic}>
          <ul className="divide-y divide-line">
            {Object.entries(rates.byTopic).map(([topic, rate]) => (
              <li key={topic} className="flex flex-wrap items-baseline justify-between gap-x-4 py-2.5">
                <span className="min-w-0">{topicName(topic)}</span>
                <TopicRate rate={rate} />
              </li>
            ))}
          </ul>
        </Disclosure>
      </div>
    </Card>
  );
}

function Rate({ label, rate }: { label: string; rate: TrainingRate }) {
  const { training } = useMessages(trainingArea);
  const words = training.desk;
  const format = useFormat();
  const share = shareOf(rate);
  const notes = [
    rate.denominator === 0 ? "" : words.outOf(format.number(rate.numerator), format.number(rate.denominator)),
    rate.excused > 0 ? words.excused(rate.excused) : "",
  ].filter(Boolean);
  return (
    <StatTile
      label={label}
      value={share === null ? undefined : format.percent(share)}
      missing={words.noData}
      note={notes.join(". ")}
    />
  );
}

function TopicRate({ rate }: { rate: TrainingRate }) {
  const { training } = useMessages(trainingArea);
  const format = useFormat();
  const share = shareOf(rate);
  if (share === null) return <span className="text-ink-soft">{training.desk.noData}</span>;
  return (
    <span className="tabular-nums">
      <strong>{format.percent(share)}</strong>{" "}
      <span className="text-ink-soft">
        ({training.desk.outOf(format.number(rate.numerator), format.number(rate.denominator))})
      </span>
    </span>
  );
}

/** In basis points, cut and never rounded up: 99,99 % is not all. */
function shareOf({ numerator, denominator }: TrainingRate): number | null {
  return denominator === 0 ? null : Math.floor((numerator * 1_000) / denominator) * 10;
}
