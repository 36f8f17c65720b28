import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync("app/styles/tokens.css", "utf8");

/** The values of the first block that the selector opens. */
function schemeOf(selector: string): Map<string, string> {
  const start = css.indexOf(selector);
  const block = css.slice(start, css.indexOf("}", start));
  return new Map(
    [...block.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name = "", value = ""]) => [name, value]),
  );
}

/** Relative luminance and contrast ratio as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(first: string, second: string): number {
  const [light = 0, dark = 0] = [luminance(first), luminance(second)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const light = schemeOf(":root {");
const dark = new Map([...light, ...schemeOf(':root[data-theme="dark"] {')]);
const grounds = ["paper", "surface", "sunken"];
const softGrounds = ["accent-soft", "gold-soft", "danger-soft", "info-soft"];

const pairs: readonly (readonly [text: string, ground: string, least: number])[] = [
  ...[...grounds, ...softGrounds].map((ground) => ["ink", ground, 7] as const),
  ...grounds.map((ground) => ["ink-soft", ground, 7] as const),
  ...["accent-ink", "gold-ink", "danger-ink"].flatMap((ink) =>
    [...grounds, `${ink.slice(0, -4)}-soft`].map((ground) => [ink, ground, 4.5] as const),
  ),
  ["info-ink", "info-soft", 4.5],
  ["on-accent", "accent", 4.5],
  ["on-accent", "accent-hover", 4.5],
  ["on-gold", "gold", 4.5],
  ["on-danger", "danger", 4.5],
  // The edge of a control and the ring of the focus: WCAG 1.4.11.
  ...grounds.flatMap((ground) => [["edge", ground, 3] as const, ["accent", ground, 3] as const]),
];

describe.each([
  ["light", light],
  ["dark", dark],
])("the %s scheme", (_name, scheme) => {
  it.each(pairs)("%s on %s is at least %d:1", (text, ground, least) => {
    const [ink, paper] = [scheme.get(text), scheme.get(ground)];
    if (!ink || !paper) throw new Error(`tokens.css has no --${text} or no --${ground}`);
    expect(contrast(ink, paper)).toBeGreaterThanOrEqual(least);
  });
});

describe("the two ways to the dark scheme", () => {
  it("the device's wish and the person's choice give the same colours", () => {
    expect(schemeOf(':root:not([data-theme="light"]) {')).toEqual(schemeOf(':root[data-theme="dark"] {'));
  });
});
