import type { CampaignGoal, GoalMetric } from "#app/domain/campaigns/campaign.ts";
import type { Tx } from "#app/platform/db/database.ts";

export type CampaignCounts = Readonly<Record<GoalMetric, number>> & {
  /** Whoever did work that counts for it, on its list or not. */
  readonly doers: number;
  /** Sent and not looked at yet. */
  readonly waiting: number;
};

export interface GoalProgress extends CampaignGoal {
  readonly reached: number;
}

/** Verified work of its days that counts for it. People are counted once, visits as often as they came (rule 8). */
export async function countCampaign(tx: Tx, communeId: number, campaignId: string): Promise<CampaignCounts> {
  const [row] = await tx.$queryRaw<CampaignCounts[]>`
    with work as materialized (
      select c.id, c.visits, c.state
        from campaign g
        join claim c on c.commune_id = g.commune_id and c.work_date between g.starts_on and g.ends_on
         and c.state in ('verified', 'submitted')
       where g.commune_id = ${communeId} and g.id = ${campaignId}::uuid
         and tds_counts_for_campaign(${communeId}::int, g.id, c.id, null, null)
    ), person as (
      select u.person_key, u.household_id
        from work w join claim_unit u on u.commune_id = ${communeId} and u.claim_id = w.id
       where w.state = 'verified' and tds_counts_for_campaign(${communeId}::int, ${campaignId}::uuid, w.id, u.ordinal, null)
    )
    select (select count(*)::int from work where state = 'verified') as records,
           (select count(*)::int from work where state = 'submitted') as waiting,
           (select coalesce(sum(visits), 0)::int from work where state = 'verified') as visits,
           (select count(distinct person_key)::int from person) as people,
           (select count(distinct tds_household_root(${communeId}::int, household_id))::int from person
             where household_id is not null) as households,
           (select count(distinct p.member_id)::int from work w
              join claim_participant p on p.commune_id = ${communeId} and p.claim_id = w.id
             where w.state = 'verified'
               and tds_counts_for_campaign(${communeId}::int, ${campaignId}::uuid, w.id, null, p.team_id)) as doers`;
  if (!row) throw new Error("a count has no row");
  return row;
}

export function progressOf(goals: readonly CampaignGoal[], counts: CampaignCounts): GoalProgress[] {
  return goals.map((goal) => ({ ...goal, reached: counts[goal.metric] }));
}
