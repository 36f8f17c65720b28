import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import HouseIcon from "lucide-react/icons/house";
import SearchX from "lucide-react/icons/search-x";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { receiveForm } from "#app/features/forms/read-form.server.ts";
import { householdQuery } from "#app/features/households/household-query.server.ts";
import { ownVillages } from "#app/features/households/own-villages.server.ts";
import { HOUSEHOLD_PATHS } from "#app/features/households/paths.ts";
import { quickHousehold } from "#app/features/households/quick-household.server.ts";
import {
  HOUSEHOLD_FILTERS,
  readVillageHouseholds,
} from "#app/features/households/read-village-households.server.ts";
import { ROSTER_PATHS } from "#app/features/roster/paths.ts";
import { newIds, optionalNumber } from "#app/features/roster/read-params.server.ts";
import { householdsArea } from "#app/messages/vi/households.ts";
import { rosterArea } from "#app/messages/vi/roster.ts";
import { HouseholdCounts } from "#app/ui/households/household-counts.tsx";
import { HouseholdList } from "#app/ui/households/household-list.tsx";
import { HouseholdSearch } from "#app/ui/households/household-search.tsx";
import { QuickHousehold } from "#app/ui/households/quick-household.tsx";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import type { FormAnswer } from "#app/ui/kit/form-answer.ts";
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
  const caller = await allow(args, "household.read");
  const { platform, communeId } = caller;
  const query = new URL(args.request.url).searchParams;
  const villages = await ownVillages(caller);
  const villageId = optionalNumber(query.get("thon")) ?? villages[0]?.id;
  if (communeId === null || villageId === undefined) throw notFound();
  const asked = householdQuery(query);
  const live = await platform.live.readVersions([`commune:${communeId}`]);
  const list = await readVillageHouseholds(caller, villageId, asked);
  if (!list) throw notFound();
  return {
    asked,
    live,
    list,
    others: villages.filter(({ id }) => id !== villageId),
    mayPropose: villages.some(({ id, mayPropose }) => id === villageId && mayPropose),
    id: newIds(caller, 1)[0] ?? "",
    filters: HOUSEHOLD_FILTERS,
    added: (query.get("them") ?? "").slice(0, 20) || null,
    lane: (query.get("ngo") ?? "").slice(0, 80),
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "household.propose");
  const fields = await receiveForm(args.request);
  if (caller.communeId === null || fields === null) throw notFound();
  const answer = await quickHousehold(caller, fields);
  if (answer === null) throw notFound();
  if (!answer.ok) return askAgain(answer.problems, answer.values);
  const { villageId, lane, householdCode } = answer;
  const query = new URLSearchParams(`thon=${villageId}`);
  query.set("them", householdCode);
  query.set("ngo", lane ?? "");
  return goOn(`${HOUSEHOLD_PATHS.mine}?${query}`);
}

export default function MyHouseholds() {
  const loaded = useLoaderData<typeof loader>();
  const { asked, live, list, others, mayPropose, id, filters, added, lane } = loaded;
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const { households: words, roster } = useMessages(householdsArea, rosterArea);
  const [params] = useSearchParams();
  useLive(live);
  const { village } = list;
  const hrefOf = (page: number) => {
    const next = new URLSearchParams(params);
    next.set("trang", String(page));
    next.delete("them");
    return `?${next}`;
  };
  return (
    <Page
      title={words.listTitle(village.name)}
      lead={words.teamLead}
      trail={<Breadcrumb steps={[{ to: ROSTER_PATHS.myTeam, label: roster.mine.teamTitle }]} />}
      actions={others.map((other) => (
        <LinkButton key={other.id} to={`?thon=${other.id}`} variant="secondary">
          {other.name}
        </LinkButton>
      ))}
    >
      {added === null || answer ? null : <Flash key={added}>{words.quick.added(added)}</Flash>}
      {mayPropose ? (
        <QuickHousehold
          id={id}
          villageId={village.id}
          nextCode={list.nextCode}
          lanes={list.lanes}
          lane={lane}
          isOpen={added !== null}
          answer={answer}
        />
      ) : null}
      {list.counts.households === 0 ? (
        <EmptyState icon={HouseIcon} title={words.list.noneTitle}>
          {words.list.noneTeam}
        </EmptyState>
      ) : (
        <>
          <HouseholdSearch asked={asked} filters={filters} villageId={village.id} />
          {list.lines.length === 0 ? (
            <EmptyState icon={SearchX} title={words.search.emptyTitle}>
              {words.search.emptyBody}
            </EmptyState>
          ) : (
            <HouseholdList
              caption={words.search.found(list.found)}
              households={list.lines}
              householdAt={HOUSEHOLD_PATHS.mineOne}
            />
          )}
          <Pagination page={list.page} lastPage={list.lastPage} hrefOf={hrefOf} />
          <HouseholdCounts
            counts={list.counts}
            waiting={list.waiting}
            waitingAt={`?thon=${village.id}&loc=waiting`}
          />
        </>
      )}
    </Page>
  );
}
