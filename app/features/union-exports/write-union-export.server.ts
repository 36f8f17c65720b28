import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { ClassifyingUnion } from "#app/domain/certificates/union-export.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { findSetting } from "#app/features/communes/read-settings.server.ts";
import { faceOfCommune } from "#app/features/documents/paper-face.ts";
import { writePaperXlsx } from "#app/features/documents/write-paper-xlsx.server.ts";
import { composeUnionPaper, unionPaperName } from "#app/messages/union-paper.ts";
import { findUnionResults } from "./find-union-results.server.ts";

interface ExportRow {
  readonly union: ClassifyingUnion;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly madeOn: LocalDate;
  readonly members: readonly string[];
}

/**
 * The workbook of an export that was made. Who took the consent back since, left the union or was erased is no longer
 * in it: their results leave with no later copy. Null when there is no such export here.
 */
export async function writeUnionExport(
  caller: Caller,
  exportId: string,
): Promise<{ readonly bytes: Uint8Array; readonly name: string } | null> {
  const scope = caller.scope("union-exports.write");
  const communeId = onlyCommune(scope);
  const paper = await caller.platform.db.withCommunes(scope, async (tx) => {
    const [made] = await tx.$queryRaw<ExportRow[]>`
      select union_kind as union, first_day::text as "from", last_day::text as "to",
             (made_at at time zone 'Asia/Ho_Chi_Minh')::date::text as "madeOn",
             (select coalesce(array_agg(p.member_id), '{}') from union_export_member p
               where p.commune_id = e.commune_id and p.export_id = e.id) as members
        from union_export e where e.commune_id = ${communeId} and e.id = ${exportId}::uuid`;
    if (!made) return null;
    const results = await findUnionResults(tx, communeId, caller.today, made);
    const among = new Set(made.members);
    const { value: header } = await findSetting(tx, communeId, "document_header");
    const lines = results.lines.filter(({ memberId }) => among.has(memberId));
    return {
      paper: composeUnionPaper(faceOfCommune(header, made.madeOn), { ...results, lines }),
      name: unionPaperName(results),
    };
  });
  return paper && { bytes: await writePaperXlsx(paper.paper), name: paper.name };
}
