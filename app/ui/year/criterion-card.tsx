import type { ReactNode } from "react";
import type { Criterion } from "#app/domain/year/criteria-sheet.ts";
import type { CriterionScore, Working } from "#app/domain/year/working.ts";
import { yearReviewArea } from "#app/messages/vi/year-review.ts";
import { Card } from "../kit/card.tsx";
import { Disclosure } from "../kit/disclosure.tsx";
import { Pill } from "../kit/pill.tsx";
import { TextLink } from "../kit/text-link.tsx";
import { useFormat, useMessages } from "../language.tsx";
import { useExact } from "./use-exact.ts";
import { WorkingView } from "./working-view.tsx";
import { YEAR_PATHS } from "./year-paths.ts";

interface CriterionCardProps {
  criterion: Criterion;
  score: CriterionScore;
  reviewId: string;
  villageId: number;
  /** Below the arithmetic: the form of points by document. */
  children?: ReactNode;
}

/** One criterion of a village: what it earned, how that is worked out, and the way to the work behind it. */
export function CriterionCard({ criterion, score, reviewId, villageId, children }: CriterionCardProps) {
  const { yearReview } = useMessages(yearReviewArea);
  const words = yearReview.sheet;
  const format = useFormat();
  const exact = useExact();
  const { measure } = criterion;
  const metric = measure.by === "metric" ? measure.metric : null;
  const isMonthly = metric === "proficient_people";
  return (
    <Card
      title={criterion.title}
      aside={
        score.state === "scored" ? (
          <strong className="text-lg tabular-nums">
            {words.of(format.points(score.shown), exact.points(score.maximum))}
          </strong>
        ) : (
          <Pill tone={score.state === "no_data" ? "danger" : "neutral"}>
            {score.state === "no_data" ? words.noData : words.notRun}
          </Pill>
        )
      }
    >
      <p className="mb-3 max-w-prose text-ink-soft">{criterion.explanation}</p>
      {score.hasGap ? (
        <p className="mb-3">
          <Pill tone="danger">{words.gap}</Pill>
        </p>
      ) : null}
      {score.state !== "not_run" && exact.points(score.maximum) !== format.points(criterion.maximum) ? (
        <p className="mb-3 text-ink-soft">
          {words.spread(format.points(criterion.maximum), exact.points(score.maximum))}
        </p>
      ) : null}
      {score.working === null ? null : (
        <>
          <Folded rows={rowsOf(score.working)} summary={words.working}>
            <WorkingView
              working={score.working}
              measure={measure}
              hrefOf={isMonthly ? (month) => YEAR_PATHS.sources(reviewId, villageId, metric, month) : null}
            />
          </Folded>
          <p className="mt-3 font-bold tabular-nums">
            {words.multiply(
              exact.points(score.maximum),
              exact.percent(score.working.ratio),
              format.points(score.shown),
            )}
          </p>
        </>
      )}
      {metric !== null && !isMonthly && score.state !== "not_run" ? (
        <p className="mt-3">
          <TextLink to={YEAR_PATHS.sources(reviewId, villageId, metric)}>{words.sources}</TextLink>
        </p>
      ) : null}
      {children}
    </Card>
  );
}

/** So many rows of arithmetic are read at a glance; a whole year of months opens for those who ask. */
const ROWS_AT_A_GLANCE = 3;

function rowsOf(working: Working): number {
  if (working.kind === "people_mean") return working.spans.length;
  return working.kind === "attained_and_closed" ? working.rates.length : 0;
}

function Folded(props: { rows: number; summary: (rows: number) => string; children: ReactNode }) {
  const { rows, summary, children } = props;
  return rows > ROWS_AT_A_GLANCE ? <Disclosure summary={summary(rows)}>{children}</Disclosure> : children;
}
