import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import HouseIcon from "lucide-react/icons/house";
import SearchX from "lucide-react/icons/search-x";
import { can } from "#app/domain/access/can.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { householdQuery } from "#app/features/households/household-query.server.ts";
import { HOUSEHOLD_PATHS } from "#app/features/households/paths.ts";
import {
  HOUSEHOLD_FILTERS,
  readVillageHouseholds,
} from "#app/features/households/read-village-households.server.ts";
import { numberParam } from "#app/features/roster/read-params.server.ts";
import { householdsArea } from "#app/messages/vi/households.ts";
import { HouseholdCounts } from "#app/ui/households/household-counts.tsx";
import { HouseholdList } from "#app/ui/households/household-list.tsx";
import { HouseholdSearch } from "#app/ui/households/household-search.tsx";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import { LinkButton } from "#app/ui/kit/link-button.tsx";
import { Pagination } from "#app/ui/kit/pagination.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";

type Loaded = Awaited<ReturnType<typeof loader>>;
export const handle: PageHandle<Loaded> = {
  title: (say, { list }) => say(householdsArea).listTitle(list.village.name),
};

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "household.oversee");
  const { platform, communeId, actor, today } = caller;
  if (communeId === null) throw notFound();
  const query = new URL(args.request.url).searchParams;
  const asked = householdQuery(query);
  const live = await platform.live.readVersions([`commune:${communeId}`]);
  const list = await readVillageHouseholds(caller, numberParam(args.params.villageId), asked);
  if (!list) throw notFound();
  const mayManage = can(actor, "household.manage", { communeId }, today).ok;
  return { asked, live, list, mayManage, filters: HOUSEHOLD_FILTERS, isAdded: query.has("xong") };
}

export default function HouseholdsOfVillage() {
  const { asked, live, list, mayManage, filters, isAdded } = useLoaderData<typeof loader>();
  const words = useMessages(householdsArea).households;
  const [params] = useSearchParams();
  useLive(live);
  const { village, counts } = list;
  const at = HOUSEHOLD_PATHS.village(village.id);
  const hrefOf = (page: number) => {
    const next = new URLSearchParams(params);
    next.set("trang", String(page));
    next.delete("xong");
    return `?${next}`;
  };
  const add = mayManage ? (
    <LinkButton to={HOUSEHOLD_PATHS.add(village.id)}>{words.form.add}</LinkButton>
  ) : null;
  return (
    <Page
      title={words.listTitle(village.name)}
      lead={words.officeLead}
      trail={<Breadcrumb steps={[{ to: HOUSEHOLD_PATHS.register, label: words.title }]} />}
      actions={add}
    >
      {isAdded ? <Flash>{words.form.saved}</Flash> : null}
      {counts.households === 0 ? (
        <EmptyState icon={HouseIcon} title={words.list.noneTitle}>
          {words.list.noneOffice}
        </EmptyState>
      ) : (
        <>
          <HouseholdCounts counts={counts} waiting={list.waiting} waitingAt={`${at}?loc=waiting`} />
          <HouseholdSearch asked={asked} filters={filters} />
          {list.lines.length === 0 ? (
            <EmptyState icon={SearchX} title={words.search.emptyTitle}>
              {words.search.emptyBody}
            </EmptyState>
          ) : (
            <HouseholdList
              caption={words.search.found(list.found)}
              households={list.lines}
              {...(mayManage ? { householdAt: (id: string) => HOUSEHOLD_PATHS.one(village.id, id) } : {})}
            />
          )}
          <Pagination page={list.page} lastPage={list.lastPage} hrefOf={hrefOf} />
        </>
      )}
    </Page>
  );
}
