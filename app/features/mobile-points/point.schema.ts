import { z } from "zod";
import { MOST_STATIONS, POINT_KINDS, POINT_PARTS } from "#app/domain/campaigns/mobile-point.ts";
import { dayText, idText, lineText, noteText, refuse, wholeNumber } from "#app/features/forms/text.schema.ts";

const STATION = { minimum: 2, maximum: 120 } as const;

/** "08:00", "8h30", "19.30": minutes after midnight. */
function clockText() {
  return z.string().transform((raw, context): number => {
    const match = /^(\d{1,2})[:h.](\d{2})?$/i.exec(raw.trim());
    const [hours, minutes] = [Number(match?.[1] ?? Number.NaN), Number(match?.[2] ?? 0)];
    return match && hours < 24 && minutes < 60
      ? hours * 60 + minutes
      : refuse(context, { code: "not_valid" });
  });
}

export const pointSchema = z.object({
  id: idText(),
  kind: z.enum(POINT_KINDS),
  name: lineText({ minimum: 2, maximum: 120 }),
  day: dayText(),
  from: clockText(),
  to: clockText(),
  villageId: wholeNumber({ minimum: 1, maximum: 2_000_000_000 }).optional(),
  venueId: idText().optional(),
  place: lineText({ minimum: 2, maximum: 120 }).optional(),
  campaignId: idText().optional(),
  stations: noteText({ maximum: 1600 })
    .transform((text, context): string[] => {
      const lines = text
        .split("\n")
        .map((line) => line.trim())
        .filter((line) => line !== "");
      if (lines.length > MOST_STATIONS) return refuse(context, { code: "too_large", maximum: MOST_STATIONS });
      if (lines.some((line) => line.length < STATION.minimum))
        return refuse(context, { code: "too_short", minimum: STATION.minimum });
      if (lines.some((line) => line.length > STATION.maximum))
        return refuse(context, { code: "too_long", maximum: STATION.maximum });
      return lines;
    })
    .optional(),
});

const station = wholeNumber({ minimum: 1, maximum: MOST_STATIONS }).optional();

export const assignSchema = z.object({ memberId: idText(), part: z.enum(POINT_PARTS), station });
export const memberSchema = z.object({ memberId: idText() });
export const attendSchema = z.object({ code: lineText({ maximum: 40 }), station });
