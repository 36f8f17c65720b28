import type { FormLayout } from "#app/domain/report-forms/form-layout.ts";
import type { MappedCell } from "#app/domain/report-forms/form-mapping.ts";
import type { Tx } from "#app/platform/db/database.ts";

export interface FormRow {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly revision: number;
  readonly mapping: readonly MappedCell[];
}

const COLUMNS = { id: true, name: true, version: true, revision: true, mapping: true } as const;

export async function findForm(tx: Tx, communeId: number, id: string): Promise<FormRow | null> {
  const row = await tx.reportForm.findFirst({ where: { communeId, id, removedAt: null }, select: COLUMNS });
  return row && { ...row, mapping: row.mapping as unknown as MappedCell[] };
}

export async function listForms(tx: Tx, communeId: number): Promise<FormRow[]> {
  const rows = await tx.reportForm.findMany({
    where: { communeId, removedAt: null },
    select: COLUMNS,
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  return rows.map((row) => ({ ...row, mapping: row.mapping as unknown as MappedCell[] }));
}

/** What the form of that version prints. */
export async function findLayout(
  tx: Tx,
  communeId: number,
  { id: formId, version }: Pick<FormRow, "id" | "version">,
): Promise<FormLayout> {
  const { layout } = await tx.reportFormFile.findUniqueOrThrow({
    where: { communeId_formId_version: { communeId, formId, version } },
    select: { layout: true },
  });
  return layout as unknown as FormLayout;
}
