import type { Band, Criterion } from "#app/domain/year/criteria-sheet.ts";
import type { WorkedExample } from "#app/domain/year/worked-example.ts";
import { yearCriteriaArea } from "#app/messages/vi/year-criteria.ts";
import { yearReviewArea } from "#app/messages/vi/year-review.ts";
import { Card } from "../../kit/card.tsx";
import { Disclosure } from "../../kit/disclosure.tsx";
import { useFormat, useMessages, useTerms } from "../../language.tsx";
import { useExact } from "../use-exact.ts";
import { WorkingView } from "../working-view.tsx";

interface ExampleViewProps {
  example: WorkedExample;
  criteria: readonly Criterion[];
  bands: readonly Band[];
}

/** A made-up village, criterion by criterion, by the same arithmetic and the same views as every real one. */
export function ExampleView({ example: { facts, score }, criteria, bands }: ExampleViewProps) {
  const { yearCriteria, yearReview } = useMessages(yearCriteriaArea, yearReviewArea);
  const words = yearCriteria.teams;
  const terms = useTerms();
  const format = useFormat();
  const exact = useExact();
  const known = (count: number | null) => (count === null ? "–" : format.number(count));
  return (
    <Card title={words.example}>
      <div className="grid gap-4">
        <p className="max-w-prose text-ink-soft">
          {words.exampleLead(terms.village, known(facts.households), known(facts.adults))}
        </p>
        <ul className="grid gap-3">
          {score.criteria.map(({ key, maximum, shown, working }) => {
            const asked = criteria.find((criterion) => criterion.key === key);
            const title = asked?.title ?? key;
            return (
              <li key={key}>
                <Disclosure
                  summary={
                    <span className="flex w-full flex-wrap items-baseline justify-between gap-x-4">
                      <span>{title}</span>
                      <span className="tabular-nums">
                        {yearReview.sheet.of(format.points(shown), exact.points(maximum))}
                      </span>
                    </span>
                  }
                >
                  {working === null ? (
                    <p>{yearReview.sheet.notRun}</p>
                  ) : (
                    <>
                      <WorkingView working={working} measure={asked?.measure} hrefOf={null} />
                      <p className="mt-3 font-bold tabular-nums">
                        {yearReview.sheet.multiply(
                          exact.points(maximum),
                          exact.percent(working.ratio),
                          format.points(shown),
                        )}
                      </p>
                    </>
                  )}
                </Disclosure>
              </li>
            );
          })}
        </ul>
        <p className="text-xl">
          {words.total}: <strong className="tabular-nums">{format.points(score.score)}</strong>. {words.band}:{" "}
          <strong>{bands.find(({ key }) => key === score.band)?.title}</strong>.
        </p>
        <p className="text-ink-soft">{words.rounded}</p>
      </div>
    </Card>
  );
}
