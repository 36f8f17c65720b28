import { GUIDE_NAMES, type GuideReader, type GuideSection, parseGuide } from "#app/domain/guides/guide.ts";

const TEXTS = import.meta.glob<string>("/docs/huong-dan/*.md", {
  query: "?raw",
  import: "default",
  eager: true,
});

/** The guide as the repository has it: one text for the screen and for whoever reads the files. */
export function readGuide(reader: GuideReader): GuideSection[] {
  const text = TEXTS[`/docs/huong-dan/${GUIDE_NAMES[reader]}.md`];
  if (text === undefined) throw new Error(`no guide for the ${reader}`);
  return parseGuide(text);
}
