import type { ClaimContent, ClaimState } from "#app/domain/activity/claim.ts";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { Tx } from "#app/platform/db/database.ts";

export interface LockedClaim {
  readonly id: string;
  readonly memberId: string;
  readonly accountId: string | null;
  readonly enteredBy: string;
  readonly isFromPaper: boolean;
  readonly state: ClaimState;
  readonly revision: number;
  readonly teamId: number;
  readonly workDate: LocalDate;
  /** Of the revision that stands. */
  readonly content: ClaimContent;
  readonly sha256: string;
  readonly signedSheet: string | null;
}

/** A record with its standing content, held until the transaction ends; null where the commune has none. */
export async function lockClaim(tx: Tx, communeId: number, id: string): Promise<LockedClaim | null> {
  const rows = await tx.$queryRaw<LockedClaim[]>`
    select c.id, c.member_id as "memberId", m.account_id as "accountId", c.entered_by as "enteredBy",
           c.is_from_paper as "isFromPaper", c.state, c.revision, c.team_id as "teamId",
           c.work_date::text as "workDate", r.content, encode(r.sha256, 'hex') as sha256,
           (select f.photo_id from claim_photo f
             where f.commune_id = c.commune_id and f.claim_id = c.id and f.is_signed_sheet limit 1) as "signedSheet"
      from claim c
      join member m on m.commune_id = c.commune_id and m.id = c.member_id
      join claim_revision r on r.commune_id = c.commune_id and r.claim_id = c.id and r.revision = c.revision
     where c.commune_id = ${communeId} and c.id = ${id}::uuid
       for update of c`;
  return rows[0] ?? null;
}

/** Whose record it is to change: the claimant's, and theirs who typed it from paper. */
export function isOwner(claim: LockedClaim, accountId: string): boolean {
  return claim.accountId === accountId || claim.enteredBy === accountId;
}
