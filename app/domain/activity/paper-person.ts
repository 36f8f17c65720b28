import { householdCodeKey } from "../households/household-code.ts";

/** A household and a person of it, as written on a sheet: "012/1", or "012" where nobody says which person. */
export interface PaperPerson {
  /** As codes are compared. */
  readonly codeKey: string;
  readonly slot: number | null;
}

export function parsePaperPerson(text: string): PaperPerson | null {
  const match = /^(.+?)(?:\s*\/\s*(\d{1,2}))?$/.exec(text.trim());
  if (!match?.[1] || match[1].includes("/")) return null;
  const slot = match[2] === undefined ? null : Number(match[2]);
  return slot === 0 ? null : { codeKey: householdCodeKey(match[1]), slot };
}
