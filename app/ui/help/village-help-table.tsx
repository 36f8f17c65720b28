import { HELP_PATHS, type VillageHelp } from "#app/domain/help/help-view.ts";
import { helpArea } from "#app/messages/vi/help.ts";
import { DataTable } from "../kit/data-table.tsx";
import { useFormat, useMessages, useTerms } from "../language.tsx";

/** How quickly each village answers, and the paper for its wall. No person is measured here. */
export function VillageHelpTable({ villages }: { villages: readonly VillageHelp[] }) {
  const { help } = useMessages(helpArea);
  const words = help.office;
  const terms = useTerms();
  const format = useFormat();
  const figure = (key: "requests" | "waiting" | "late" | "done") => ({
    key,
    header: words[key],
    isFigure: true,
    cell: (village: VillageHelp) => format.number(village[key]),
  });
  return (
    <DataTable
      caption={words.table}
      hidesCaption
      rows={villages}
      rowKey={({ villageId }) => villageId}
      columns={[
        { key: "village", header: words.village(terms), cell: ({ name }) => name },
        figure("requests"),
        figure("waiting"),
        figure("late"),
        figure("done"),
        {
          key: "inTime",
          header: words.inTime,
          isFigure: true,
          cell: ({ inTime }) => (inTime === null ? words.noFigure : format.percent(inTime)),
        },
        {
          key: "median",
          header: words.median,
          isFigure: true,
          cell: ({ medianMinutes }) =>
            medianMinutes === null ? words.noFigure : words.hours(format.number(medianMinutes / 60, 1)),
        },
        {
          key: "poster",
          header: words.print,
          cell: ({ address, villageId }) =>
            address === null ? (
              <span className="text-ink-soft">{words.noPoster}</span>
            ) : (
              <a
                href={`${HELP_PATHS.posters}?thon=${villageId}`}
                className="inline-flex min-h-12 items-center text-accent-ink underline"
              >
                {words.print}
              </a>
            ),
        },
      ]}
    />
  );
}
