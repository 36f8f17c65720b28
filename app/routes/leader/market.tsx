import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import Store from "lucide-react/icons/store";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { readForm } from "#app/features/forms/read-form.server.ts";
import { addMarketPlace } from "#app/features/market-register/keep-market.server.ts";
import { placeSchema } from "#app/features/market-register/market.schema.ts";
import { readMarket } from "#app/features/market-register/market-places.server.ts";
import { MARKET_PATHS } from "#app/features/market-register/paths.ts";
import { newIds, optionalNumber } from "#app/features/roster/read-params.server.ts";
import { marketArea } from "#app/messages/vi/market.ts";
import { Card } from "#app/ui/kit/card.tsx";
import { Disclosure } from "#app/ui/kit/disclosure.tsx";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import type { FormAnswer } from "#app/ui/kit/form-answer.ts";
import { StatTile } from "#app/ui/kit/stat-tile.tsx";
import { useFormat, useMessages, useTerms } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { MarketTable } from "#app/ui/market/market-table.tsx";
import { PlaceForm } from "#app/ui/market/place-form.tsx";
import { VillageMarketTable } from "#app/ui/market/village-market-table.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { TeamTrail } from "#app/ui/roster/team-trail.tsx";

export const handle: PageHandle = { title: (say) => say(marketArea).title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "market.read");
  const { platform, communeId } = caller;
  if (communeId === null) throw notFound();
  const query = new URL(args.request.url).searchParams;
  const live = await platform.live.readVersions([`commune:${communeId}`]);
  const board = await readMarket(caller, optionalNumber(query.get("thon")));
  if (!board) throw notFound();
  const [id = ""] = newIds(caller, 1);
  return { live, board, id, done: query.get("xong") };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "market.keep");
  if (caller.communeId === null) throw notFound();
  const form = await readForm(args.request, placeSchema);
  if (!form.ok) return askAgain(form.problems, form.values);
  const verdict = await addMarketPlace(caller, form.value);
  if (verdict.ok) return goOn(`${MARKET_PATHS.village}?thon=${form.value.villageId}&xong=them`);
  if (verdict.code === "not_permitted") throw notFound();
  return askAgain({ name: verdict }, form.values);
}

export default function Market() {
  const { live, board, id, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const { market: words } = useMessages(marketArea);
  const terms = useTerms();
  const { number } = useFormat();
  useLive(live);
  const { village, progress, places, villages, mayKeep } = board;
  return (
    <Page trail={<TeamTrail />} title={words.villageTitle(village.name)} lead={words.lead}>
      {done === "them" && !answer ? <Flash key={places.length}>{words.added}</Flash> : null}
      {done === "thoi" && !answer ? <Flash key={places.length}>{words.one.closed}</Flash> : null}
      <div className="pairs-on-phone grid gap-3 lg:grid-cols-4 lg:gap-4">
        {(["places", "cashless", "online", "complete"] as const).map((key) => (
          <StatTile key={key} label={words.tiles[key]} value={number(progress[key])} />
        ))}
      </div>
      {mayKeep ? (
        <Disclosure key={id} summary={words.add} isOpen={answer !== undefined}>
          <PlaceForm id={id} villageId={village.id} answer={answer} />
        </Disclosure>
      ) : null}
      {places.length === 0 ? (
        <EmptyState icon={Store} title={words.noneTitle}>
          {words.noneBody}
        </EmptyState>
      ) : (
        <Card>
          <MarketTable caption={words.title} places={places} placeAt={MARKET_PATHS.one} />
        </Card>
      )}
      {villages.length > 1 ? (
        <Card title={words.byVillage(terms)}>
          <VillageMarketTable villages={villages} />
        </Card>
      ) : null}
    </Page>
  );
}
