import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { MOVEMENTS } from "#app/domain/activity/record-figures.ts";
import { CAMPAIGN_PATHS } from "#app/domain/campaigns/campaign-paths.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { readMovement } from "#app/features/campaigns/read-movement.server.ts";
import { campaignsArea } from "#app/messages/vi/campaigns.ts";
import { ChoiceLinks } from "#app/ui/boards/choice-links.tsx";
import { MovementBoard } from "#app/ui/campaigns/movement-board.tsx";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { useFormat, useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";

export const handle: PageHandle = { title: (say) => say(campaignsArea).movementPage.title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "campaign.read");
  const { platform, communeId } = caller;
  if (communeId === null) throw notFound();
  const chosen = new URL(args.request.url).searchParams.get("pt") ?? "1";
  const name = MOVEMENTS[Number(chosen) - 1];
  if (name === undefined) throw notFound();
  const live = await platform.live.readVersions([`commune:${communeId}`]);
  return { live, today: caller.today, movement: await readMovement(caller, name) };
}

export default function Movement() {
  const { live, today, movement } = useLoaderData<typeof loader>();
  const { campaigns } = useMessages(campaignsArea);
  const words = campaigns.movementPage;
  const format = useFormat();
  useLive(live);
  return (
    <Page
      title={words.title}
      lead={words.lead(format.date(movement.from), format.date(today))}
      trail={<Breadcrumb steps={[{ to: CAMPAIGN_PATHS.all, label: campaigns.title }]} />}
    >
      <ChoiceLinks
        label={words.choose}
        choices={MOVEMENTS.map((name, index) => ({
          to: `${CAMPAIGN_PATHS.movement}?pt=${index + 1}`,
          label: name,
          isChosen: name === movement.name,
        }))}
      />
      <MovementBoard movement={movement} />
    </Page>
  );
}
