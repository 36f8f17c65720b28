import type { CarriedMetric } from "#app/domain/carried-over/metric.ts";
import { carriedOverArea } from "#app/messages/vi/carried-over.ts";
import { DataTable } from "../kit/data-table.tsx";
import { TextLink } from "../kit/text-link.tsx";
import { useFormat, useMessages } from "../language.tsx";

interface SumsTableProps {
  sums: readonly {
    readonly period: string;
    readonly metric: CarriedMetric;
    readonly sum: number;
    readonly villages: number;
    readonly sources: readonly string[];
  }[];
  villageCount: number;
  sheetAt: (period: string, metric: CarriedMetric) => string;
}

/** Every figure there is, period by period; each leads to its villages. */
export function SumsTable({ sums, villageCount, sheetAt }: SumsTableProps) {
  const { carriedOver: words } = useMessages(carriedOverArea);
  const { number } = useFormat();
  return (
    <DataTable
      caption={words.all}
      rows={sums}
      rowKey={({ period, metric }) => `${period}/${metric}`}
      columns={[
        {
          key: "metric",
          header: words.columns.metric,
          cell: ({ period, metric }) => (
            <TextLink to={sheetAt(period, metric)} className="inline-flex min-h-12 items-center">
              {words.sheet(words.metrics[metric], words.period(period))}
            </TextLink>
          ),
        },
        { key: "sum", header: words.columns.sum, isFigure: true, cell: ({ sum }) => number(sum) },
        {
          key: "villages",
          header: words.columns.villages,
          isFigure: true,
          cell: ({ villages }) => words.of(villages, villageCount),
        },
        { key: "source", header: words.columns.source, cell: ({ sources }) => sources.join("; ") },
      ]}
    />
  );
}
