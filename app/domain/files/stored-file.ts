/** Papers a person attaches: scans and materials. What a file is, its bytes say; its name and type are hearsay. */
export const FILE_TYPES = {
  pdf: "application/pdf",
  png: "image/png",
  jpeg: "image/jpeg",
} as const;
export type FileKind = keyof typeof FILE_TYPES;

export const LARGEST_FILE_MB = 10;
/** Of one account: an afternoon at the scanner. */
export const FILES_A_DAY = 60;
export const COMMUNE_FILES_MB = 2_000;

export type FileRefusal =
  | { readonly code: "file_missing" }
  | { readonly code: "file_too_large"; readonly maximumMegabytes: number }
  | { readonly code: "file_not_paper" }
  | { readonly code: "file_broken" }
  | { readonly code: "file_runs_things" }
  | { readonly code: "file_id_reused" }
  | { readonly code: "files_of_day_used_up"; readonly maximum: number }
  | { readonly code: "files_of_commune_used_up"; readonly maximumMegabytes: number };

/** What starts a program, opens an address by itself or carries another file inside a PDF. */
const RUNS_THINGS = /\/(?:JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData|GoToE)\b/;
/** The end of a PDF stands within its last kilobyte (ISO 32000-1, 7.5.5). */
const PDF_END_WITHIN = 1_024;

export function judgeFile(
  bytes: Uint8Array,
): { readonly ok: true; readonly kind: FileKind } | { readonly ok: false; readonly refusal: FileRefusal } {
  const refuse = (refusal: FileRefusal) => ({ ok: false, refusal }) as const;
  if (bytes.length === 0) return refuse({ code: "file_missing" });
  if (bytes.length > LARGEST_FILE_MB * 1024 * 1024)
    return refuse({ code: "file_too_large", maximumMegabytes: LARGEST_FILE_MB });
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))
    return lastText(bytes, 12).includes("IEND") ? { ok: true, kind: "png" } : refuse({ code: "file_broken" });
  if (startsWith(bytes, [0xff, 0xd8, 0xff]))
    return endsAsJpeg(bytes) ? { ok: true, kind: "jpeg" } : refuse({ code: "file_broken" });
  if (!startsWith(bytes, [0x25, 0x50, 0x44, 0x46, 0x2d])) return refuse({ code: "file_not_paper" });
  if (!lastText(bytes, PDF_END_WITHIN).includes("%%EOF")) return refuse({ code: "file_broken" });
  return RUNS_THINGS.test(namesSpelledOut(lastText(bytes, bytes.length)))
    ? refuse({ code: "file_runs_things" })
    : { ok: true, kind: "pdf" };
}

/** A name in a PDF may hide letters as #4A; every program reads them as plain. */
function namesSpelledOut(pdf: string): string {
  return pdf.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function endsAsJpeg(bytes: Uint8Array): boolean {
  let end = bytes.length;
  // Some scanners fill the last block with zeros.
  while (end > 2 && bytes[end - 1] === 0) end -= 1;
  return bytes[end - 2] === 0xff && bytes[end - 1] === 0xd9;
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((value, index) => bytes[index] === value);
}

/** One character for each byte: for looking, not for reading. */
function lastText(bytes: Uint8Array, count: number): string {
  const part = bytes.subarray(Math.max(0, bytes.length - count));
  let text = "";
  for (let at = 0; at < part.length; at += 8_192)
    text += String.fromCharCode(...part.subarray(at, at + 8_192));
  return text;
}
