import type { PlanWords } from "#app/domain/plan/words.ts";
import { type Format, makeFormat } from "#app/messages/format.ts";
import type { Language } from "#app/messages/language.ts";
import { type PublicBoardWords, publicBoardWords } from "#app/messages/public-board.ts";
import { defaultTerms, type Terms } from "#app/messages/terms.ts";

/** What a page written in one go speaks; handed down as a value, since nothing around it changes. */
export interface Speech {
  readonly language: Language;
  readonly words: PublicBoardWords;
  readonly format: Format;
  readonly terms: Terms;
}

/** A commune's own words are Vietnamese; English keeps the language's own. */
export function speechOf(language: Language, own: PlanWords | null): Speech {
  const terms = { ...defaultTerms[language], ...(language === "vi" && own ? own : {}) };
  return { language, words: publicBoardWords[language], format: makeFormat(language), terms };
}
