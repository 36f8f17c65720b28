/** What villages counted before the program. Visits and people are two figures and are never added (rule 8). */
export const CARRIED_METRICS = [
  "guided_visits",
  "guided_people",
  "guided_households",
  "public_services",
  "eid_level_2",
  "payment_accounts",
  "digital_signatures",
  "digital_shops",
  "sessions",
] as const;
export type CarriedMetric = (typeof CARRIED_METRICS)[number];

export function isCarriedMetric(text: string): text is CarriedMetric {
  return (CARRIED_METRICS as readonly string[]).includes(text);
}

export const LARGEST_FIGURE = 10_000_000;

/** "1.234" and "1 234" as offices write them; a fraction of a person is a misprint. Null: no figure. */
export function readFigure(text: string): number | null {
  const digits = text.trim().replace(/(?<=\d)[.\s](?=\d{3}(?:\D|$))/g, "");
  if (!/^\d{1,8}$/.test(digits)) return null;
  const value = Number(digits);
  return value <= LARGEST_FIGURE ? value : null;
}
