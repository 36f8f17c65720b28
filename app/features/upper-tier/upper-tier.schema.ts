import { z } from "zod";
import { LONGEST_UNIT_NAME } from "#app/domain/upper-tier/upper-unit.ts";
import { UPPER_KINDS, type YearWish } from "#app/domain/upper-tier/year-standing.ts";
import { dayText, idText, lineText } from "../forms/text.schema.ts";

export const placementForm = z.object({
  province: lineText({ maximum: LONGEST_UNIT_NAME }),
  district: lineText({ maximum: LONGEST_UNIT_NAME }).optional(),
  from: dayText(),
});

export const newReaderForm = z.object({
  account: idText(),
  name: lineText({ minimum: 2, maximum: 120 }),
  username: lineText({ maximum: 40 }).optional(),
});

export const knownReaderForm = z.object({ knownUsername: lineText({ maximum: 40 }) });

export const endReaderForm = z.object({ reader: idText() });

/** Which year of which kind an address asks for; null for anything else. The whole year where no kind is named. */
export function readYearWish(query: URLSearchParams): YearWish | null {
  const [year, kind] = [query.get("nam") ?? "", query.get("loai") ?? "annual"];
  const known = UPPER_KINDS.find((each) => each === kind);
  return known !== undefined && /^20\d\d$/.test(year) ? { year: Number(year), kind: known } : null;
}
