import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import Handshake from "lucide-react/icons/handshake";
import KeyRound from "lucide-react/icons/key-round";
import { allow } from "#app/features/accounts/allow.server.ts";
import { readActs } from "#app/features/two-person-acts/read-acts.server.ts";
import { setupArea } from "#app/messages/vi/setup.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { LinkButton } from "#app/ui/kit/link-button.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { ActCard } from "#app/ui/setup/act-card.tsx";
import { OFFICE_PATHS } from "#app/ui/setup/paths.ts";

export const handle: PageHandle = { title: (say) => say(setupArea).acts.title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "two-person-act.read");
  const live = await caller.platform.live.readVersions([`commune:${caller.communeId ?? 0}`]);
  return { live, acts: await readActs(caller) };
}

export default function Acts() {
  const { live, acts } = useLoaderData<typeof loader>();
  useLive(live);
  const { setup } = useMessages(setupArea);
  const words = setup.acts;
  return (
    <Page
      title={words.title}
      lead={words.lead}
      trail={<Breadcrumb steps={[{ to: OFFICE_PATHS.overview, label: setup.overview.title }]} />}
    >
      <div className="flex flex-wrap gap-3">
        <LinkButton to={OFFICE_PATHS.handOver} icon={Handshake} variant="secondary">
          {words.kinds.hand_over}
        </LinkButton>
        <LinkButton to={OFFICE_PATHS.breakGlass} icon={KeyRound} variant="secondary">
          {words.kinds.break_glass}
        </LinkButton>
      </div>
      {acts.length === 0 ? (
        <EmptyState icon={Handshake} title={words.none}>
          {words.noneBody}
        </EmptyState>
      ) : (
        <div className="grid gap-4 lg:grid-cols-2">
          {acts.map((act) => (
            <ActCard key={act.id} act={act} />
          ))}
        </div>
      )}
    </Page>
  );
}
