import { namedPeriodsOn, type ReportPeriodKind } from "#app/domain/reports/report-period.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { findSettingsOn } from "#app/features/plans/find-settings-on.server.ts";

interface WhomToAsk {
  readonly teams: readonly { readonly id: number; readonly name: string }[];
  readonly units: readonly { readonly id: string; readonly name: string }[];
  /** Quarters, halves and years of which a month has begun. */
  readonly periods: readonly AskedPeriod[];
}

interface AskedPeriod {
  readonly key: string;
  readonly kind: ReportPeriodKind;
  readonly year: number;
  readonly ordinal: number;
}

/** Teams and units that stand today. */
export function readWhomToAsk(caller: Caller): Promise<WhomToAsk> {
  const scope = caller.scope("reports.read-whom-to-ask");
  const communeId = onlyCommune(scope);
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const teams = await tx.$queryRaw<{ id: number; name: string }[]>`
      select t.id, t.name from team t
        left join village v on v.commune_id = t.commune_id and v.id = t.village_id
       where t.commune_id = ${communeId} and t.valid_to is null
       order by v.sort_key nulls last, t.name, t.id`;
    const units = await tx.$queryRaw<{ id: string; name: string }[]>`
      select id, name from organisation where commune_id = ${communeId} and valid_to is null
       order by lower(name) collate "und-x-icu", id`;
    const months = await tx.month.findMany({ where: { communeId }, select: { id: true } });
    const { cutoff } = await findSettingsOn(tx, communeId, caller.today);
    const periods = namedPeriodsOn(caller.today, cutoff.startDay).flatMap((span): AskedPeriod[] => {
      if (span.kind === "range") return [];
      const { key, kind, year, ordinal, fromMonth, toMonth } = span;
      return months.some(({ id }) => fromMonth <= id && id <= toMonth) ? [{ key, kind, year, ordinal }] : [];
    });
    return { teams, units, periods };
  });
}
