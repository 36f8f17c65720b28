import { isYearPaperKind, writePaperCode } from "#app/domain/year-papers/issued-paper.ts";
import type { IssuedView } from "#app/domain/year-papers/year-paper-views.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { KeptPaper } from "./print-year-paper.server.ts";

type Row = Omit<IssuedView, "kind" | "code"> & { readonly kind: string };

/** What was issued in a review, the newest of each kind first. */
export async function findIssued(tx: Tx, communeId: number, reviewId: string): Promise<IssuedView[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select p.id, p.kind, p.proposal_id as "proposalId", p.number, p.title, encode(p.sha256, 'hex') as sha256,
           p.document_number as "documentNumber", p.document_day::text as "documentDay", a.display_name as "issuedBy",
           (extract(epoch from p.issued_at) * 1000)::float8 as "issuedAt"
      from year_paper p join account a on a.id = p.issued_by
     where p.commune_id = ${communeId} and p.review_id = ${reviewId}::uuid
     order by p.issued_at desc, p.number desc`;
  return rows.flatMap(({ kind, ...row }) =>
    isYearPaperKind(kind)
      ? [{ ...row, kind, code: writePaperCode({ communeId, start: row.sha256.slice(0, 16) }) }]
      : [],
  );
}

export type KeptRow = KeptPaper & Pick<IssuedView, "id" | "kind" | "title" | "number">;

/** One paper whole, of one review. */
export async function findKept(
  tx: Tx,
  communeId: number,
  reviewId: string,
  paperId: string,
): Promise<KeptRow | null> {
  const [row] = await tx.$queryRaw<KeptRow[]>`
    select commune_id as "communeId", id, kind, title, number, content, encode(sha256, 'hex') as sha256,
           encode(result_sha256, 'hex') as "resultSha256", (extract(epoch from issued_at) * 1000)::float8 as "issuedAt"
      from year_paper
     where commune_id = ${communeId} and review_id = ${reviewId}::uuid and id = ${paperId}::uuid`;
  return row ?? null;
}
