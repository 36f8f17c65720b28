import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { askedOf, type SurveyProgress } from "#app/domain/survey/progress.ts";
import type { RoundState } from "#app/domain/survey/round.ts";
import { surveyArea } from "#app/messages/vi/survey.ts";
import { Card } from "../kit/card.tsx";
import { Pill } from "../kit/pill.tsx";
import { ProgressBar } from "../kit/progress-bar.tsx";
import { TextLink } from "../kit/text-link.tsx";
import { useFormat, useMessages } from "../language.tsx";
import { SURVEY_PATHS } from "./paths.ts";

export interface ListedRound {
  readonly id: string;
  readonly name: string;
  readonly firstDay: LocalDate;
  readonly lastDay: LocalDate;
  readonly state: RoundState;
  readonly formVersion: number;
  readonly progress: SurveyProgress;
}

export function RoundsList({ rounds }: { rounds: readonly ListedRound[] }) {
  const words = useMessages(surveyArea).survey;
  const { date } = useFormat();
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      {rounds.map(({ id, name, firstDay, lastDay, state, formVersion, progress }) => (
        <Card
          key={id}
          title={name}
          aside={<Pill tone={state === "running" ? "accent" : "neutral"}>{words.states[state]}</Pill>}
        >
          <p className="mb-4 text-ink-soft">
            {words.days(date(firstDay), date(lastDay))} · {words.office.form(formVersion)}
          </p>
          <ProgressBar
            label={words.progress}
            value={askedOf(progress)}
            goal={progress.listed}
            unit={words.households}
          />
          <p className="mt-4">
            <TextLink to={SURVEY_PATHS.results(id)} className="inline-flex min-h-12 items-center">
              {words.results}
            </TextLink>
          </p>
        </Card>
      ))}
    </div>
  );
}
