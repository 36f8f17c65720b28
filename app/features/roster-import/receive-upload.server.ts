import { type ImportRefusal, LARGEST_FILE_MB } from "#app/domain/people/import-refusals.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";

export interface Upload {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

type Refusal = Extract<ImportRefusal, { code: "file_missing" | "file_too_large" }>;

const PASTED_NAME = "dán trực tiếp";
const LARGEST_BYTES = LARGEST_FILE_MB * 1024 * 1024;

/** The file of a form, or the table that was pasted into its box. What it is, the reader judges by its bytes. */
export async function receiveUpload(fields: FormData): Promise<Verdict<Upload, Refusal>> {
  const file = fields.get("file");
  if (file instanceof Blob && file.size > 0) {
    if (file.size > LARGEST_BYTES) {
      return refused({ code: "file_too_large", maximumMegabytes: LARGEST_FILE_MB });
    }
    const bytes = new Uint8Array(await file.arrayBuffer());
    return allowed({ fileName: tidyFileName("name" in file ? String(file.name) : ""), bytes });
  }
  const { pasted } = pastedOf(fields);
  if (pasted.trim() !== "") {
    return allowed({ fileName: PASTED_NAME, bytes: new TextEncoder().encode(pasted) });
  }
  return refused({ code: "file_missing" });
}

/** What stays in the box when the table is refused. */
export function pastedOf(fields: FormData): { readonly pasted: string } {
  const pasted = fields.get("pasted");
  return { pasted: typeof pasted === "string" ? pasted : "" };
}

/** Only for showing: nothing is ever opened by it. */
function tidyFileName(name: string): string {
  const bare = name.split(/[\\/]/).at(-1) ?? "";
  const clean = bare
    .normalize("NFC")
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, "")
    .trim();
  return [...clean].slice(0, 120).join("") || "tệp không tên";
}
