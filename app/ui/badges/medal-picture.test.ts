import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { GLYPHS } from "./glyphs.tsx";
import { MANNERS, medalPicture, PAINTS } from "./medal-picture.tsx";

const css = `${readFileSync("app/styles/tokens.css", "utf8")}${readFileSync("app/styles/app.css", "utf8")}`;
const METALS = ["bronze", "silver", "gold", "jade", "lacquer"] as const;

describe("a medal as a file of its own", () => {
  it.each(Object.entries(PAINTS))("paints %s as the house's stylesheet does", (name, paint) => {
    expect(css).toMatch(new RegExp(`--(color-)?${name}: ${paint};`));
  });

  it.each(Object.keys(GLYPHS))("knows every colour of %s in every metal", (badge) => {
    for (const metal of METALS) {
      const classes = [...medalPicture({ badge, metal, stars: 3 }).matchAll(/class="([^"]+)"/g)].flatMap(
        ([, names = ""]) => names.split(" "),
      );
      const unknown = classes.filter(
        (name) => !(name in MANNERS) && !(name.replace(/^(?:fill|stroke|text)-/, "") in PAINTS),
      );
      expect(unknown).toEqual([]);
    }
  });
});
