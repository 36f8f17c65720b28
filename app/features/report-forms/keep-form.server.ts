import {
  type FormRefusal,
  judgeMappedCell,
  keepMapping,
  type MappedCell,
  MOST_FORMS,
  type WishedCell,
} from "#app/domain/report-forms/form-mapping.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { RosterAct } from "#app/features/roster/roster-act.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { findForm, findLayout } from "./form-rows.ts";
import { type FormFile, judgeSpace } from "./receive-form-file.server.ts";

type Act = RosterAct & { readonly actorId: string };

/** A new form of somebody else's. The sender names it: sent twice it stands once. */
export async function addForm(
  tx: Tx,
  { communeId, actorId, now }: Act,
  { id, name }: { readonly id: string; readonly name: string },
  file: FormFile,
): Promise<Verdict<null, FormRefusal>> {
  const known = await tx.reportForm.findUnique({
    where: { communeId_id: { communeId, id } },
    select: { madeBy: true },
  });
  if (known) return known.madeBy === actorId ? allowed(null) : refused({ code: "form_changed_meanwhile" });
  if ((await tx.reportForm.count({ where: { communeId, removedAt: null } })) >= MOST_FORMS)
    return refused({ code: "form_too_many", maximum: MOST_FORMS });
  const full = await judgeSpace(tx, communeId, file);
  if (full) return refused(full);
  const by = { madeBy: actorId, madeAt: now, changedBy: actorId, changedAt: now };
  await tx.reportForm.createMany({ data: [{ communeId, id, name, version: 1, ...by }] });
  await keepFormFile(tx, { communeId, actorId, now }, { id, version: 1 }, file);
  return allowed(null);
}

/** The form as it is printed now. What was told of its cells stays where such cells still are; the answer says how much went. */
export async function replaceForm(
  tx: Tx,
  act: Act,
  { id, revision }: { readonly id: string; readonly revision: number },
  file: FormFile,
): Promise<Verdict<{ readonly dropped: number }, FormRefusal>> {
  const { communeId } = act;
  const form = await findForm(tx, communeId, id);
  if (!form) return refused({ code: "form_changed_meanwhile" });
  const full = await judgeSpace(tx, communeId, file);
  if (full) return refused(full);
  const mapping = keepMapping(file.layout, form.mapping);
  const version = form.version + 1;
  if (!(await changeForm(tx, act, { id, revision }, { mapping, version })))
    return refused({ code: "form_changed_meanwhile" });
  await keepFormFile(tx, act, { id, version }, file);
  return allowed({ dropped: form.mapping.length - mapping.length });
}

type MapVerdict =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly field: "sheet" | "cell" | "metric" | "form";
      readonly refusal: FormRefusal;
    };

/** Says once what a cell holds. Sheets are told by their place in the file: their names are not always typable. */
export async function mapCell(
  tx: Tx,
  act: Act,
  { id, revision }: { readonly id: string; readonly revision: number },
  { sheet: number, ...wish }: Omit<WishedCell, "sheet"> & { readonly sheet: number },
): Promise<MapVerdict> {
  const form = await findForm(tx, act.communeId, id);
  const stale = { ok: false, field: "form", refusal: { code: "form_changed_meanwhile" } } as const;
  if (!form) return stale;
  const layout = await findLayout(tx, act.communeId, form);
  const sheet = layout[number - 1]?.name ?? "";
  const judged = judgeMappedCell(layout, form.mapping, { ...wish, sheet });
  if (!judged.ok) return judged;
  const mapping = [...form.mapping, judged.value];
  return (await changeForm(tx, act, { id, revision }, { mapping })) ? { ok: true } : stale;
}

/** The cell told of at that place in the list holds nothing any more. */
export async function unmapCell(
  tx: Tx,
  act: Act,
  { id, revision, at }: { readonly id: string; readonly revision: number; readonly at: number },
): Promise<Verdict<null, FormRefusal>> {
  const form = await findForm(tx, act.communeId, id);
  const mapping = form?.mapping.filter((_, index) => index !== at - 1) ?? [];
  return form && (await changeForm(tx, act, { id, revision }, { mapping }))
    ? allowed(null)
    : refused({ code: "form_changed_meanwhile" });
}

/** Gone from every page; its files and its trace stay. */
export async function removeForm(
  tx: Tx,
  { communeId, actorId, now }: Act,
  id: string,
): Promise<Verdict<null, FormRefusal>> {
  await tx.reportForm.updateMany({
    where: { communeId, id, removedAt: null },
    data: { removedAt: now, removedBy: actorId },
  });
  return allowed(null);
}

async function changeForm(
  tx: Tx,
  { communeId, actorId, now }: Act,
  { id, revision }: { readonly id: string; readonly revision: number },
  change: { readonly mapping: readonly MappedCell[]; readonly version?: number },
): Promise<boolean> {
  const { count } = await tx.reportForm.updateMany({
    where: { communeId, id, revision, removedAt: null },
    data: {
      ...change,
      mapping: change.mapping.map((each) => ({ ...each })),
      revision: revision + 1,
      changedBy: actorId,
      changedAt: now,
    },
  });
  return count === 1;
}

async function keepFormFile(
  tx: Tx,
  { communeId, actorId, now }: Pick<Act, "communeId" | "actorId" | "now">,
  { id, version }: { readonly id: string; readonly version: number },
  { bytes, sha256, layout }: FormFile,
): Promise<void> {
  await tx.reportFormFile.createMany({
    data: [
      {
        communeId,
        formId: id,
        version,
        sha256,
        bytes,
        layout: JSON.parse(JSON.stringify(layout)),
        uploadedBy: actorId,
        uploadedAt: now,
      },
    ],
  });
}
