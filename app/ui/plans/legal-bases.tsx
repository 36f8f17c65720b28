import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { plansArea } from "#app/messages/vi/plans.ts";
import { DataTable } from "../kit/data-table.tsx";
import { useFormat, useMessages } from "../language.tsx";

export interface ShownBasis {
  readonly text: string;
  readonly type: string;
  readonly number: string | null;
  readonly date: LocalDate | null;
  readonly issuer: string | null;
}

export function LegalBases({ bases }: { bases: readonly ShownBasis[] }) {
  const { plans: words } = useMessages(plansArea);
  const format = useFormat();
  return (
    <DataTable
      caption={words.legalBases}
      rows={bases}
      rowKey={(basis) => basis.text}
      empty={<p className="text-ink-soft">{words.noBases}</p>}
      columns={[
        { key: "type", header: words.basisType, cell: ({ type }) => type },
        { key: "number", header: words.basisNumber, cell: ({ number }) => number ?? "–" },
        { key: "date", header: words.basisDate, cell: ({ date }) => (date ? format.date(date) : "–") },
        { key: "issuer", header: words.basisIssuer, cell: ({ issuer }) => issuer ?? "–" },
      ]}
    />
  );
}
