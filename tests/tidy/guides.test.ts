import { readdirSync, statSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { GUIDE_READERS } from "#app/domain/guides/guide.ts";
import { readGuide } from "#app/features/guides/read-guide.server.ts";
import { MOST_BYTES, MOST_PICTURES, PICTURES } from "#tests/pictures/pictures.ts";

const FOLDER = "public/guide";

describe("guides", () => {
  it("every picture a guide shows is there, is light, is described, and can be taken again", () => {
    const blocks = GUIDE_READERS.flatMap(readGuide).flatMap((section) => section.blocks);
    const shown = blocks.flatMap((block) => (block.is === "picture" ? [block] : []));
    const kept = readdirSync(FOLDER).map((file) => file.replace(/\.webp$/, ""));
    expect(shown.length).toBeGreaterThan(0);
    expect(kept.length).toBeLessThanOrEqual(MOST_PICTURES);
    expect(shown.filter(({ name, alt }) => !kept.includes(name) || alt === "")).toEqual([]);
    expect(kept.filter((name) => !PICTURES.some((picture) => picture.name === name))).toEqual([]);
    expect(kept.filter((name) => statSync(`${FOLDER}/${name}.webp`).size > MOST_BYTES)).toEqual([]);
  });
});
