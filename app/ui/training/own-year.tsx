import { trainingArea } from "#app/messages/vi/training.ts";
import { Card } from "../kit/card.tsx";
import { Pill } from "../kit/pill.tsx";
import { ProgressBar } from "../kit/progress-bar.tsx";
import { useMessages } from "../language.tsx";

interface OwnYearProps {
  year: { readonly attended: number; readonly owed: number; readonly excused: number };
  /** "2026" */
  name: string;
}

/** G01: whether one came to every mandatory session of the year so far. */
export function OwnYear({ year, name }: OwnYearProps) {
  const { training } = useMessages(trainingArea);
  const { year: words, full } = training;
  const { attended, owed, excused } = year;
  return (
    <Card
      title={words.title(name)}
      aside={
        owed === 0 ? null : (
          <Pill tone={attended === owed ? "accent" : "gold"}>
            {attended === owed ? full.done : full.missing(owed - attended)}
          </Pill>
        )
      }
    >
      {owed === 0 ? (
        <p className="text-ink-soft">{words.none}</p>
      ) : (
        <ProgressBar label={words.bar} value={attended} goal={owed} unit={words.unit} />
      )}
      {excused > 0 ? <p className="mt-2 text-ink-soft">{words.excused(excused)}</p> : null}
    </Card>
  );
}
