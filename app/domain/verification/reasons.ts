/** Why a claim goes back to be mended. A chip each; "other" asks for words. */
export const RETURN_REASONS = [
  "who",
  "which_service",
  "outcome",
  "count",
  "day",
  "photo",
  "describe",
  "other",
] as const;
export type ReturnReason = (typeof RETURN_REASONS)[number];

/** Why a claim does not count at all. */
export const REJECT_REASONS = ["not_done", "twice", "not_in_scope", "other"] as const;
export type RejectReason = (typeof REJECT_REASONS)[number];

/** Why something that counted is taken back: by the checker at once, or later on request. */
export const REVERSE_REASONS = ["slip", "not_done", "twice", "correction"] as const;
export type ReverseReason = (typeof REVERSE_REASONS)[number];

export function isReturnReason(text: string): text is ReturnReason {
  return (RETURN_REASONS as readonly string[]).includes(text);
}

export function isRejectReason(text: string): text is RejectReason {
  return (REJECT_REASONS as readonly string[]).includes(text);
}
