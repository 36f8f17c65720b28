import type { LookedAtClaim } from "#app/domain/audits/may-look.ts";
import type { Tx } from "#app/platform/db/database.ts";

/** Whose hands a claim has been through, and the household of whoever would look at it again. */
export async function findLookedAt(
  tx: Tx,
  communeId: number,
  claimId: string,
  accountId: string,
): Promise<{
  readonly claim: LookedAtClaim;
  readonly person: { readonly accountId: string; readonly householdId: string | null };
} | null> {
  const [row] = await tx.$queryRaw<(LookedAtClaim & { householdId: string | null })[]>`
    select c.entered_by as "enteredBy",
           array(select d.decided_by from claim_decision d
                  where d.commune_id = c.commune_id and d.claim_id = c.id
                    and d.verdict in ('approve', 'amend'))::text[] as "verifiedBy",
           (select coalesce(json_agg(json_build_object('accountId', m.account_id, 'householdId', m.household_id)), '[]')
              from claim_participant p
              join member m on m.commune_id = p.commune_id and m.id = p.member_id
             where p.commune_id = c.commune_id and p.claim_id = c.id) as participants,
           (select m.household_id from member m
             where m.commune_id = c.commune_id and m.account_id = ${accountId}::uuid limit 1) as "householdId"
      from claim c
     where c.commune_id = ${communeId} and c.id = ${claimId}::uuid`;
  if (!row) return null;
  const { householdId, ...claim } = row;
  return { claim, person: { accountId, householdId } };
}
