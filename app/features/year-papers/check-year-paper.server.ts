import type { TryLater } from "#app/domain/accounts/refusals.ts";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { CommuneKind } from "#app/domain/roster/commune.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import { isYearPaperKind, parsePaperCode, type YearPaperKind } from "#app/domain/year-papers/issued-paper.ts";
import type { YearPaperRefusal } from "#app/domain/year-papers/year-paper-views.ts";
import type { Guest } from "#app/features/accounts/allow.server.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { networkOf } from "#app/platform/throttle/network-of.ts";
import type { ThrottleRule } from "#app/platform/throttle/throttle.ts";

const MISSES: ThrottleRule = { name: "year-paper-miss", points: 60, perSeconds: 600 };

/** What the holder of a paper may know of it: that it is one, of whom and when; no name that stands on it. */
export interface CheckedPaper {
  readonly kind: YearPaperKind;
  readonly commune: { readonly kind: CommuneKind; readonly name: string; readonly province: string };
  readonly review: string;
  readonly documentNumber: string | null;
  readonly documentDay: LocalDate | null;
  readonly issuedAt: number;
  readonly sha256: string;
  readonly resultSha256: string;
  /** One of the same kind was issued after it. */
  readonly isReplaced: boolean;
}

export async function checkYearPaper(
  { platform, visit }: Guest,
  typed: string,
): Promise<Verdict<CheckedPaper, Extract<YearPaperRefusal, { code: "year_paper_unknown" }> | TryLater>> {
  const code = parsePaperCode(typed.toLowerCase());
  const scope = {
    communes: code ? [code.communeId] : [],
    actorId: null,
    verb: "year-papers.check",
    requestId: visit.requestId,
  };
  const found =
    code === null
      ? null
      : await platform.db.withCommunes(scope, (tx) => findByCode(tx, code.communeId, code.start));
  if (found !== null && isYearPaperKind(found.kind)) return allowed(found);
  const budget = await platform.throttle.spend(MISSES, networkOf(visit.clientAddress));
  return budget.ok
    ? refused({ code: "year_paper_unknown" })
    : refused({ code: "try_later", seconds: Math.ceil(budget.retryAfterMs / 1000) });
}

async function findByCode(tx: Tx, communeId: number, start: string): Promise<CheckedPaper | null> {
  const [row] = await tx.$queryRaw<CheckedPaper[]>`
    select p.kind, json_build_object('kind', c.kind, 'name', c.name, 'province', c.province) as commune, r.title as review,
           p.document_number as "documentNumber", p.document_day::text as "documentDay",
           (extract(epoch from p.issued_at) * 1000)::float8 as "issuedAt", encode(p.sha256, 'hex') as sha256,
           encode(p.result_sha256, 'hex') as "resultSha256",
           exists (select from year_paper n
                    where n.commune_id = p.commune_id and n.review_id = p.review_id and n.kind = p.kind
                      and n.proposal_id is not distinct from p.proposal_id and n.number > p.number) as "isReplaced"
      from year_paper p
      join commune c on c.id = p.commune_id
      join review r on r.commune_id = p.commune_id and r.id = p.review_id
     where p.commune_id = ${communeId} and substring(p.sha256 from 1 for 8) = decode(${start}, 'hex')`;
  return row ?? null;
}
