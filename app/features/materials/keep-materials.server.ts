import type { z } from "zod";
import { can } from "#app/domain/access/can.ts";
import { type MaterialRefusal, MOST_PROPOSED, searchTextOf } from "#app/domain/materials/material.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { toDatabaseDay } from "#app/features/communes/database-day.ts";
import { type FormProblems, type FormValues, readForm } from "#app/features/forms/read-form.server.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";
import type { RosterAct } from "#app/features/roster/roster-act.ts";
import { areTopics } from "#app/features/training/find-topics.server.ts";
import { type Proof, takeProof } from "#app/features/training/send-certificate.server.ts";
import type { Rejection } from "#app/messages/rejections.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { materialSchema } from "./material.schema.ts";

export type MaterialAnswer<Done extends string> =
  | { readonly ok: true; readonly done: Done }
  | { readonly ok: false; readonly problems: FormProblems; readonly values: FormValues }
  | null;

type KeepRefusal =
  | Extract<
      MaterialRefusal,
      { code: "material_has_nothing" | "material_changed_meanwhile" | "materials_waiting_full" }
    >
  | { readonly code: "not_permitted" };

/** H07, H08: a material of the office is shown at once; what somebody else made waits for the office. */
export async function saveMaterial(caller: Caller, fields: FormData): Promise<MaterialAnswer<"luu" | "gui">> {
  const form = await readForm(fields, materialSchema);
  if (!form.ok) return form;
  const fail = (problems: Readonly<Record<string, Rejection>>) =>
    ({ ok: false, problems: problems as FormProblems, values: form.values }) as const;
  const file = await takeProof(caller, fields.get("file"));
  if (!file.ok) {
    const { ok: _, ...problem } = file;
    return fail({ file: problem as Rejection });
  }
  const isOffice = can(caller.actor, "material.manage", null, caller.today).ok;
  if (form.value.revision !== undefined && !isOffice) return null;
  const verdict = await inRoster(caller, "materials.save", (tx, act) =>
    write(tx, act, { ...form.value, proof: file.value, isOffice }),
  );
  if (verdict.ok) return { ok: true, done: isOffice ? "luu" : "gui" };
  const { ok: _, ...problem } = verdict;
  if (problem.code === "not_permitted") return null;
  return fail({ [problem.code === "material_has_nothing" ? "file" : "form"]: problem });
}

type Wish = z.output<typeof materialSchema> & {
  readonly proof: Proof;
  readonly isOffice: boolean;
};

async function write(
  tx: Tx,
  { communeId, actorId, now }: RosterAct & { readonly actorId: string },
  { id, revision, proof, isOffice, issuedOn, isPublic, ...wish }: Wish,
): Promise<Verdict<null, KeepRefusal>> {
  if (!(await areTopics(tx, communeId, wish.topics))) return refused({ code: "not_permitted" });
  const before = await tx.material.findUnique({ where: { communeId_id: { communeId, id } } });
  if (before !== null && revision === undefined)
    return before.enteredBy === actorId ? allowed(null) : refused({ code: "not_permitted" });
  const link = wish.link ?? null;
  const spokenText = wish.spokenText ?? null;
  // A new file takes the place of the old one, whatever of the two it was.
  const isNewFile = proof.photoId !== null || proof.fileId !== null;
  const files = isNewFile ? proof : { photoId: before?.photoId ?? null, fileId: before?.fileId ?? null };
  if (link === null && spokenText === null && files.photoId === null && files.fileId === null)
    return refused({ code: "material_has_nothing" });
  const columns = {
    title: wish.title,
    kind: wish.kind,
    field: wish.field,
    topics: [...new Set(wish.topics)],
    kinds: [...new Set(wish.kinds)],
    source: wish.source,
    issuedOn: toDatabaseDay(issuedOn),
    isPlain: wish.isPlain,
    isLargeType: wish.isLargeType,
    spokenText,
    link,
    ...files,
    search: searchTextOf([wish.title, wish.source, spokenText]),
  };
  if (revision !== undefined) {
    const { count } = await tx.material.updateMany({
      where: { communeId, id, revision, state: "shown" },
      data: { ...columns, isPublic, revision: revision + 1 },
    });
    return count === 0 ? refused({ code: "material_changed_meanwhile" }) : allowed(null);
  }
  const maker = isOffice
    ? null
    : await tx.member.findFirst({ where: { communeId, accountId: actorId }, select: { id: true } });
  if (!isOffice) {
    const waiting = await tx.material.count({ where: { communeId, enteredBy: actorId, state: "proposed" } });
    if (waiting >= MOST_PROPOSED) return refused({ code: "materials_waiting_full", maximum: MOST_PROPOSED });
  }
  await tx.material.createMany({
    data: [
      {
        communeId,
        id,
        ...columns,
        state: isOffice ? "shown" : "proposed",
        isPublic: isOffice && isPublic,
        makerId: maker?.id ?? null,
        enteredBy: actorId,
        enteredAt: now,
        ...(isOffice && { decidedBy: actorId, decidedAt: now }),
      },
    ],
  });
  return allowed(null);
}

type DecideRefusal =
  | Extract<MaterialRefusal, { code: "material_decided_already" | "material_is_yours" }>
  | { readonly code: "not_permitted" };

/** H08: shown in the library, or back to its maker with a reason; by another person than the maker. */
export function decideMaterial(
  caller: Caller,
  id: string,
  reason: string | null,
): Promise<Verdict<null, DecideRefusal>> {
  return inRoster(caller, "materials.decide", async (tx, { communeId, actorId, now }) => {
    const row = await tx.material.findUnique({
      where: { communeId_id: { communeId, id } },
      select: { enteredBy: true },
    });
    if (!row) return refused({ code: "not_permitted" });
    if (row.enteredBy === actorId) return refused({ code: "material_is_yours" });
    const { count } = await tx.material.updateMany({
      where: { communeId, id, state: "proposed" },
      data: { state: reason === null ? "shown" : "returned", reason, decidedBy: actorId, decidedAt: now },
    });
    return count === 0 ? refused({ code: "material_decided_already" }) : allowed(null);
  });
}

/** Out of the library and off the public page; what was opened stays counted. */
export function withdrawMaterial(caller: Caller, id: string): Promise<Verdict<null, DecideRefusal>> {
  return inRoster(caller, "materials.withdraw", async (tx, { communeId, actorId, now }) => {
    const { count } = await tx.material.updateMany({
      where: { communeId, id, state: "shown" },
      data: { state: "withdrawn", isPublic: false, decidedBy: actorId, decidedAt: now },
    });
    return count === 0 ? refused({ code: "material_decided_already" }) : allowed(null);
  });
}
