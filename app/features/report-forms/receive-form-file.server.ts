import { createHash } from "node:crypto";
import type { FormLayout } from "#app/domain/report-forms/form-layout.ts";
import { FORMS_SPACE_MB, type FormRefusal, LARGEST_FORM_MB } from "#app/domain/report-forms/form-mapping.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { ApartAnswer } from "#app/platform/apart/apart.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";

const MEGABYTE = 1024 * 1024;

export interface FormFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly sha256: Uint8Array<ArrayBuffer>;
  readonly layout: FormLayout;
}

/** A workbook as it was sent in, opened in a thread of its own before anything of it is kept. */
export async function receiveFormFile(
  platform: Pick<Platform, "apart">,
  file: FormDataEntryValue | null,
): Promise<Verdict<FormFile, FormRefusal>> {
  if (!(file instanceof Blob) || file.size === 0) return refused({ code: "form_file_missing" });
  if (file.size > LARGEST_FORM_MB * MEGABYTE)
    return refused({ code: "form_file_too_large", maximumMegabytes: LARGEST_FORM_MB });
  const bytes = new Uint8Array(await file.arrayBuffer());
  const answer = await platform.apart.run("open-form", { bytes });
  if (!answer.ok) return refuseFormApart(answer);
  if (!answer.output.ok) return refused({ code: answer.output.code });
  const sha256 = new Uint8Array(createHash("sha256").update(bytes).digest());
  return allowed({ bytes, sha256, layout: answer.output.layout });
}

function refuseFormApart({ code }: Extract<ApartAnswer<unknown>, { ok: false }>) {
  switch (code) {
    case "apart_too_slow":
    case "apart_too_large":
      return refused({ code: "form_unpacks_too_large" });
    case "apart_busy":
      return refused({ code: "form_busy" });
    case "apart_failed":
      return refused({ code: "form_unreadable" });
  }
}

/** Null where there is room for it. */
export async function judgeSpace(
  tx: Tx,
  communeId: number,
  { bytes }: FormFile,
): Promise<FormRefusal | null> {
  const [row] = await tx.$queryRaw<{ used: number }[]>`
    select coalesce(sum(octet_length(bytes)), 0)::float8 as used from report_form_file where commune_id = ${communeId}`;
  return (row?.used ?? 0) + bytes.length > FORMS_SPACE_MB * MEGABYTE
    ? { code: "form_space_used_up", maximumMegabytes: FORMS_SPACE_MB }
    : null;
}
