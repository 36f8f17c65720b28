import { can } from "#app/domain/access/can.ts";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { type CampaignPhase, type Participation, phaseOf } from "#app/domain/campaigns/campaign.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { findOwnMember } from "#app/features/personal-data/find-member.server.ts";
import { findSchemeOn } from "#app/features/scheme/find-scheme.server.ts";
import { findServices } from "#app/features/services/read-services.server.ts";
import {
  type CampaignCounts,
  countCampaign,
  type GoalProgress,
  progressOf,
} from "./count-campaign.server.ts";
import { type FoundCampaign, findCampaign, findCampaigns } from "./find-campaigns.server.ts";
import { ownersOf } from "./may-own.ts";

export interface CampaignLine extends FoundCampaign {
  readonly phase: CampaignPhase;
}

interface CampaignRow {
  readonly memberId: string;
  readonly name: string;
  readonly team: string | null;
  readonly participation: Participation;
  /** A43: there for the campaign alone. */
  readonly isGuest: boolean;
  /** L26: verified work that counts for it. */
  readonly records: number;
}

interface CampaignView extends CampaignLine {
  readonly kindNames: readonly string[];
  readonly serviceNames: readonly string[];
  readonly counts: CampaignCounts;
  readonly goals: readonly GoalProgress[];
  readonly roster: readonly CampaignRow[];
  /** How the reader takes part; null where not, or where on no roster. */
  readonly own: Participation | null;
  readonly isMember: boolean;
  readonly mayManage: boolean;
  readonly mayPublish: boolean;
  readonly isMine: boolean;
}

/** What was announced, and beside it the drafts of whoever may write them. */
export function readCampaigns(caller: Caller): Promise<CampaignLine[]> {
  const scope = caller.scope("campaigns.read");
  const communeId = onlyCommune(scope);
  const owners = ownersOf(caller);
  const maySecond = mayPublish(caller);
  return caller.platform.db.withCommunes(scope, async (tx) =>
    (await findCampaigns(tx, communeId))
      .filter(({ publishedAt, owner }) => publishedAt !== null || maySecond || owners.includes(owner))
      .map((campaign) => ({ ...campaign, phase: phaseOf(campaign, caller.today) })),
  );
}

/** Null where there is none that the reader may see. */
export function readCampaign(caller: Caller, id: string): Promise<CampaignView | null> {
  const scope = caller.scope("campaigns.read-one");
  const communeId = onlyCommune(scope);
  const { today, person } = caller;
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const campaign = await findCampaign(tx, communeId, id);
    if (!campaign) return null;
    const mayManage = ownersOf(caller).includes(campaign.owner);
    if (campaign.publishedAt === null && !mayManage && !mayPublish(caller)) return null;
    const { scheme } = await findSchemeOn(tx, communeId, today);
    const services = await findServices(tx, communeId);
    const counts = await countCampaign(tx, communeId, id);
    const own = await findOwnMember(tx, communeId, person.accountId);
    const roster = await tx.$queryRaw<CampaignRow[]>`
      select r.member_id as "memberId", m.full_name as name, r.participation,
             s.name as team, coalesce(s.is_guest, false) as "isGuest",
             (select count(*)::int from claim_participant p
                join claim c on c.commune_id = p.commune_id and c.id = p.claim_id and c.state = 'verified'
                 and c.work_date between ${campaign.startsOn}::date and ${campaign.endsOn}::date
               where p.commune_id = r.commune_id and p.member_id = r.member_id
                 and tds_counts_for_campaign(r.commune_id, r.campaign_id, c.id, null, p.team_id)) as records
        from (select commune_id, campaign_id, member_id, participation from campaign_member
               where commune_id = ${communeId} and campaign_id = ${id}::uuid and left_at is null
              union
              select b.commune_id, b.campaign_id, b.member_id, 'peak' from membership b
               where b.commune_id = ${communeId} and b.campaign_id = ${id}::uuid
                 and not exists (select from campaign_member k where k.commune_id = b.commune_id
                   and k.campaign_id = b.campaign_id and k.member_id = b.member_id and k.left_at is null)) r
        join member m on m.commune_id = r.commune_id and m.id = r.member_id
        left join lateral (
          select t.name, b.source = 'campaign' as is_guest from membership b
            join team t on t.commune_id = b.commune_id and t.id = b.team_id
           where b.commune_id = r.commune_id and b.member_id = r.member_id
           order by b.valid_from desc, b.id limit 1) s on true
       order by 6 desc, m.full_name, r.member_id`;
    const nameOf = (names: readonly { key: string; name: string }[], key: string) =>
      names.find((each) => each.key === key)?.name ?? key;
    return {
      ...campaign,
      phase: phaseOf(campaign, today),
      kindNames: campaign.activityKeys.map((key) => nameOf(scheme.activities, key)),
      serviceNames: campaign.serviceKeys.map((key) => nameOf(services, key)),
      counts,
      goals: progressOf(campaign.goals, counts),
      roster,
      own: roster.find(({ memberId }) => memberId === own?.id)?.participation ?? null,
      isMember: own !== null,
      mayManage,
      mayPublish: mayPublish(caller),
      isMine: campaign.proposedBy === person.accountId,
    };
  });
}

interface CampaignChoices {
  readonly kinds: readonly { readonly key: string; readonly name: string }[];
  readonly services: readonly { readonly key: string; readonly name: string }[];
  readonly teams: readonly { readonly id: number; readonly name: string }[];
  readonly members: readonly { readonly id: string; readonly name: string; readonly team: string }[];
  /** Hundredths, of the rules of today. */
  readonly factorAtMost: number;
}

/** What its forms offer. */
export function readCampaignChoices(caller: Caller): Promise<CampaignChoices> {
  const scope = caller.scope("campaigns.read-choices");
  const communeId = onlyCommune(scope);
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const { scheme } = await findSchemeOn(tx, communeId, caller.today);
    return {
      kinds: scheme.activities
        .filter(({ retiredOn }) => retiredOn === null)
        .map(({ key, name }) => ({ key, name })),
      services: (await findServices(tx, communeId))
        .filter(({ retiredOn }) => retiredOn === null)
        .map(({ key, name }) => ({ key, name })),
      teams: await tx.$queryRaw<CampaignChoices["teams"][number][]>`
        select t.id, t.name from team t
         where t.commune_id = ${communeId} and (t.valid_to is null or t.valid_to >= ${caller.today}::date)
         order by t.name collate "und-x-icu", t.id`,
      members: await findMembersOn(caller, tx, communeId),
      factorAtMost: scheme.limits.campaignFactorAtMost,
    };
  });
}

/** Everybody in a team today, once. */
function findMembersOn(
  { today }: { readonly today: LocalDate },
  tx: Parameters<typeof findCampaigns>[0],
  communeId: number,
): Promise<CampaignChoices["members"][number][]> {
  return tx.$queryRaw<CampaignChoices["members"][number][]>`
    select m.id, m.full_name as name, min(t.name) as team
      from membership s
      join member m on m.commune_id = s.commune_id and m.id = s.member_id and m.erased_at is null
      join team t on t.commune_id = s.commune_id and t.id = s.team_id
     where s.commune_id = ${communeId} and s.valid_from <= ${today}::date
       and (s.valid_to is null or s.valid_to >= ${today}::date)
     group by m.id, m.full_name order by m.full_name collate "und-x-icu", m.id`;
}

function mayPublish({ actor, communeId, today }: Caller): boolean {
  return communeId !== null && can(actor, "campaign.oversee", { communeId }, today).ok;
}
