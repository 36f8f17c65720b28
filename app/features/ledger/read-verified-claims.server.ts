import type { Scheme } from "#app/domain/activity/scheme.ts";
import type { CampaignRule } from "#app/domain/campaigns/campaign.ts";
import type { VerifiedClaim } from "#app/domain/points/line.ts";
import type { Rules } from "#app/domain/points/score.ts";
import type { MonthRules } from "#app/domain/points/unit-pay.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { CONTENT } from "./booking.sql.ts";

/** What of the commune is wanted; everything without a wish. */
export interface VerifiedWish {
  readonly claimIds?: readonly string[];
}

/**
 * Verified claims as scoring reads them, with the rules each month was opened with: `dueLines` of all of them is what
 * the ledger must say.
 */
export async function readVerifiedClaims(
  tx: Tx,
  communeId: number,
  { claimIds }: VerifiedWish = {},
): Promise<{ readonly claims: readonly VerifiedClaim[]; readonly rules: Rules }> {
  const rows = await tx.$queryRawUnsafe<(VerifiedClaim & { schemeVersion: number })[]>(
    `select c.id, c.revision, c.activity_key as "activityKey", c.work_date::text as "workDate", c.visits, c.minutes,
            c.movements, c.month_id as "bookedMonth", m.id as "workMonth", m.first_day::text as "monthFrom", ${CONTENT}
       from claim c
       cross join lateral (
         select id, first_day from month
          where commune_id = c.commune_id
          order by (first_day <= c.work_date) desc,
                   case when first_day <= c.work_date then c.work_date - first_day else first_day - c.work_date end
          limit 1) m
      where c.commune_id = $1::int and c.state = 'verified' and ($2::uuid[] is null or c.id = any($2::uuid[]))`,
    communeId,
    claimIds ? [...claimIds] : null,
  );
  return { claims: rows, rules: await readRules(tx, communeId) };
}

/** The rules of each month of work, as its opening pinned them, and the campaigns announced before their days. */
export async function readRules(tx: Tx, communeId: number): Promise<(workMonth: number) => MonthRules> {
  const months = await tx.month.findMany({ where: { communeId }, select: { id: true, schemeVersion: true } });
  const versions = await tx.schemeVersion.findMany({
    where: { communeId, version: { in: [...new Set(months.map(({ schemeVersion }) => schemeVersion))] } },
    select: { version: true, content: true },
  });
  const [found] = await tx.$queryRaw<{ campaigns: readonly CampaignRule[] }[]>`
    select tds_campaign_rules(${communeId}::int) as campaigns`;
  const campaigns = found?.campaigns ?? [];
  const schemes = new Map(
    versions.map(({ version, content }) => [version, { ...(content as unknown as Scheme), campaigns }]),
  );
  const byMonth = new Map(months.map(({ id, schemeVersion }) => [id, schemes.get(schemeVersion)]));
  return (workMonth) => {
    const scheme = byMonth.get(workMonth);
    if (!scheme) throw new Error(`no rules are known for month ${workMonth}`);
    return scheme;
  };
}
