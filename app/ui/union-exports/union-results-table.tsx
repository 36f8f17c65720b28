import Users from "lucide-react/icons/users";
import type { UnionResults } from "#app/domain/certificates/union-export.ts";
import { certificatesArea } from "#app/messages/vi/certificates.ts";
import { unionExportsArea } from "#app/messages/vi/union-exports.ts";
import { DataTable } from "../kit/data-table.tsx";
import { EmptyState } from "../kit/empty-state.tsx";
import { useFormat, useMessages } from "../language.tsx";

/** Who would be in the list, and what it would say of them. */
export function UnionResultsTable({ results }: { results: UnionResults }) {
  const { unionExports: words, certificates } = useMessages(unionExportsArea, certificatesArea);
  const format = useFormat();
  return (
    <DataTable
      caption={words.preview(words.unions[results.union])}
      rows={results.lines}
      rowKey={({ memberId }) => memberId}
      empty={
        <EmptyState icon={Users} title={words.none}>
          {words.noneBody}
        </EmptyState>
      }
      columns={[
        { key: "name", header: words.person, cell: ({ name }) => name },
        { key: "organisation", header: words.organisation, cell: ({ organisation }) => organisation ?? "–" },
        {
          key: "days",
          header: words.days,
          isFigure: true,
          cell: ({ figures }) => format.number(figures.days),
        },
        {
          key: "claims",
          header: words.claims,
          isFigure: true,
          cell: ({ figures }) => format.number(figures.claims),
        },
        {
          key: "time",
          header: words.time,
          isFigure: true,
          cell: ({ figures }) =>
            figures.claimsWithMinutes === 0 ? "–" : certificates.duration(figures.minutes),
        },
        {
          key: "people",
          header: words.people,
          isFigure: true,
          cell: ({ figures }) => format.number(figures.people),
        },
        {
          key: "visits",
          header: words.visits,
          isFigure: true,
          cell: ({ figures }) => format.number(figures.visits),
        },
      ]}
    />
  );
}
