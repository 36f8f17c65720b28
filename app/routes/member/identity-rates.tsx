import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { IDENTITY_KINDS } from "#app/domain/titles/identity-rates.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { readIdentityRates } from "#app/features/market-register/read-identity-rates.server.ts";
import { marketArea } from "#app/messages/vi/market.ts";
import { Card } from "#app/ui/kit/card.tsx";
import { StatTile } from "#app/ui/kit/stat-tile.tsx";
import { useFormat, useMessages, useTerms } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { IdentityTable } from "#app/ui/market/identity-table.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";

export const handle: PageHandle = { title: (say) => say(marketArea).identity.title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "identity.read");
  const { platform, communeId } = caller;
  if (communeId === null) throw notFound();
  const live = await platform.live.readVersions([`commune:${communeId}`]);
  return { live, rates: await readIdentityRates(caller) };
}

export default function IdentityRates() {
  const { live, rates } = useLoaderData<typeof loader>();
  const { market } = useMessages(marketArea);
  const words = market.identity;
  const terms = useTerms();
  const format = useFormat();
  useLive(live);
  const { commune, villages } = rates;
  return (
    <Page title={words.title} lead={words.lead}>
      <section aria-label={words.commune(terms)} className="grid gap-3 sm:grid-cols-3 lg:gap-4">
        {IDENTITY_KINDS.map((kind) => {
          const rate = commune.rates[kind];
          return (
            <StatTile
              key={kind}
              label={`${words.kinds[kind]}, ${words.commune(terms).toLocaleLowerCase("vi")}`}
              value={rate === null ? undefined : format.percent(rate)}
              missing={words.noFigure}
              note={words.people(format.number(commune.people[kind]))}
            />
          );
        })}
      </section>
      <Card title={market.byVillage(terms)}>
        <IdentityTable caption={words.title} rows={villages} />
        <p className="mt-4 text-ink-soft">{words.note}</p>
      </Card>
    </Page>
  );
}
