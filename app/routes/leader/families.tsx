import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import SearchX from "lucide-react/icons/search-x";
import { isOneOf } from "#app/domain/people/team.ts";
import { FAMILY_STATES } from "#app/domain/titles/family.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { FAMILY_PATHS } from "#app/features/digital-family/paths.ts";
import { readVillageFamilies } from "#app/features/digital-family/read-village-families.server.ts";
import { optionalNumber } from "#app/features/roster/read-params.server.ts";
import { digitalFamilyArea } from "#app/messages/vi/digital-family.ts";
import { FamilyFilter } from "#app/ui/digital-family/family-filter.tsx";
import { FamilyList } from "#app/ui/digital-family/family-list.tsx";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { LinkButton } from "#app/ui/kit/link-button.tsx";
import { Pagination } from "#app/ui/kit/pagination.tsx";
import { StatTile } from "#app/ui/kit/stat-tile.tsx";
import { useFormat, useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { TeamTrail } from "#app/ui/roster/team-trail.tsx";

export const handle: PageHandle = { title: (say) => say(digitalFamilyArea).title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "family.read");
  const { platform, communeId } = caller;
  if (communeId === null) throw notFound();
  const query = new URL(args.request.url).searchParams;
  const wanted = query.get("tt") ?? "";
  const state = isOneOf(FAMILY_STATES, wanted) ? wanted : null;
  const search = (query.get("tim") ?? "").slice(0, 80);
  const live = await platform.live.readVersions([`commune:${communeId}`]);
  const list = await readVillageFamilies(caller, {
    villageId: optionalNumber(query.get("thon")),
    state,
    search,
    page: optionalNumber(query.get("trang")) ?? 1,
  });
  if (!list) throw notFound();
  return { live, list, state, search };
}

export default function Families() {
  const { live, list, state, search } = useLoaderData<typeof loader>();
  const { digitalFamily: words } = useMessages(digitalFamilyArea);
  const { number } = useFormat();
  const [params] = useSearchParams();
  useLive(live);
  const { village, others, counts } = list;
  const hrefOf = (page: number) => {
    const next = new URLSearchParams(params);
    next.set("trang", String(page));
    return `?${next}`;
  };
  const at = (of: string) => `?thon=${village.id}&tt=${of}`;
  return (
    <Page
      trail={<TeamTrail />}
      title={words.villageTitle(village.name)}
      lead={words.lead}
      actions={
        others.length > 3
          ? null
          : others.map((other) => (
              <LinkButton key={other.id} to={`?thon=${other.id}`} variant="secondary">
                {other.name}
              </LinkButton>
            ))
      }
    >
      <div className="pairs-on-phone grid gap-3 lg:grid-cols-4 lg:gap-4">
        <StatTile
          label={words.tiles.recognised}
          value={number(list.recognised)}
          note={words.recognisedOf(number(list.recognised), number(list.total))}
          to={at("recognised")}
        />
        <StatTile label={words.tiles.declared} value={number(counts.declared)} to={at("declared")} />
        <StatTile label={words.tiles.confirmed} value={number(counts.confirmed)} to={at("confirmed")} />
        <StatTile label={words.tiles.due} value={number(counts.due + counts.expired)} to={at("due")} />
      </div>
      <FamilyFilter
        key={`${village.id}${state}`}
        villageId={village.id}
        search={search}
        state={state}
        counts={counts}
      />
      {list.lines.length === 0 ? (
        <EmptyState icon={SearchX} title={words.emptyTitle}>
          {words.emptyBody}
        </EmptyState>
      ) : (
        <FamilyList
          caption={words.found(number(list.found))}
          families={list.lines}
          familyAt={FAMILY_PATHS.one}
        />
      )}
      <Pagination page={list.page} lastPage={list.lastPage} hrefOf={hrefOf} />
    </Page>
  );
}
