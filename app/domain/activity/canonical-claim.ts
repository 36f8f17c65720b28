import type { ClaimContent } from "./claim.ts";

/**
 * The one text of a claim's content: keys in order, nothing left out for being empty. Two sendings with the same
 * text are one sending (rule 3); the revision's hash is taken over it.
 */
export function canonicalClaim(memberId: string, content: ClaimContent): string {
  return writeCanonically({ memberId, content });
}

export function writeCanonically(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(writeCanonically).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  entries.sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0));
  return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${writeCanonically(each)}`).join(",")}}`;
}
