import type { PlannedCell, PlannedLine } from "#app/domain/report-forms/form-mapping.ts";
import { reportFormsArea } from "#app/messages/vi/report-forms.ts";
import { Card } from "../kit/card.tsx";
import { DataTable } from "../kit/data-table.tsx";
import { Disclosure } from "../kit/disclosure.tsx";
import { Notice } from "../kit/notice.tsx";
import { useFormat, useMessages } from "../language.tsx";
import { useMetricName } from "./use-metric-name.ts";

/** Cell by cell what the file of this period will hold. */
export function FormPreview({ lines, sheets }: { lines: readonly PlannedLine[]; sheets: readonly string[] }) {
  const { reportForms: words } = useMessages(reportFormsArea);
  const nameOf = useMetricName();
  const cellOf = ({ mapped: { sheet, cell } }: PlannedLine) =>
    sheets.length > 1 ? `${sheet}: ${cell}` : cell;
  const single = lines.filter(({ mapped }) => mapped.spread === "commune");
  const lists = lines.filter(({ mapped }) => mapped.spread === "villages");
  return (
    <Card title={words.preview}>
      {lines.length === 0 ? <p className="text-ink-soft">{words.previewNone}</p> : null}
      {single.length === 0 ? null : (
        <DataTable
          caption={words.preview}
          hidesCaption
          rows={single}
          rowKey={cellOf}
          columns={[
            { key: "cell", header: words.cell, cell: cellOf },
            { key: "label", header: words.label, cell: ({ label }) => label ?? "–" },
            { key: "metric", header: words.metric, cell: ({ mapped }) => nameOf(mapped.metric) },
            {
              key: "value",
              header: words.value,
              isFigure: true,
              cell: ({ cells: [cell] }) => (cell ? <Value cell={cell} /> : null),
            },
          ]}
        />
      )}
      {lists.length === 0 ? null : <h3 className="mb-2 mt-6 text-lg font-bold">{words.listPreview}</h3>}
      {lists.map((line) => (
        <div key={cellOf(line)} className="mb-3">
          <ListPreview line={line} name={`${cellOf(line)}: ${nameOf(line.mapped.metric)}`} />
        </div>
      ))}
    </Card>
  );
}

function ListPreview({ line, name }: { line: PlannedLine; name: string }) {
  const { reportForms: words } = useMessages(reportFormsArea);
  const format = useFormat();
  const lacking = line.cells.filter(({ note }) => note === "taken").length;
  return (
    <>
      {lacking > 0 ? <Notice tone="warning">{words.takenCount(format.number(lacking))}</Notice> : null}
      <Disclosure summary={name}>
        <DataTable
          caption={name}
          hidesCaption
          rows={line.cells}
          rowKey={({ cell }) => cell}
          columns={[
            { key: "cell", header: words.cell, cell: ({ cell }) => cell },
            { key: "village", header: words.village, cell: ({ village }) => village ?? "–" },
            {
              key: "value",
              header: words.value,
              isFigure: true,
              cell: (cell) => <Value cell={cell} />,
            },
          ]}
        />
      </Disclosure>
    </>
  );
}

function Value({ cell: { value, note } }: { cell: PlannedCell }) {
  const { reportForms: words } = useMessages(reportFormsArea);
  const format = useFormat();
  if (note !== null)
    return <span className="text-ink-soft">{note === "taken" ? words.taken : words.noData}</span>;
  return <>{typeof value === "number" ? format.number(value) : value}</>;
}
