import { z } from "zod";
import { type ActivityKind, MODES, SCHEME_TAGS } from "#app/domain/activity/scheme.ts";
import { TRAINING_TOPICS } from "#app/domain/activity/training-topic.ts";
import { EVIDENCES, type PointLimits, type PointScale } from "#app/domain/plan/activity-proposal.ts";
import { dayText, lineText, noteText, refuse, wholeNumber } from "#app/features/forms/text.schema.ts";
import { bonusField, figureFields } from "./typed-figures.ts";

/** "2", "2,5" or "0.25" points, as hundredths. */
function pointsText({ maximum }: { readonly maximum: number }) {
  return z.string().transform((raw, context): number => {
    const typed = /^(\d{1,6})(?:[.,](\d{1,2}))?$/.exec(raw.trim());
    if (!typed) return refuse(context, { code: "not_a_number" });
    const hundredths = Number(typed[1]) * 100 + Number((typed[2] ?? "").padEnd(2, "0"));
    return hundredths > maximum * 100 ? refuse(context, { code: "too_large", maximum }) : hundredths;
  });
}

const seen = lineText({ maximum: 16 });
const most = { maximum: 1_000 };

const kindSchema = z.object({
  seen,
  name: lineText({ maximum: 120 }),
  capUnits: wholeNumber({ minimum: 1, maximum: 1_000 }).optional(),
  capPer: z.enum(["day", "month", "person", "household"]).optional(),
  evidence: z.array(z.enum(EVIDENCES)),
  modes: z.array(z.enum(MODES)),
  tags: z.array(z.enum(SCHEME_TAGS)),
  topics: z.array(z.enum(TRAINING_TOPICS)),
  leastPeople: wholeNumber({ minimum: 1, maximum: 1_000 }).optional(),
  leastMinutes: wholeNumber({ minimum: 1, maximum: 1_440 }).optional(),
  retiredOn: dayText().optional(),
});

/** The fields of one kind: the same for all, then one for each figure of its own scale and bonuses. */
export function kindFormSchema(kind: ActivityKind) {
  const figures = [
    ...figureFields(kind.scale),
    ...kind.bonuses.flatMap(({ key }) => [bonusField(key, "each"), bonusField(key, "atMost")]),
  ];
  return {
    facts: kindSchema,
    figures: z.object(
      Object.fromEntries(figures.map((field) => [field, pointsText(most)])) as Record<
        string,
        ReturnType<typeof pointsText>
      >,
    ),
  };
}

export function kindOfForm(
  form: z.output<typeof kindSchema>,
  figures: Readonly<Record<string, number>>,
): (kind: ActivityKind) => ActivityKind {
  return (kind) => ({
    ...kind,
    name: form.name,
    scale: {
      ...kind.scale,
      ...Object.fromEntries(figureFields(kind.scale).map((field) => [field, figures[field]])),
    } as PointScale,
    bonuses: kind.bonuses.map((bonus) => ({
      ...bonus,
      each: figures[bonusField(bonus.key, "each")] ?? bonus.each,
      atMost: figures[bonusField(bonus.key, "atMost")] ?? bonus.atMost,
    })),
    cap: form.capUnits === undefined ? null : { units: form.capUnits, per: form.capPer ?? "day" },
    evidence: inKnownOrder(kind.evidence, form.evidence),
    modes: inKnownOrder(kind.modes, form.modes),
    tags: inKnownOrder(kind.tags, form.tags),
    topics: inKnownOrder(kind.topics, form.topics),
    least: leastOf(form),
    retiredOn: form.retiredOn ?? null,
  });
}

/** Boxes come in the order of the page; the first of a list is the usual one and stays first. */
function inKnownOrder<Item extends string>(known: readonly string[], chosen: readonly Item[]): Item[] {
  const place = (item: string) => (known.includes(item) ? known.indexOf(item) : known.length);
  return chosen.toSorted((left, right) => place(left) - place(right));
}

function leastOf({ leastPeople, leastMinutes }: z.output<typeof kindSchema>): ActivityKind["least"] {
  if (leastPeople === undefined && leastMinutes === undefined) return null;
  return {
    ...(leastPeople !== undefined && { people: leastPeople }),
    ...(leastMinutes !== undefined && { minutes: leastMinutes }),
  };
}

export const limitsSchema = z.object({
  seen,
  perDay: pointsText({ maximum: 10_000 }),
  perMonth: pointsText({ maximum: 100_000 }),
  priorityPerson: pointsText(most),
  priorityPerMonth: pointsText({ maximum: 10_000 }),
  campaignFactorAtMost: wholeNumber({ minimum: 100, maximum: 150 }),
});

export function limitsOfForm({ seen: _, ...limits }: z.output<typeof limitsSchema>): PointLimits {
  return limits;
}

const revision = wholeNumber({ minimum: 1, maximum: 1_000_000 });

export const proposeSchema = z.object({
  revision,
  effectiveOn: dayText(),
  note: noteText({ maximum: 500 }).optional(),
});

export const publishSchema = z.object({ revision, effectiveOn: dayText() });
