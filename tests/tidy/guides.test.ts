import { existsSync, readdirSync, statSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { GUIDE_READERS, type GuideBlock, type GuideSection } from "#app/domain/guides/guide.ts";
import { readGuide } from "#app/features/guides/read-guide.server.ts";
import { en } from "#app/messages/en.ts";
import { LANGUAGES, type Language } from "#app/messages/language.ts";
import { vi } from "#app/messages/vi.ts";
import { guidePicture } from "#app/ui/guides/guide-pictures.ts";
import { MOST_BYTES, MOST_PICTURES, PICTURES } from "#tests/pictures/pictures.ts";

/** What a guide names and no screen of ours says. */
const SAID_ELSEWHERE: Readonly<Record<Language, readonly string[]>> = {
  // A button of Zalo, in whose window the link was opened.
  vi: ["Mở bằng trình duyệt"],
  en: ["Open in browser"],
};

describe.each(LANGUAGES)("guides in %s", (language) => {
  const guides = GUIDE_READERS.map((reader) => readGuide(reader, language));
  const blocks = guides.flat().flatMap((section) => section.blocks);

  it("every picture a guide shows is there, is light, is described, and can be taken again", () => {
    const shown = blocks.flatMap((block) => (block.is === "picture" ? [block] : []));
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.filter(({ name, alt }) => !existsSync(fileOf(language, name)) || alt === "")).toEqual([]);
    const kept = readdirSync(fileOf(language, "any").replace("/any.webp", ""))
      .filter((file) => file.endsWith(".webp"))
      .map((file) => file.replace(/\.webp$/, ""));
    expect(kept.length).toBeLessThanOrEqual(MOST_PICTURES);
    expect(kept.filter((name) => !PICTURES.some((picture) => picture.name === name))).toEqual([]);
    expect(kept.filter((name) => statSync(fileOf(language, name)).size > MOST_BYTES)).toEqual([]);
  });

  it("every button and place a guide names is called so on a screen", () => {
    const said = new Set(wordsOf({ vi, en }[language]));
    const named = blocks.flatMap(spansOf).filter(({ as }) => as === "button" || as === "place");
    const unknown = named.map(({ text }) => text).filter((text) => !said.has(text));
    expect([...new Set(unknown)]).toEqual(SAID_ELSEWHERE[language]);
  });

  it("the guides tell as much as the Vietnamese ones, with the same pictures at the same places", () => {
    const originals = GUIDE_READERS.map((reader) => readGuide(reader, "vi"));
    expect(guides.map((guide) => guide.map(shapeOf))).toEqual(originals.map((guide) => guide.map(shapeOf)));
  });
});

function fileOf(language: Language, name: string): string {
  return `public${guidePicture(language, name)}`;
}

function spansOf(block: GuideBlock) {
  if (block.is === "picture") return [];
  return block.is === "text" ? block.spans : block.items.flat();
}

function shapeOf({ blocks }: GuideSection) {
  return blocks.map((block) => {
    if (block.is === "picture") return block.name;
    return block.is === "text" ? "text" : block.items.length;
  });
}

/** The sentences of a catalogue that need nothing filled in. */
function wordsOf(words: unknown): string[] {
  if (typeof words === "string") return [words];
  return typeof words === "object" && words !== null ? Object.values(words).flatMap(wordsOf) : [];
}
