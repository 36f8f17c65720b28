import { z } from "zod";
import { LONGEST_SECTION, type ReportSections, SECTION_KEYS } from "#app/domain/reports/report.ts";
import {
  checkBox,
  dayText,
  idText,
  lineText,
  noteText,
  wholeNumber,
} from "#app/features/forms/text.schema.ts";

const section = () => noteText({ maximum: LONGEST_SECTION }).optional();

export const sectionsForm = z.object({
  revision: wholeNumber({ minimum: 1, maximum: 1_000_000_000 }),
  difficulties: section(),
  difficultiesNone: checkBox(),
  proposals: section(),
  proposalsNone: checkBox(),
  plan: section(),
  remarks: section(),
  /** A leader who signs on paper. */
  onPaper: checkBox(),
});
type SectionsForm = z.output<typeof sectionsForm>;

/** What is written speaks louder than a tick beside it. */
export function sectionsOfForm(form: SectionsForm): ReportSections {
  const none = {
    difficulties: form.difficultiesNone,
    proposals: form.proposalsNone,
    plan: false,
    remarks: false,
  };
  return Object.fromEntries(
    SECTION_KEYS.map((key) => {
      const text = form[key] ?? "";
      return [key, { text, isNone: text === "" && none[key] }];
    }),
  ) as unknown as ReportSections;
}

export const decideForm = z.object({
  version: wholeNumber({ minimum: 1, maximum: 100_000 }),
  reason: noteText({ minimum: 3, maximum: 500 }).optional(),
  isSure: checkBox(),
});

export const requestForm = z.object({
  id: idText(),
  /** Left out for a period that has a name. */
  title: lineText({ minimum: 3, maximum: 160 }).optional(),
  request: noteText({ maximum: 2000 }).optional(),
  /** "2026-H2"; left out for days. */
  period: lineText({ maximum: 20 }).optional(),
  from: dayText().optional(),
  to: dayText().optional(),
  due: dayText(),
  teams: z.array(wholeNumber({ minimum: 1, maximum: 999_999_999 })).max(1000),
  units: z.array(idText()).max(200),
});

export const takeOffForm = z.object({ reportId: idText(), reason: noteText({ minimum: 3, maximum: 300 }) });

export const unitForm = z.object({ organisationId: idText() });
