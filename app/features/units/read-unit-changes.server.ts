import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { UnitChangeKind, UnitKind } from "#app/domain/roster/unit-change.ts";
import { makeSortKey } from "#app/domain/text/sort-key.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import type { CommuneScope } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";

export interface UnitChangeView {
  readonly id: string;
  readonly unit: UnitKind;
  readonly kind: UnitChangeKind;
  readonly effectiveOn: LocalDate;
  readonly decisionNumber: string;
  readonly decisionDate: LocalDate;
  readonly enteredBy: string;
  readonly oldNames: readonly string[];
  readonly newNames: readonly string[];
}

/** Newest first; of one village or team, the changes it came from and went into, or of all. */
export function readUnitChanges(
  platform: Pick<Platform, "db">,
  scope: CommuneScope,
  of: { readonly unit: UnitKind; readonly id: number } | null = null,
): Promise<UnitChangeView[]> {
  const communeId = onlyCommune(scope);
  return platform.db.withCommunes(scope, async (tx) => {
    const rows = await tx.$queryRaw<UnitChangeView[]>`
      select c.id, c.unit, c.kind, c.effective_on::text as "effectiveOn", c.decision_number as "decisionNumber",
             c.decision_date::text as "decisionDate", a.display_name as "enteredBy",
             array_agg(distinct p.old_name) as "oldNames", array_agg(distinct p.new_name) as "newNames"
        from unit_change c
        join unit_change_part p on p.commune_id = c.commune_id and p.change_id = c.id
        join account a on a.id = c.entered_by
       where c.commune_id = ${communeId}
         and (${of?.unit ?? null}::text is null or (c.unit = ${of?.unit ?? null}::text and exists (
               select from unit_change_part q
                where q.commune_id = c.commune_id and q.change_id = c.id
                  and ${of?.id ?? null}::int in (q.old_unit_id, q.new_unit_id))))
       group by c.id, c.unit, c.kind, c.effective_on, c.decision_number, c.decision_date, c.entered_at, a.display_name
       order by c.effective_on desc, c.entered_at desc, c.unit desc, c.id`;
    return rows.map((row) => ({ ...row, oldNames: inOrder(row.oldNames), newNames: inOrder(row.newNames) }));
  });
}

function inOrder(names: readonly string[]): string[] {
  return names
    .map((name) => ({ name, key: makeSortKey(name) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ name }) => name);
}
