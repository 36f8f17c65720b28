import type { PaperColumnKind, PaperValue } from "#app/domain/documents/paper.ts";
import { makeFormat } from "./format.ts";

const format = makeFormat("vi");
/** No data is not zero (rule 9). */
const NO_DATA = "–";

/** A cell as papers print it; the workbook keeps the number itself. */
export function sayPaperValue(value: PaperValue, kind: PaperColumnKind): string {
  if (value === null) return kind === "text" ? "" : NO_DATA;
  if (typeof value === "string") return value;
  switch (kind) {
    case "text":
      return String(value);
    case "whole":
    case "money":
      return format.number(value);
    case "points":
      return format.points(value);
    case "share":
      return format.percent(value);
  }
}
