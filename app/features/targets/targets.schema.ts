import { z } from "zod";
import { LARGEST_LIST, type Tier } from "#app/domain/targets/detail.ts";
import { isTargetSource, type TargetSource } from "#app/domain/targets/source.ts";
import {
  checkBox,
  dayText,
  idText,
  lineText,
  noteText,
  refuse,
  wholeNumber,
} from "#app/features/forms/text.schema.ts";

const percent = wholeNumber({ minimum: 1, maximum: 100 });
const document = lineText({ minimum: 3, maximum: 200 });

const sourceText = z
  .string()
  .transform(
    (text, context): TargetSource => (isTargetSource(text) ? text : refuse(context, { code: "not_chosen" })),
  );

export const detailSchema = z.object({
  revision: wholeNumber({ minimum: 0, maximum: 1_000_000 }),
  source: sourceText,
  accountableId: idText().optional(),
  stepDay1: dayText().optional(),
  stepPercent1: percent.optional(),
  stepDay2: dayText().optional(),
  stepPercent2: percent.optional(),
  centralDocument: document.optional(),
  centralText: noteText({ maximum: 300 }).optional(),
  provinceDocument: document.optional(),
  provinceText: noteText({ maximum: 300 }).optional(),
  communeDocument: document.optional(),
  communeText: noteText({ maximum: 300 }).optional(),
});

export type DetailForm = z.output<typeof detailSchema>;

export const ownSchema = detailSchema.extend({
  text: noteText({ minimum: 5, maximum: 300 }),
  of: z.enum([
    "residents",
    "adults",
    "urban_adults",
    "smartphone_owners_who_asked",
    "people_without_smartphone",
    "sim_2g_users",
    "households",
    "households_and_businesses",
    "members",
    "villages",
    "ocop_products",
  ]),
  comparator: z.enum(["at_least", "more_than"]),
  percent,
  aspirational: checkBox(),
  retire: checkBox(),
});

export const toldSchema = z.object({
  id: idText(),
  toldOn: dayText(),
  villageId: wholeNumber({ minimum: 1, maximum: 2_147_483_647 }).optional(),
  part: wholeNumber({ minimum: 0, maximum: LARGEST_LIST }).optional(),
  whole: wholeNumber({ minimum: 1, maximum: LARGEST_LIST }).optional(),
  place: wholeNumber({ minimum: 1, maximum: 1_000 }).optional(),
  document,
});

export const ANCESTOR_FIELDS: Readonly<
  Record<Tier, readonly [document: keyof DetailForm, text: keyof DetailForm]>
> = {
  central: ["centralDocument", "centralText"],
  province: ["provinceDocument", "provinceText"],
  commune: ["communeDocument", "communeText"],
};
