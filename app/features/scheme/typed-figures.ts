import type { PointScale } from "#app/domain/plan/activity-proposal.ts";

export const bonusField = (key: string, what: "each" | "atMost") => `bonus.${key}.${what}`;

export function figureFields(scale: PointScale): string[] {
  return Object.keys(scale).filter((field) => field !== "by");
}

/** "250" hundredths as a person types them: "2,5". */
export function typedPoints(hundredths: number): string {
  const whole = Math.floor(hundredths / 100);
  const rest = String(hundredths % 100)
    .padStart(2, "0")
    .replace(/0+$/, "");
  return rest === "" ? String(whole) : `${whole},${rest}`;
}
