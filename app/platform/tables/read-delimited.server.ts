import { parse } from "csv-parse/sync";
import type { TableReading } from "../apart/apart.ts";

const SEPARATORS = ["\t", ";", ","] as const;

/** Text with separators. The separator is the one that parts the first lines into most columns. */
export function readDelimited(bytes: Uint8Array): TableReading {
  const text = decode(bytes);
  if (text === null) return { ok: false, code: "csv_not_unicode" };
  const head = text.split(/\r\n|\r|\n/, 60).join("\n");
  const [separator = ","] = [...SEPARATORS].sort((a, b) => countOf(head, b) - countOf(head, a));
  try {
    const rows: string[][] = parse(text, {
      delimiter: separator,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      max_record_size: 200_000,
    });
    const cells = rows.map((row) => row.map((cell) => (cell === "" ? null : cell)));
    return { ok: true, sheets: [{ name: "", rows: cells }] };
  } catch {
    return { ok: false, code: "csv_unreadable" };
  }
}

function countOf(text: string, separator: string): number {
  return text.split(separator).length - 1;
}

/** UTF-8 with or without a mark, UTF-16 with one. Anything else would be a guess, and names are not guessed. */
function decode(bytes: Uint8Array): string | null {
  const label =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? "utf-16le"
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? "utf-16be"
        : "utf-8";
  try {
    const text = new TextDecoder(label, { fatal: true }).decode(bytes);
    return text.includes("\0") ? null : text;
  } catch {
    return null;
  }
}
