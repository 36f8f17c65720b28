import { Form } from "@remix-run/react";
import type { ChangedField } from "#app/domain/people/plan-roster-import.ts";
import { importsArea } from "#app/messages/vi/import.ts";
import { Button } from "../kit/button.tsx";
import { type Column, DataTable } from "../kit/data-table.tsx";
import { useMessages } from "../language.tsx";

export interface TableLine {
  readonly line: number;
  readonly row: number;
  readonly name: string;
  readonly birthYear: number | null;
  readonly sex: "female" | "male" | null;
  readonly position: string | null;
  readonly phone: string | null;
  readonly role: "leader" | "deputy" | "member";
  readonly villageName: string | null;
  readonly changes: readonly ChangedField[];
}

interface LinesTableProps {
  lines: readonly TableLine[];
  caption: string;
  /** The button beside each line, while the import is open. */
  offer: { readonly act: string; readonly label: string; readonly action: string } | null;
}

/** Lines that need no mending, as they will stand on the roster. */
export function LinesTable({ lines, caption, offer }: LinesTableProps) {
  const { batch } = useMessages(importsArea).imports;
  const { fields } = batch;
  const columns: [Column<TableLine>, ...Column<TableLine>[]] = [
    { key: "name", header: fields.name, cell: ({ name }) => name || batch.noName },
    { key: "village", header: fields.village, cell: ({ villageName }) => villageName ?? "" },
    { key: "role", header: fields.role, cell: ({ role }) => batch.roles[role] },
    { key: "birth", header: fields.birth, isFigure: true, cell: ({ birthYear }) => birthYear ?? "" },
    { key: "sex", header: fields.sex, cell: ({ sex }) => (sex ? batch.sexes[sex] : "") },
    { key: "position", header: fields.position, cell: ({ position }) => position ?? "" },
    { key: "phone", header: fields.phone, isFigure: true, cell: ({ phone }) => phone ?? "" },
  ];
  if (lines.some(({ changes }) => changes.length > 0)) {
    columns.push({
      key: "changes",
      header: batch.fates.update,
      cell: ({ changes }) => batch.changesTo(changes.map((field) => batch.changes[field]).join(", ")),
    });
  }
  if (offer) {
    columns.push({
      key: "act",
      header: batch.lineAct,
      cell: ({ line }) => (
        <Form method="post" action={offer.action} preventScrollReset>
          <input type="hidden" name="line" value={line} />
          <Button type="submit" variant="quiet" size="small" name="act" value={offer.act}>
            {offer.label}
          </Button>
        </Form>
      ),
    });
  }
  return (
    <DataTable caption={caption} hidesCaption columns={columns} rows={lines} rowKey={({ line }) => line} />
  );
}
