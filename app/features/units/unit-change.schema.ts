import { z } from "zod";
import { UNIT_CHANGE_KINDS, UNIT_KINDS } from "#app/domain/roster/unit-change.ts";
import { LONGEST_VILLAGE_NAME } from "#app/domain/roster/village.ts";
import {
  checkBox,
  dayText,
  idText,
  lineText,
  noteText,
  wholeNumber,
} from "#app/features/forms/text.schema.ts";
import type { UnitChangeOrder } from "./unit-change.ts";

const MOST_SEATS = 5_000;

export const unitChangeSchema = z.object({
  id: idText(),
  unit: z.enum(UNIT_KINDS),
  kind: z.enum(UNIT_CHANGE_KINDS),
  old: z.array(wholeNumber({ minimum: 1, maximum: 2_147_483_647 })).max(100),
  newNames: noteText({ maximum: 8 * (LONGEST_VILLAGE_NAME + 1) }),
  effectiveOn: dayText(),
  decisionNumber: lineText({ maximum: 60 }),
  decisionDate: dayText(),
  joinsTeams: checkBox(),
  /** "3/019a..." seats a member in the third part; "1/Xóm Đồi" the households of a lane in the first. */
  seat: z.array(lineText({ maximum: 60 })).max(MOST_SEATS),
  lane: z.array(lineText({ maximum: 100 })).max(MOST_SEATS),
});

export function orderOf(form: z.output<typeof unitChangeSchema>): UnitChangeOrder {
  const { old, newNames, seat, lane, ...rest } = form;
  const names = newNames.split("\n").map((name) => name.replace(/\s+/g, " ").trim());
  return {
    ...rest,
    oldIds: old,
    newNames: names.filter((name) => name !== "").map((name) => name.slice(0, LONGEST_VILLAGE_NAME)),
    seats: readSeats(seat),
    lanes: readSeats(lane),
  };
}

function readSeats(entries: readonly string[]): Map<string, number> {
  return new Map(
    entries.map((entry) => {
      const at = entry.indexOf("/");
      return [entry.slice(at + 1), Number(entry.slice(0, at))];
    }),
  );
}
