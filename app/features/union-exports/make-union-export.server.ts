import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { type CertificateRefusal, judgeRange } from "#app/domain/certificates/certificate.ts";
import type { ClassifyingUnion } from "#app/domain/certificates/union-export.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { findUnionResults } from "./find-union-results.server.ts";

interface Wish {
  /** Made with the form: sent twice is made once. */
  readonly id: string;
  readonly union: ClassifyingUnion;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** Writes down whose results leave for the union, so that each of them can see it. The file is drawn from it after. */
export async function makeUnionExport(
  caller: Caller,
  { id, ...wish }: Wish,
): Promise<Verdict<{ readonly id: string }, CertificateRefusal>> {
  const { platform, person, today, now } = caller;
  const wrong = judgeRange(wish.from, wish.to, today);
  if (wrong) return refused(wrong);
  const scope = caller.scope("union-exports.make");
  const communeId = onlyCommune(scope);
  return platform.db.withCommunes(scope, async (tx) => {
    const { lines } = await findUnionResults(tx, communeId, today, wish);
    if (lines.length === 0) return refused({ code: "union_export_empty" });
    const made = await tx.$executeRaw`
      insert into union_export (commune_id, id, union_kind, first_day, last_day, made_by, made_at)
      values (${communeId}, ${id}::uuid, ${wish.union}, ${wish.from}::date, ${wish.to}::date,
              ${person.accountId}::uuid, ${now})
      on conflict do nothing`;
    if (made === 0) return allowed({ id });
    await tx.$executeRaw`
      insert into union_export_member (commune_id, export_id, member_id)
      select ${communeId}, ${id}::uuid, unnest(${lines.map(({ memberId }) => memberId)}::uuid[])`;
    return allowed({ id });
  });
}
