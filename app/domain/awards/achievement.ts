import type { LocalDate } from "../calendar/local-date.ts";
import { foldVietnamese } from "../text/fold-vietnamese.ts";
import type { AwardBasis, AwardForm, RecipientKey } from "./award.ts";

interface Achievement {
  readonly recipient: RecipientKey;
  readonly basis: AwardBasis;
  readonly form: AwardForm;
  readonly theme: string | null;
  readonly achievement: string;
  readonly modelId: string | null;
  readonly initiativeId: string | null;
  readonly lastDay: LocalDate;
}

/**
 * One achievement is not rewarded many times or in many forms (Luật Thi đua, khen thưởng, Điều 5): two proposals with
 * one key cannot stand together. An initiative or a model is rewarded once, whoever receives it; merit of a year once
 * in one form; a theme once a year; a deed once.
 */
export function achievementKey(given: Achievement): string {
  const { recipient, basis, form, theme, achievement, modelId, initiativeId, lastDay } = given;
  if (initiativeId !== null) return `initiative:${initiativeId}`;
  if (modelId !== null) return `model:${modelId}`;
  const year = lastDay.slice(0, 4);
  if (basis === "merit") return `merit:${year}:${form}:${recipient}`;
  if (basis === "sudden") return `sudden:${recipient}:${short(achievement)}`;
  return `theme:${year}:${form}:${recipient}:${short(theme ?? "")}`;
}

function short(text: string): string {
  return foldVietnamese(text).replace(/\s+/g, " ").trim().slice(0, 120);
}
