import { renderToStaticMarkup } from "react-dom/server";
import type { BadgeProposal } from "#app/domain/plan/badge-proposal.ts";
import { Medal, type Metal } from "./medal.tsx";
import { metalOf } from "./metal-of.ts";

/** The colours of an earned medal, for places without the house's stylesheet: a picture file. */
export const PAINTS: Readonly<Record<string, string>> = {
  "medal-shine": "#fffaf0",
  "medal-bronze": "#b8733a",
  "medal-bronze-light": "#eab47d",
  "medal-bronze-deep": "#7a4216",
  "medal-silver": "#8d9bab",
  "medal-silver-light": "#dde5ee",
  "medal-silver-deep": "#4a5868",
  "medal-gold": "#d99a1c",
  "medal-gold-light": "#ffd772",
  "medal-gold-deep": "#8f5a00",
  "medal-lacquer": "#b3261e",
  "medal-lacquer-deep": "#6e120d",
  mark: "#007a4d",
  night: "#0b3d2b",
};

/** What else of the stylesheet a medal wears. */
export const MANNERS: Readonly<Record<string, string>> = {
  "opacity-60": "opacity:.6",
  "fill-current": "fill:currentColor",
  "stroke-0": "stroke-width:0",
};

const STYLES = [
  ...Object.entries(PAINTS).map(
    ([name, paint]) =>
      `.fill-${name}{fill:${paint}}.stroke-${name}{stroke:${paint}}.text-${name}{color:${paint}}`,
  ),
  ...Object.entries(MANNERS).map(([name, manner]) => `.${name}{${manner}}`),
].join("");

/** The medal of an award. */
export function drawMedal(
  badge: string,
  { award, tier }: { award: BadgeProposal["award"]; tier: number },
): string {
  const { metal, stars } = metalOf(award, tier);
  return medalPicture({ badge, metal, stars });
}

/** A medal as a file of its own: the very drawing of the screen, with its colours inside. */
export function medalPicture(medal: { badge: string; metal: Metal; stars: number }): string {
  const drawn = renderToStaticMarkup(<Medal {...medal} size="512" />);
  return drawn
    .replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ')
    .replace(">", `><style>${STYLES}</style>`);
}
