import { z } from "zod";
import { isId } from "#app/domain/ids.ts";
import { CORRECTION_FIELDS } from "#app/domain/verification/correction.ts";
import type { QueueDecision } from "#app/domain/verification/queue.ts";
import { isRejectReason, isReturnReason } from "#app/domain/verification/reasons.ts";
import { dayText, idText, lineText, noteText, refuse, wholeNumber } from "#app/features/forms/text.schema.ts";

/** More than a screen holds; a list beyond it was not made by the page. */
const DECISIONS_AT_MOST = 200;
const words = noteText({ maximum: 500 }).optional();

/** "claim.revision.decision", as a form of the queue names what it decides. */
const claim = z.string().transform((text, context) => {
  const [claimId = "", revision = "", decisionId = ""] = text.split(".");
  if (!/^[1-9]\d{0,5}$/.test(revision) || text.length > 120) return refuse(context, { code: "not_valid" });
  return { claimId, revision: Number(revision), decisionId };
});

/** The forms of a page without scripts: one verdict for one record or a day. */
export const decideFormSchema = z.object({
  intent: z.enum(["approve", "return", "reject"]),
  claim: z.array(claim).min(1).max(DECISIONS_AT_MOST),
  reasonCode: z.string().max(60).optional(),
  reason: words,
});

const decision = z
  .object({
    decisionId: z.string().refine(isId),
    claimId: z.string().refine(isId),
    revision: z.number().int().min(1).max(999_999),
    verdict: z.enum(["approve", "return", "reject"]),
    reasonCode: z.string().max(60).nullable(),
    reason: z.string().nullable(),
  })
  .refine(({ verdict, reasonCode }) => isReasonOf(verdict, reasonCode));

/** What a page with scripts sends: decisions of any kind, each under its own name. */
export const decisionsSchema = z.object({
  decisions: z
    .string()
    .max(200_000)
    .transform((text, context): QueueDecision[] => {
      const parsed = z.array(decision).min(1).max(DECISIONS_AT_MOST).safeParse(parseJson(text));
      return parsed.success ? parsed.data : refuse(context, { code: "not_valid" });
    }),
});

export const undoSchema = z.object({
  undoId: idText(),
  claimId: idText(),
  revision: wholeNumber({ minimum: 1, maximum: 999_999 }),
});

export const askCorrectionSchema = z.object({
  id: idText(),
  field: z.enum(CORRECTION_FIELDS),
  reason: noteText({ minimum: 3, maximum: 500 }),
  workDate: dayText().optional(),
  activityKey: lineText({ maximum: 60 }).optional(),
  visits: wholeNumber({ minimum: 0, maximum: 2000 }).optional(),
  teamId: wholeNumber({ minimum: 1, maximum: 2_000_000_000 }).optional(),
});

export const decideCorrectionSchema = z.object({
  request: idText(),
  intent: z.enum(["accept", "decline"]),
  answer: words,
  workDate: dayText().optional(),
  activityKey: lineText({ maximum: 60 }).optional(),
  visits: wholeNumber({ minimum: 0, maximum: 2000 }).optional(),
  teamId: wholeNumber({ minimum: 1, maximum: 2_000_000_000 }).optional(),
});

export function isReasonOf(verdict: QueueDecision["verdict"], reasonCode: string | null): boolean {
  if (verdict === "approve") return reasonCode === null;
  if (reasonCode === null) return false;
  return verdict === "return" ? isReturnReason(reasonCode) : isRejectReason(reasonCode);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
