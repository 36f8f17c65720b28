import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import Flag from "lucide-react/icons/flag";
import { can } from "#app/domain/access/can.ts";
import { CAMPAIGN_PATHS } from "#app/domain/campaigns/campaign-paths.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { readCampaigns } from "#app/features/campaigns/read-campaigns.server.ts";
import { campaignsArea } from "#app/messages/vi/campaigns.ts";
import { CampaignLine } from "#app/ui/campaigns/campaign-line.tsx";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import { LinkButton } from "#app/ui/kit/link-button.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { OfficeTrail } from "#app/ui/setup/office-trail.tsx";

export const handle: PageHandle = { title: (say) => say(campaignsArea).office.title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "campaign.desk");
  const { platform, communeId, actor, today } = caller;
  if (communeId === null) throw notFound();
  const live = await platform.live.readVersions([`commune:${communeId}`]);
  return {
    live,
    campaigns: await readCampaigns(caller),
    mayAdd: can(actor, "campaign.manage", { communeId }, today).ok,
    isDiscarded: new URL(args.request.url).searchParams.get("xong") === "bo",
  };
}

export default function OfficeCampaigns() {
  const { live, campaigns, mayAdd, isDiscarded } = useLoaderData<typeof loader>();
  const { campaigns: words } = useMessages(campaignsArea);
  useLive(live);
  return (
    <Page
      trail={<OfficeTrail />}
      title={words.office.title}
      lead={words.office.lead}
      actions={mayAdd ? <LinkButton to={CAMPAIGN_PATHS.draft}>{words.office.add}</LinkButton> : undefined}
    >
      {isDiscarded ? <Flash>{words.office.discarded}</Flash> : null}
      {campaigns.length === 0 ? (
        <EmptyState icon={Flag} title={words.none}>
          {words.noneBody}
        </EmptyState>
      ) : (
        <ul className="grid gap-3">
          {campaigns.map((campaign) => (
            <CampaignLine key={campaign.id} campaign={campaign} to={CAMPAIGN_PATHS.officeOne(campaign.id)} />
          ))}
        </ul>
      )}
    </Page>
  );
}
