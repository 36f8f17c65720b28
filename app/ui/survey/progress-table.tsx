import { askedOf, type SurveyProgress } from "#app/domain/survey/progress.ts";
import { capitalised } from "#app/messages/terms.ts";
import { surveyArea } from "#app/messages/vi/survey.ts";
import { type Column, DataTable } from "../kit/data-table.tsx";
import { useFormat, useMessages, useTerms } from "../language.tsx";

interface ProgressRow {
  readonly villageId: number;
  readonly name: string;
  readonly progress: SurveyProgress;
}

/** F02: how far each village is. */
export function ProgressTable({ caption, rows }: { caption: string; rows: readonly ProgressRow[] }) {
  const { result: words } = useMessages(surveyArea).survey;
  const { number } = useFormat();
  const terms = useTerms();
  const figure = (
    key: string,
    header: string,
    of: (progress: SurveyProgress) => number,
  ): Column<ProgressRow> => ({
    key,
    header,
    cell: ({ progress }) => number(of(progress)),
    isFigure: true,
  });
  const columns: readonly [Column<ProgressRow>, ...Column<ProgressRow>[]] = [
    { key: "name", header: capitalised(words.village(terms)), cell: ({ name }) => name },
    {
      key: "asked",
      header: words.asked,
      cell: ({ progress }) => words.of(number(askedOf(progress)), number(progress.listed)),
      isFigure: true,
    },
    figure("answered", words.answered, ({ answered }) => answered),
    figure("refused", words.refused, ({ refused }) => refused),
    figure("absent", words.absent, ({ absent }) => absent),
    figure("begun", words.begun, ({ begun }) => begun),
  ];
  return <DataTable caption={caption} columns={columns} rows={rows} rowKey={({ villageId }) => villageId} />;
}
