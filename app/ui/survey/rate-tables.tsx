import {
  type RateParts,
  SMALLEST_GROUP_SHOWN,
  SURVEY_RATE_KEYS,
  type SurveyRateKey,
  shareOf,
} from "#app/domain/survey/rates.ts";
import { surveyArea } from "#app/messages/vi/survey.ts";
import { type Column, DataTable } from "../kit/data-table.tsx";
import { useFormat, useMessages } from "../language.tsx";

type Rates = Readonly<Record<SurveyRateKey, RateParts>>;

/** A share with what it is taken of; whoever is not known stands apart, and nobody known is no zero. */
function useRateWords() {
  const words = useMessages(surveyArea).survey.result;
  const { number, percent } = useFormat();
  return {
    share: (parts: RateParts, isGroup = false) => {
      const share = shareOf(parts);
      if (share === null) return words.noData;
      return isGroup && parts.denominator < SMALLEST_GROUP_SHOWN ? words.tooFew : percent(share);
    },
    parts: (parts: RateParts, isGroup = false) =>
      isGroup && parts.denominator < SMALLEST_GROUP_SHOWN
        ? "–"
        : words.of(number(parts.numerator), number(parts.denominator)),
    unknown: ({ unknown }: RateParts) => number(unknown),
  };
}

/** Everything that was asked, one line each. */
export function RatesTable({ caption, rates }: { caption: string; rates: Rates }) {
  const { result: words, rates: names } = useMessages(surveyArea).survey;
  const say = useRateWords();
  type Row = { readonly key: SurveyRateKey; readonly parts: RateParts };
  const columns: readonly [Column<Row>, ...Column<Row>[]] = [
    { key: "rate", header: words.rate, cell: ({ key }) => names[key] },
    {
      key: "share",
      header: words.share,
      cell: ({ parts }) => <strong>{say.share(parts)}</strong>,
      isFigure: true,
    },
    { key: "parts", header: words.parts, cell: ({ parts }) => say.parts(parts), isFigure: true },
    { key: "unknown", header: words.unknown, cell: ({ parts }) => say.unknown(parts), isFigure: true },
  ];
  // What a form did not ask has nothing to say.
  const rows = SURVEY_RATE_KEYS.map((key) => ({ key, parts: rates[key] })).filter(
    ({ parts }) => parts.denominator > 0,
  );
  return <DataTable caption={caption} columns={columns} rows={rows} rowKey={({ key }) => key} />;
}

export interface RateLine {
  readonly key: string;
  readonly name: string;
  readonly parts: RateParts;
}

/** One subject over villages, groups, or town and country. */
export function OneRateTable(props: {
  caption: string;
  heading: string;
  lines: readonly RateLine[];
  areGroups?: boolean;
}) {
  const { caption, heading, lines, areGroups = false } = props;
  const words = useMessages(surveyArea).survey.result;
  const say = useRateWords();
  const columns: readonly [Column<RateLine>, ...Column<RateLine>[]] = [
    { key: "name", header: heading, cell: ({ name }) => name },
    {
      key: "share",
      header: words.share,
      cell: ({ parts }) => <strong>{say.share(parts, areGroups)}</strong>,
      isFigure: true,
    },
    { key: "parts", header: words.parts, cell: ({ parts }) => say.parts(parts, areGroups), isFigure: true },
    { key: "unknown", header: words.unknown, cell: ({ parts }) => say.unknown(parts), isFigure: true },
  ];
  return <DataTable caption={caption} columns={columns} rows={lines} rowKey={({ key }) => key} />;
}
