import type { Criterion } from "#app/domain/year/criteria-sheet.ts";
import type { SpanWorking, Working } from "#app/domain/year/working.ts";
import { yearCouncilArea } from "#app/messages/vi/year-council.ts";
import { yearReviewArea } from "#app/messages/vi/year-review.ts";
import { DataTable } from "../kit/data-table.tsx";
import { TextLink } from "../kit/text-link.tsx";
import { useFormat, useMessages } from "../language.tsx";
import { useMonthName } from "../months/use-month-name.ts";
import { useExact } from "./use-exact.ts";

interface WorkingViewProps {
  working: Working;
  /** Where the work behind the figure of a month is listed. */
  hrefOf: ((month: number) => string) | null;
  /** Of the criterion: how much it asks. */
  measure: Criterion["measure"] | undefined;
}

/** The arithmetic as a person would write it down, out of the same data that papers print and others check. */
export function WorkingView({ working, hrefOf, measure }: WorkingViewProps) {
  const { yearReview, yearCouncil } = useMessages(yearReviewArea, yearCouncilArea);
  const words = yearReview.sheet;
  const format = useFormat();
  const exact = useExact();
  switch (working.kind) {
    case "people_mean":
      return (
        <>
          {working.trust === null ? null : (
            <p className="mb-3">{words.trust(exact.percent(working.trust))}</p>
          )}
          <Spans spans={working.spans} hrefOf={hrefOf} measure={measure} />
        </>
      );
    case "share":
    case "threshold":
      return (
        <p>
          {words.share(
            format.number(working.part),
            format.number(working.whole - working.leftOut),
            exact.percent(working.share),
            format.percent(working.asked),
          )}{" "}
          {working.leftOut > 0 ? words.leftOut(format.number(working.leftOut)) : null}
        </p>
      );
    case "between":
      return (
        <p>
          {words.between(
            format.number(working.part),
            format.number(working.whole),
            exact.percent(working.share),
            format.percent(working.from),
            format.percent(working.to),
          )}
        </p>
      );
    case "attained_and_closed":
      return <Rates working={working} />;
    case "punctual": {
      const { reports } = working;
      const late = reports.filter(({ daysLate }) => daysLate !== null && daysLate > 0).length;
      const missing = reports.filter(({ daysLate }) => daysLate === null).length;
      return <p>{words.reports(reports.length - late - missing, late, missing)}</p>;
    }
    case "each":
      return (
        <>
          <ul className="list-disc ps-6">
            {working.items.map(({ key, count, points }) => (
              <li key={key}>
                {words.eachItem(
                  yearReview.deeds[key as keyof typeof yearReview.deeds] ?? key,
                  format.number(count),
                  format.points(points),
                )}
              </li>
            ))}
          </ul>
          <p className="mt-2">{words.each(format.points(working.sum))}</p>
        </>
      );
    case "votes":
      return (
        <p>
          {yearCouncil.marks.working(
            format.points(working.sum),
            format.number(working.votes),
            format.number(working.voters),
            exact.points(working.mean),
          )}
        </p>
      );
    case "told":
      return <p>{words.told(format.points(working.points), working.document)}</p>;
  }
}

function Spans({
  spans,
  hrefOf,
  measure,
}: Omit<WorkingViewProps, "working"> & { spans: readonly SpanWorking[] }) {
  const { yearReview } = useMessages(yearReviewArea);
  const words = yearReview.sheet;
  const format = useFormat();
  const exact = useExact();
  const monthName = useMonthName();
  const ofAdults =
    measure?.by === "metric" && measure.formula.kind === "people_mean" ? measure.formula.ofAdults : 0;
  const isMonth = (span: number) => span > 99_999;
  const nameOf = (span: number) =>
    isMonth(span) ? monthName(span) : words.quarter(span % 10, Math.floor(span / 10));
  return (
    <DataTable
      caption={words.people}
      hidesCaption
      rows={spans}
      rowKey={({ span }) => span}
      columns={[
        {
          key: "span",
          header: words.month,
          cell: ({ span }) =>
            isMonth(span) && hrefOf ? <TextLink to={hrefOf(span)}>{nameOf(span)}</TextLink> : nameOf(span),
        },
        { key: "people", header: words.people, isFigure: true, cell: ({ people }) => format.number(people) },
        {
          key: "asked",
          header: words.asked,
          isFigure: true,
          cell: ({ asked, askedBy }) => (
            <>
              {exact.number(asked)}
              <span className="block text-sm text-ink-soft">
                {askedBy === "adults" ? words.byAdults(format.percent(ofAdults)) : words.askedBy[askedBy]}
              </span>
            </>
          ),
        },
        { key: "ratio", header: words.ratio, isFigure: true, cell: ({ ratio }) => exact.percent(ratio) },
      ]}
    />
  );
}

function Rates({ working }: { working: Extract<Working, { kind: "attained_and_closed" }> }) {
  const { yearReview } = useMessages(yearReviewArea);
  const words = yearReview.sheet;
  const format = useFormat();
  const exact = useExact();
  const shown = (text: string | null) => (text === null ? words.noData : exact.percent(text));
  return (
    <DataTable
      caption={words.rate}
      hidesCaption
      rows={working.rates}
      rowKey={({ key }) => key}
      columns={[
        {
          key: "rate",
          header: words.rate,
          cell: ({ key }) => yearReview.rates.names[key as keyof typeof yearReview.rates.names] ?? key,
        },
        { key: "start", header: words.start, isFigure: true, cell: ({ start }) => shown(start) },
        { key: "end", header: words.end, isFigure: true, cell: ({ end }) => shown(end) },
        { key: "asked", header: words.target, isFigure: true, cell: ({ asked }) => format.percent(asked) },
        {
          key: "attained",
          header: words.attained,
          isFigure: true,
          cell: ({ attained }) => exact.percent(attained),
        },
        {
          key: "closed",
          header: words.closed,
          isFigure: true,
          cell: ({ closed }) => (closed === null ? "–" : exact.percent(closed)),
        },
      ]}
    />
  );
}
