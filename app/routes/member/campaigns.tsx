import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import Flag from "lucide-react/icons/flag";
import { can } from "#app/domain/access/can.ts";
import { CAMPAIGN_PATHS } from "#app/domain/campaigns/campaign-paths.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { readCampaigns } from "#app/features/campaigns/read-campaigns.server.ts";
import { campaignsArea } from "#app/messages/vi/campaigns.ts";
import { mobilePointsArea } from "#app/messages/vi/mobile-points.ts";
import { CampaignLine } from "#app/ui/campaigns/campaign-line.tsx";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { LinkButton } from "#app/ui/kit/link-button.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";

export const handle: PageHandle = { title: (say) => say(campaignsArea).title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "campaign.read");
  const { platform, communeId, actor, today } = caller;
  if (communeId === null) throw notFound();
  const live = await platform.live.readVersions([`commune:${communeId}`]);
  return {
    live,
    campaigns: (await readCampaigns(caller)).filter(({ publishedAt }) => publishedAt !== null),
    hasDesk: can(actor, "campaign.desk", { communeId }, today).ok,
  };
}

export default function Campaigns() {
  const { live, campaigns, hasDesk } = useLoaderData<typeof loader>();
  const { campaigns: words, mobilePoints } = useMessages(campaignsArea, mobilePointsArea);
  useLive(live);
  return (
    <Page
      title={words.title}
      lead={words.lead}
      actions={
        <>
          <LinkButton to={CAMPAIGN_PATHS.points} variant="secondary">
            {mobilePoints.title}
          </LinkButton>
          <LinkButton to={CAMPAIGN_PATHS.movement} variant="secondary">
            {words.movementPage.title}
          </LinkButton>
          {hasDesk ? (
            <LinkButton to={CAMPAIGN_PATHS.office} variant="secondary">
              {words.office.desk}
            </LinkButton>
          ) : null}
        </>
      }
    >
      {campaigns.length === 0 ? (
        <EmptyState icon={Flag} title={words.none}>
          {words.noneBody}
        </EmptyState>
      ) : (
        <ul className="grid gap-3">
          {campaigns.map((campaign) => (
            <CampaignLine key={campaign.id} campaign={campaign} to={CAMPAIGN_PATHS.one(campaign.id)} />
          ))}
        </ul>
      )}
    </Page>
  );
}
