import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, useLoaderData, useSearchParams } from "@remix-run/react";
import Search from "lucide-react/icons/search";
import UserX from "lucide-react/icons/user-x";
import { can } from "#app/domain/access/can.ts";
import { AFFILIATION_KINDS, isOneOf } from "#app/domain/people/team.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { ROSTER_PATHS } from "#app/features/roster/paths.ts";
import { optionalNumber } from "#app/features/roster/read-params.server.ts";
import { readRoster } from "#app/features/roster/read-roster.server.ts";
import { reachOf } from "#app/features/roster/roster-reach.ts";
import { rosterArea } from "#app/messages/vi/roster.ts";
import { targetsArea } from "#app/messages/vi/targets.ts";
import { Button } from "#app/ui/kit/button.tsx";
import { Card } from "#app/ui/kit/card.tsx";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { LinkButton } from "#app/ui/kit/link-button.tsx";
import { Pagination } from "#app/ui/kit/pagination.tsx";
import { SelectField } from "#app/ui/kit/select-field.tsx";
import { TextField } from "#app/ui/kit/text-field.tsx";
import { useMessages, useTerms } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { RosterList } from "#app/ui/roster/roster-list.tsx";
import { RosterPapers } from "#app/ui/roster/roster-papers.tsx";
import { RosterTiles } from "#app/ui/roster/roster-tiles.tsx";
import { VillageList } from "#app/ui/roster/village-list.tsx";
import { TARGET_BOARD_PATHS } from "#app/ui/targets/paths.ts";

export const handle: PageHandle = { title: (say) => say(rosterArea).title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "roster.overview");
  const { platform, communeId, actor, today, now } = caller;
  if (communeId === null) throw notFound();
  const query = new URL(args.request.url).searchParams;
  const affiliation = query.get("luc-luong") ?? "";
  const asked = {
    search: (query.get("tim") ?? "").slice(0, 80),
    villageId: optionalNumber(query.get("thon")),
    affiliation: isOneOf(AFFILIATION_KINDS, affiliation) ? affiliation : null,
    page: optionalNumber(query.get("trang")) ?? 1,
  };
  return {
    asked,
    live: await platform.live.readVersions([`commune:${communeId}`]),
    now: now.getTime(),
    mayManage: can(actor, "roster.manage", { communeId }, today).ok,
    // B23: police and sector officers have no desk; this is the page they come in by.
    maySeeTargets:
      can(actor, "target.propose", { communeId }, today).ok &&
      !can(actor, "commune.read-settings", { communeId }, today).ok,
    seesEverybody: reachOf(caller.permission.grants, communeId).isWhole,
    roster: await readRoster(caller, asked),
  };
}

export default function Roster() {
  const { asked, live, now, mayManage, maySeeTargets, seesEverybody, roster } =
    useLoaderData<typeof loader>();
  const { roster: words, targets } = useMessages(rosterArea, targetsArea);
  const terms = useTerms();
  const [params] = useSearchParams();
  useLive(live);
  const hrefOf = (page: number) => {
    const next = new URLSearchParams(params);
    next.set("trang", String(page));
    return `?${next}`;
  };
  return (
    <Page
      title={words.title}
      lead={words.lead}
      actions={
        maySeeTargets ? (
          <LinkButton to={TARGET_BOARD_PATHS.board} variant="secondary">
            {targets.title}
          </LinkButton>
        ) : mayManage ? (
          <>
            <LinkButton to={ROSTER_PATHS.newMember}>{words.member.add}</LinkButton>
            <LinkButton to={ROSTER_PATHS.newTeam} variant="secondary">
              {words.team.add}
            </LinkButton>
            <LinkButton to={ROSTER_PATHS.import} variant="secondary">
              {words.papers.import}
            </LinkButton>
          </>
        ) : null
      }
    >
      <RosterTiles overview={roster.overview} reviewAt={ROSTER_PATHS.review} />
      <section className="grid gap-4">
        <h2 className="text-2xl">{words.list.title}</h2>
        <Form
          method="get"
          role="search"
          className="grid items-end gap-3 sm:grid-cols-2 lg:grid-cols-[2fr_1fr_1fr_auto]"
        >
          <TextField
            name="tim"
            type="search"
            label={words.list.search}
            hint={words.list.searchHint}
            defaultValue={asked.search}
            optional="unsaid"
            autoComplete="off"
          />
          <SelectField
            name="thon"
            label={words.list.village(terms)}
            defaultValue={asked.villageId ?? ""}
            choices={roster.villages.map(({ id, name }) => ({ value: String(id), label: name }))}
            optional="unsaid"
          />
          <SelectField
            name="luc-luong"
            label={words.list.affiliation}
            defaultValue={asked.affiliation ?? ""}
            choices={AFFILIATION_KINDS.map((kind) => ({ value: kind, label: words.affiliations[kind] }))}
            optional="unsaid"
          />
          <Button type="submit" variant="secondary" icon={Search}>
            {words.list.find}
          </Button>
        </Form>
        {roster.lines.length === 0 ? (
          <EmptyState icon={UserX} title={words.list.emptyTitle}>
            {words.list.emptyBody}
          </EmptyState>
        ) : (
          <RosterList
            caption={words.list.found(roster.found)}
            lines={roster.lines}
            now={now}
            memberAt={ROSTER_PATHS.member}
            teamAt={ROSTER_PATHS.team}
          />
        )}
        <Pagination page={roster.page} lastPage={roster.lastPage} hrefOf={hrefOf} />
      </section>
      <RosterPapers hasAnnex={seesEverybody} paperAt={ROSTER_PATHS.paper} />
      <Card title={words.list.villages(terms)}>
        <VillageList
          villages={roster.villageTeams}
          otherTeams={roster.otherTeams}
          villageAt={ROSTER_PATHS.village}
          teamAt={ROSTER_PATHS.team}
        />
      </Card>
    </Page>
  );
}
