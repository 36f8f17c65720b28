import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { TvCampaign } from "#app/domain/publication/public-boards.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { countCampaign } from "./count-campaign.server.ts";

/** D17: of the campaigns that run today the one that ends first. Counts alone, and nobody's name (T12). */
export async function findTvCampaign(
  tx: Tx,
  communeId: number,
  today: LocalDate,
): Promise<TvCampaign | null> {
  const [row] = await tx.$queryRaw<{ id: string; name: string; endsOn: LocalDate }[]>`
    select id::text as id, name, ends_on::text as "endsOn" from campaign
     where commune_id = ${communeId} and published_at is not null and withdrawn_at is null
       and ${today}::date between starts_on and ends_on
     order by ends_on, name, id limit 1`;
  if (!row) return null;
  const { records, visits, people, households } = await countCampaign(tx, communeId, row.id);
  return { name: row.name, endsOn: row.endsOn, totals: { claims: records, visits, people, households } };
}
