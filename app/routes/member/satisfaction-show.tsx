import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { readAddresses } from "#app/features/satisfaction/keep-satisfaction.server.ts";
import { satisfactionArea } from "#app/messages/vi/satisfaction.ts";
import { Card } from "#app/ui/kit/card.tsx";
import { QrCode } from "#app/ui/kit/qr-code.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { TeamTrail } from "#app/ui/roster/team-trail.tsx";
import { SATISFACTION_PATHS } from "#app/ui/satisfaction/paths.ts";

export const handle: PageHandle = { title: (say) => say(satisfactionArea).show.title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "satisfaction.show");
  if (caller.communeId === null) throw notFound();
  const [origin = ""] = caller.platform.config.publicOrigins;
  const villages = await readAddresses(caller);
  if (villages.length === 0) throw notFound();
  return { origin, villages };
}

/** Held out to whoever was just helped. */
export default function ShowSatisfaction() {
  const { origin, villages } = useLoaderData<typeof loader>();
  const { show: words } = useMessages(satisfactionArea).satisfaction;
  return (
    <Page trail={<TeamTrail />} title={words.title} lead={words.lead} width="narrow">
      {villages.map(({ villageId, name, address }) => (
        <Card key={villageId} title={words.scan(name)}>
          {address === null ? (
            <p className="text-ink-soft">{words.none}</p>
          ) : (
            <div className="grid justify-items-center gap-3">
              <QrCode
                content={`${origin}${SATISFACTION_PATHS.ask(address)}`}
                label={words.scan(name)}
                size="18rem"
              />
              <p className="text-sm text-ink-soft [overflow-wrap:anywhere]">
                {origin}
                {SATISFACTION_PATHS.ask(address)}
              </p>
            </div>
          )}
        </Card>
      ))}
    </Page>
  );
}
