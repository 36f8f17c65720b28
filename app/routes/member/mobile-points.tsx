import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import MapPin from "lucide-react/icons/map-pin";
import { can } from "#app/domain/access/can.ts";
import { CAMPAIGN_PATHS } from "#app/domain/campaigns/campaign-paths.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { readPoints } from "#app/features/mobile-points/read-points.server.ts";
import { mobilePointsArea } from "#app/messages/vi/mobile-points.ts";
import { Disclosure } from "#app/ui/kit/disclosure.tsx";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { LinkButton } from "#app/ui/kit/link-button.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { PointLine } from "#app/ui/mobile-points/point-line.tsx";
import { VillageVisits } from "#app/ui/mobile-points/village-visits.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";

export const handle: PageHandle = { title: (say) => say(mobilePointsArea).title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "campaign.read");
  const { platform, communeId, actor, today } = caller;
  if (communeId === null) throw notFound();
  const live = await platform.live.readVersions([`commune:${communeId}`]);
  return {
    live,
    today,
    ...(await readPoints(caller)),
    mayAdd: can(actor, "mobile-point.manage", null, today).ok,
  };
}

export default function MobilePoints() {
  const { live, today, points, villages, mayAdd } = useLoaderData<typeof loader>();
  const { mobilePoints: words } = useMessages(mobilePointsArea);
  useLive(live);
  const ofToday = points.filter(({ day }) => day === today);
  const coming = points.filter(({ day }) => day > today);
  const past = points.filter(({ day }) => day < today).reverse();
  const list = (title: string, lines: typeof points) =>
    lines.length === 0 ? null : (
      <section>
        <h2 className="mb-3 text-xl">{title}</h2>
        <ul className="grid gap-3">
          {lines.map((point) => (
            <PointLine key={point.id} point={point} to={CAMPAIGN_PATHS.point(point.id)} />
          ))}
        </ul>
      </section>
    );
  return (
    <Page
      title={words.title}
      lead={words.lead}
      actions={mayAdd ? <LinkButton to={CAMPAIGN_PATHS.newPoint}>{words.add}</LinkButton> : undefined}
    >
      {points.length === 0 ? (
        <EmptyState icon={MapPin} title={words.none}>
          {words.noneBody}
        </EmptyState>
      ) : null}
      {list(words.today, ofToday)}
      {list(words.coming, coming)}
      <VillageVisits villages={villages} />
      {past.length > 0 ? (
        <Disclosure summary={`${words.past} (${past.length})`}>
          <ul className="grid gap-3">
            {past.map((point) => (
              <PointLine key={point.id} point={point} to={CAMPAIGN_PATHS.point(point.id)} />
            ))}
          </ul>
        </Disclosure>
      ) : null}
    </Page>
  );
}
