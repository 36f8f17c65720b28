import type { Tx } from "#app/platform/db/database.ts";
import { type BoardCaller, communeOf } from "./board-caller.ts";

/**
 * "Cảm ơn" for work that counts, by anybody but those who did it. Thanking twice thanks once; taking it back twice
 * takes it back once. False where there is nothing to thank for.
 */
export async function giveThanks(caller: BoardCaller, claimId: string, isGiven: boolean): Promise<boolean> {
  const communeId = communeOf(caller);
  const { accountId } = caller.person;
  return caller.platform.db.withCommunes(caller.scope("boards.give-thanks"), async (tx) => {
    const doers = await findDoers(tx, communeId, claimId);
    if (doers.length === 0 || doers.includes(accountId)) return false;
    if (isGiven) {
      await tx.$executeRaw`
        insert into thanks (commune_id, claim_id, given_by, given_at)
        values (${communeId}, ${claimId}::uuid, ${accountId}::uuid, ${caller.now})
        on conflict (commune_id, claim_id, given_by)
          do update set withdrawn_at = null, given_at = excluded.given_at where thanks.withdrawn_at is not null`;
    } else {
      await tx.thanks.updateMany({
        where: { communeId, claimId, givenBy: accountId, withdrawnAt: null },
        data: { withdrawnAt: caller.now },
      });
    }
    const thanked = doers.flatMap((doer) => (doer === null ? [] : [`account:${doer}` as const]));
    await caller.platform.live.touch(tx, ...thanked);
    return true;
  });
}

/** Accounts of everybody who did the work; somebody without one is a null among them. */
async function findDoers(tx: Tx, communeId: number, claimId: string): Promise<(string | null)[]> {
  const rows = await tx.$queryRaw<{ accountId: string | null }[]>`
    select m.account_id::text as "accountId" from claim c
      join claim_participant p on p.commune_id = c.commune_id and p.claim_id = c.id
      join member m on m.commune_id = p.commune_id and m.id = p.member_id
     where c.commune_id = ${communeId} and c.id = ${claimId}::uuid and c.state = 'verified'`;
  return rows.map(({ accountId }) => accountId);
}
