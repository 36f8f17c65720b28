import { GUIDE_NAMES, type GuideReader, type GuideSection, parseGuide } from "#app/domain/guides/guide.ts";
import type { Language } from "#app/messages/language.ts";

const TEXTS = import.meta.glob<string>(["/docs/huong-dan/*.md", "/docs/guides/*.md"], {
  query: "?raw",
  import: "default",
  eager: true,
});

/** The guide as the repository has it: one text for the screen and for whoever reads the files. */
export function readGuide(reader: GuideReader, language: Language): GuideSection[] {
  const file = { vi: `huong-dan/${GUIDE_NAMES[reader]}`, en: `guides/${reader}` }[language];
  const text = TEXTS[`/docs/${file}.md`];
  if (text === undefined) throw new Error(`no guide docs/${file}.md`);
  return parseGuide(text);
}
