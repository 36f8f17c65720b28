import type { MonthReading, TargetEntry } from "#app/domain/targets/reading.ts";
import { targetsArea } from "#app/messages/vi/targets.ts";
import { DataTable } from "../kit/data-table.tsx";
import { useFormat, useMessages, useTerms } from "../language.tsx";
import { useMonthName } from "../months/use-month-name.ts";
import { LightPill } from "./light-pill.tsx";
import type { ShownVillage } from "./target-card.tsx";
import { useShare } from "./use-share.ts";

type ShareTest = Extract<TargetEntry["test"], { kind: "share" }>;

/** How a count grew, month after month. */
export function TargetHistory({ test, history }: { test: ShareTest; history: readonly MonthReading[] }) {
  const { targets: words } = useMessages(targetsArea);
  const { page } = words;
  const format = useFormat();
  const monthName = useMonthName();
  const shareOf = useShare();
  if (history.length === 0) return null;
  return (
    <DataTable
      caption={page.history}
      columns={[
        { key: "month", header: page.month, cell: ({ monthId }) => monthName(monthId) },
        { key: "part", header: page.part, isFigure: true, cell: ({ part }) => format.number(part) },
        {
          key: "share",
          header: page.share,
          isFigure: true,
          cell: (row) => shareOf(test, row)?.share ?? words.noData,
        },
      ]}
      rows={history.toReversed()}
      rowKey={({ monthId }) => monthId}
    />
  );
}

/** One target, village by village, each under the same measure. */
export function TargetVillages({ test, villages }: { test: ShareTest; villages: readonly ShownVillage[] }) {
  const { targets: words } = useMessages(targetsArea);
  const { page } = words;
  const terms = useTerms();
  const format = useFormat();
  const shareOf = useShare();
  const unit = words.units[test.of];
  if (villages.every(({ whole }) => whole === null)) return null;
  return (
    <DataTable
      caption={page.villages(terms)}
      columns={[
        { key: "name", header: words.village(terms), cell: ({ name }) => name },
        { key: "light", header: page.light, cell: ({ light }) => <LightPill light={light} /> },
        {
          key: "share",
          header: page.share,
          isFigure: true,
          cell: (row) => <strong>{shareOf(test, row)?.share ?? words.noData}</strong>,
        },
        {
          key: "count",
          header: page.part,
          isFigure: true,
          cell: ({ part, whole }) =>
            whole === null ? "–" : words.counted(format.number(part), format.number(whole), unit),
        },
      ]}
      rows={villages}
      rowKey={({ villageId }) => villageId}
    />
  );
}
