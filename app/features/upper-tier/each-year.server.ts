import type { CommuneFigures } from "#app/domain/upper-tier/coverage.ts";
import type { YearWish } from "#app/domain/upper-tier/year-standing.ts";
import { parseResult, type ReviewResult } from "#app/domain/year/review-result.ts";
import type { Caller } from "../accounts/allow.server.ts";
import { readCommunes } from "./read-communes.server.ts";

export interface CommuneOfYear {
  readonly commune: Pick<CommuneFigures, "communeId" | "name" | "province" | "district">;
  /** Null while the commune has not locked its year. */
  readonly locked: {
    readonly result: ReviewResult;
    readonly isPublished: boolean;
    readonly sha256: string;
  } | null;
}

/**
 * The newest locked review of that kind in each commune that lets the caller read it, one after the other, so that a province takes no more
 * memory than a commune. An open review is the commune's own affair and is not among them.
 */
export async function* eachYear(caller: Caller, { year, kind }: YearWish): AsyncGenerator<CommuneOfYear> {
  for (const { communeId, name, province, district } of await readCommunes(caller)) {
    const scope = { ...caller.stamp("upper-tier.each-year"), communes: [communeId] };
    const [row] = await caller.platform.db.withCommunes(
      scope,
      (tx) => tx.$queryRaw<{ state: string; sha256: string; content: string }[]>`
        select v.state, encode(r.sha256, 'hex') as sha256, r.content
          from review v join review_result r on r.commune_id = v.commune_id and r.review_id = v.id
         where v.commune_id = ${communeId} and v.kind = ${kind} and v.year = ${year}
           and v.state in ('locked', 'published')
         order by v.last_month desc, v.locked_at desc, r.number desc limit 1`,
    );
    yield {
      commune: { communeId, name, province, district },
      locked: row
        ? { result: parseResult(row.content), isPublished: row.state === "published", sha256: row.sha256 }
        : null,
    };
  }
}
