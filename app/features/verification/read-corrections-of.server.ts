import type { CorrectionField } from "#app/domain/verification/correction.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";

export interface CorrectionOfClaim {
  readonly id: string;
  readonly field: CorrectionField;
  readonly reason: string;
  readonly askedByName: string;
  readonly verdict: "accepted" | "declined" | null;
  readonly answer: string | null;
  readonly decidedByName: string | null;
}

/** What was asked to be put right in one record, and what became of it. Who may see the record is the caller's question. */
export function readCorrectionsOf(caller: Caller, claimId: string): Promise<CorrectionOfClaim[]> {
  const scope = caller.scope("verification.read-corrections-of");
  return caller.platform.db.withCommunes(
    scope,
    (tx) => tx.$queryRaw<CorrectionOfClaim[]>`
      select q.id, q.field, q.reason, asker.display_name as "askedByName", q.verdict, q.answer,
             decider.display_name as "decidedByName"
        from correction_request q
        join account asker on asker.id = q.asked_by
        left join account decider on decider.id = q.decided_by
       where q.commune_id = ${onlyCommune(scope)} and q.claim_id = ${claimId}::uuid
       order by q.asked_at, q.id`,
  );
}
