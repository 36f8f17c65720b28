import type { CampaignFacts } from "#app/domain/campaigns/campaign.ts";
import type { Tx } from "#app/platform/db/database.ts";

/** What of the commune is wanted; everything without a wish. */
interface Wish {
  readonly id?: string;
}

export interface FoundCampaign extends CampaignFacts {
  readonly teamNames: readonly string[];
  readonly members: number;
  readonly draftedByName: string;
  readonly proposedByName: string | null;
  readonly publishedByName: string | null;
}

/** Newest first day first. */
export function findCampaigns(tx: Tx, communeId: number, { id }: Wish = {}): Promise<FoundCampaign[]> {
  return tx.$queryRaw<FoundCampaign[]>`
    select g.id, g.revision, g.kind, g.owner, g.name, g.purpose, g.document_number as "documentNumber",
           g.document_day::text as "documentDay", g.document_body as "documentBody", g.starts_on::text as "startsOn",
           g.ends_on::text as "endsOn", g.factor::int as factor, g.activity_keys as "activityKeys",
           g.service_keys as "serviceKeys", g.movement, g.goals, g.proposed_by::text as "proposedBy",
           (extract(epoch from g.published_at) * 1000)::float8 as "publishedAt",
           (extract(epoch from g.withdrawn_at) * 1000)::float8 as "withdrawnAt", g.withdraw_reason as "withdrawReason",
           coalesce((select array_agg(t.team_id order by t.team_id) from campaign_team t
              where t.commune_id = g.commune_id and t.campaign_id = g.id), '{}') as "teamIds",
           coalesce((select array_agg(t.name order by t.id) from campaign_team c
               join team t on t.commune_id = c.commune_id and t.id = c.team_id
              where c.commune_id = g.commune_id and c.campaign_id = g.id), '{}') as "teamNames",
           (select count(*)::int from campaign_member m
             where m.commune_id = g.commune_id and m.campaign_id = g.id and m.left_at is null) as members,
           (select a.display_name from account a where a.id = g.drafted_by) as "draftedByName",
           (select a.display_name from account a where a.id = g.proposed_by) as "proposedByName",
           (select a.display_name from account a where a.id = g.published_by) as "publishedByName"
      from campaign g
     where g.commune_id = ${communeId} and (${id ?? null}::uuid is null or g.id = ${id ?? null}::uuid)
     order by g.starts_on desc, g.name, g.id`;
}

export async function findCampaign(tx: Tx, communeId: number, id: string): Promise<FoundCampaign | null> {
  return (await findCampaigns(tx, communeId, { id }))[0] ?? null;
}

/** The caller's transaction is the only one that changes this campaign until it ends. */
export async function lockCampaign(tx: Tx, communeId: number, id: string): Promise<FoundCampaign | null> {
  await tx.$executeRaw`select from campaign where commune_id = ${communeId} and id = ${id}::uuid for update`;
  return findCampaign(tx, communeId, id);
}
