/** Topics the plans train teams in; each prepares for some kinds of work (SCORING.md section 4, row 2). */
export const TRAINING_TOPICS = [
  "public-services",
  "electronic-identity",
  "digital-signature",
  "e-payment",
  "e-commerce",
  "digital-health",
  "digital-education",
  "online-safety",
  "basic-digital-skills",
  "artificial-intelligence",
  "communication",
  "digital-devices",
  "pedagogy",
  "safety-software",
  "community-internet",
] as const;
export type TrainingTopic = (typeof TRAINING_TOPICS)[number];

/**
 * A member logs a kind of work they were trained for in none of its topics: worth a kind word, never a bar. Silent
 * while nothing is known about the member's training.
 */
export function untrainedHint(
  kind: { readonly topics: readonly string[] },
  attended: ReadonlySet<string> | null,
): { readonly topics: readonly string[] } | null {
  if (attended === null || kind.topics.length === 0) return null;
  return kind.topics.some((topic) => attended.has(topic)) ? null : { topics: kind.topics };
}
