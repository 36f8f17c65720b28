import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import HandHelping from "lucide-react/icons/hand-helping";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { readHelpList } from "#app/features/help/read-help.server.ts";
import { helpArea } from "#app/messages/vi/help.ts";
import { HelpList } from "#app/ui/help/help-list.tsx";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";

export const handle: PageHandle = { title: (say) => say(helpArea).title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "help.answer");
  if (caller.communeId === null) throw notFound();
  return {
    live: await caller.platform.live.readVersions([`commune:${caller.communeId}`]),
    lines: await readHelpList(caller),
    now: caller.now.getTime(),
  };
}

export default function HelpOfVillage() {
  const { live, lines, now } = useLoaderData<typeof loader>();
  const { help } = useMessages(helpArea);
  useLive(live);
  const isOpen = ({ state }: (typeof lines)[number]) => state === "waiting" || state === "contacted";
  const waiting = lines.filter(isOpen);
  const over = lines.filter((line) => !isOpen(line));
  return (
    <Page title={help.title} lead={help.lead} width="narrow">
      {lines.length === 0 ? (
        <EmptyState icon={HandHelping} title={help.noneTitle}>
          {help.noneBody}
        </EmptyState>
      ) : null}
      {waiting.length > 0 ? (
        <section className="grid gap-3">
          <h2 className="text-xl">{help.waitingTitle}</h2>
          <HelpList lines={waiting} now={now} />
        </section>
      ) : null}
      {over.length > 0 ? (
        <section className="grid gap-3">
          <h2 className="text-xl">{help.overTitle}</h2>
          <HelpList lines={over} now={now} />
        </section>
      ) : null}
    </Page>
  );
}
