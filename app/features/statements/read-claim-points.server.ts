import type { LineKind } from "#app/domain/points/line.ts";
import type { StatementCaller } from "./find-own-member.server.ts";

export interface ClaimPointsLine {
  readonly seq: number;
  readonly memberName: string;
  readonly kind: LineKind;
  readonly rule: string;
  readonly points: number;
  readonly monthId: number;
  readonly isAdjustment: boolean;
  readonly isCorrection: boolean;
}

/** The ledger's lines of one record. Who may see the record is the caller's question. */
export async function readClaimPoints(
  { platform, communeId, scope }: StatementCaller,
  claimId: string,
): Promise<ClaimPointsLine[]> {
  if (communeId === null) return [];
  return platform.db.withCommunes(
    scope("statements.read-claim-points"),
    (tx) => tx.$queryRaw<ClaimPointsLine[]>`
      select l.seq::float8 as seq, m.full_name as "memberName", l.kind, l.rule, l.points, l.month_id as "monthId",
             l.is_adjustment as "isAdjustment", l.corrects_seq is not null as "isCorrection"
        from ledger_line l join member m on m.commune_id = l.commune_id and m.id = l.member_id
       where l.commune_id = ${communeId} and l.claim_id = ${claimId}::uuid
       order by l.seq`,
  );
}
