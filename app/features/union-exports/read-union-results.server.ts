import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { ClassifyingUnion, UnionResults } from "#app/domain/certificates/union-export.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { findUnionResults } from "./find-union-results.server.ts";

interface Wish {
  readonly union: ClassifyingUnion;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** What would go to the union now; reading it sends nothing. */
export function readUnionResults(caller: Caller, wish: Wish): Promise<UnionResults> {
  const scope = caller.scope("union-exports.read-results");
  return caller.platform.db.withCommunes(scope, (tx) =>
    findUnionResults(tx, onlyCommune(scope), caller.today, wish),
  );
}

export interface MadeExport extends Wish {
  readonly id: string;
  readonly people: number;
  readonly madeBy: string;
  readonly madeAt: number;
}

const MOST_LISTED = 50;

/** What went out already, newest first. */
export function readMadeExports(caller: Caller): Promise<MadeExport[]> {
  const scope = caller.scope("union-exports.read-made");
  return caller.platform.db.withCommunes(
    scope,
    (tx) => tx.$queryRaw<MadeExport[]>`
      select e.id, e.union_kind as union, e.first_day::text as "from", e.last_day::text as "to",
             (select count(*)::int from union_export_member p
               where p.commune_id = e.commune_id and p.export_id = e.id) as people,
             a.display_name as "madeBy", (extract(epoch from e.made_at) * 1000)::float8 as "madeAt"
        from union_export e join account a on a.id = e.made_by
       where e.commune_id = ${onlyCommune(scope)} order by e.made_at desc, e.id desc limit ${MOST_LISTED}`,
  );
}
