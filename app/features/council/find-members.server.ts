import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { CouncilRole } from "#app/domain/council/minutes.ts";
import { type CouncilRules, PROPOSED_RULES } from "#app/domain/council/threshold.ts";
import type { Tx } from "#app/platform/db/database.ts";

export interface CouncilMember {
  readonly id: string;
  readonly accountId: string | null;
  readonly fullName: string;
  readonly position: string;
  readonly role: CouncilRole;
  readonly decision: string;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
}

/** Every term there was, the chair first, then vice chairs, the secretary and the others by name. */
export function findMembers(tx: Tx, communeId: number): Promise<CouncilMember[]> {
  return tx.$queryRaw<CouncilMember[]>`
    select id, account_id as "accountId", full_name as "fullName", position, role, decision,
           valid_from::text as "validFrom", valid_to::text as "validTo"
      from council_member where commune_id = ${communeId}
     order by array_position(array['chair', 'vice_chair', 'secretary', 'member'], role), full_name, id`;
}

export function isSeated({ validFrom, validTo }: CouncilMember, on: LocalDate): boolean {
  return validFrom <= on && (validTo === null || on <= validTo);
}

export interface StoredRules {
  readonly rules: CouncilRules;
  /** Null while nobody wrote any: then the proposal counts. */
  readonly document: string | null;
}

export async function findRules(tx: Tx, communeId: number): Promise<StoredRules> {
  const row = await tx.councilRule.findFirst({
    where: { communeId },
    orderBy: { number: "desc" },
    select: { content: true, document: true },
  });
  return row
    ? { rules: row.content as unknown as CouncilRules, document: row.document }
    : { rules: PROPOSED_RULES, document: null };
}
