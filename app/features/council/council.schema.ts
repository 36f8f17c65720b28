import { z } from "zod";
import { COUNCIL_ROLES, VOTE_MODES } from "#app/domain/council/minutes.ts";
import { ATTENDANCES, SESSION_FORMS } from "#app/domain/council/quorum.ts";
import { readHundredths } from "#app/domain/year/sheet-figures.ts";
import {
  checkBox,
  dayText,
  idText,
  lineText,
  noteText,
  refuse,
  wholeNumber,
} from "#app/features/forms/text.schema.ts";

export const memberSchema = z.object({
  id: idText(),
  fullName: lineText({ minimum: 2, maximum: 120 }),
  position: lineText({ minimum: 2, maximum: 160 }),
  role: z.enum(COUNCIL_ROLES),
  accountId: idText().optional(),
  decision: lineText({ minimum: 2, maximum: 60 }),
  validFrom: dayText(),
});

export const termSchema = z.object({ memberId: idText(), validTo: dayText() });

/** "2/3", as people write it. */
function shareText() {
  return z.string().transform((raw, context) => {
    const typed = /^(\d{1,4})\s*\/\s*(\d{1,4})$/.exec(raw.trim());
    return typed
      ? { part: Number(typed[1]), whole: Number(typed[2]) }
      : refuse(context, { code: "council_share_not_possible" });
  });
}

const COMPARATORS = ["at_least", "more_than"] as const;

export const rulesSchema = z.object({
  quorum: shareText(),
  pass: shareText(),
  passComparator: z.enum(COMPARATORS),
  passOf: z.enum(["all_members", "voters"]),
  proxiesMakeQuorum: checkBox(),
  document: lineText({ minimum: 2, maximum: 160 }),
});

export const sessionSchema = z.object({
  id: idText(),
  title: lineText({ minimum: 3, maximum: 160 }),
  form: z.enum(SESSION_FORMS),
  place: lineText({ minimum: 2, maximum: 160 }),
  heldOn: dayText(),
});

export const seatSchema = z.object({
  attendance: z.enum(ATTENDANCES),
  proxyName: lineText({ minimum: 2, maximum: 120 }).optional(),
  paper: lineText({ minimum: 2, maximum: 160 }).optional(),
});

export const roundSchema = z.object({
  id: idText(),
  title: lineText({ minimum: 3, maximum: 160 }),
  mode: z.enum(VOTE_MODES),
  places: wholeNumber({ minimum: 0, maximum: 1000 }).optional(),
  proposals: z.array(idText()).max(300),
});

export const paperCountSchema = z.object({
  issued: wholeNumber({ minimum: 0, maximum: 1000 }),
  returned: wholeNumber({ minimum: 0, maximum: 1000 }),
  invalid: wholeNumber({ minimum: 0, maximum: 1000 }),
  tellers: lineText({ minimum: 2, maximum: 300 }),
});

export const yesNoSchema = z.object({
  yes: wholeNumber({ minimum: 0, maximum: 1000 }),
  no: wholeNumber({ minimum: 0, maximum: 1000 }),
});

export const roundIdSchema = z.object({ roundId: idText() });

export const chairSideSchema = z.object({
  roundId: idText(),
  chosen: z.array(idText()).max(300),
  reason: noteText({ minimum: 5, maximum: 1000 }),
});

export const dissentSchema = z.object({
  id: idText(),
  memberId: idText(),
  roundId: idText().optional(),
  proposalId: idText().optional(),
  content: noteText({ minimum: 5, maximum: 2000 }),
});

export const wordsSchema = z.object({
  guests: noteText({ maximum: 2000 }).optional(),
  discussion: noteText({ maximum: 8000 }).optional(),
  conclusion: noteText({ maximum: 4000 }).optional(),
});

const villageNumber = wholeNumber({ minimum: 1, maximum: 2_147_483_647 });
const criterionKey = lineText({ maximum: 80 });

/** A tap: a mark in hundredths, or none to take it back. */
export const markSchema = z.object({
  reviewId: idText(),
  criterionKey,
  villageId: villageNumber,
  points: z.string().transform((raw, context): number | null => {
    if (raw === "none") return null;
    return /^\d{1,5}$/.test(raw) ? Number(raw) : refuse(context, { code: "not_valid" });
  }),
});

/** "4,5" on a paper, in hundredths; an empty field was not marked. */
const paperMark = z
  .string()
  .optional()
  .transform((raw, context): number | null => {
    if (raw === undefined || raw.trim() === "") return null;
    return readHundredths(raw) ?? refuse(context, { code: "review_points_malformed" });
  });

/** A field for each village. */
export function paperMarksSchema(villages: readonly number[]) {
  return z.object({
    memberId: idText(),
    criterionKey,
    paper: lineText({ minimum: 2, maximum: 160 }),
    ...Object.fromEntries(villages.map((id) => [`points-${id}`, paperMark] as const)),
  });
}
