import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import UsersRound from "lucide-react/icons/users-round";
import { can } from "#app/domain/access/can.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { HOUSEHOLD_PATHS } from "#app/features/households/paths.ts";
import { ROSTER_PATHS } from "#app/features/roster/paths.ts";
import { numberParam } from "#app/features/roster/read-params.server.ts";
import { readVillage } from "#app/features/roster/read-village.server.ts";
import { householdsArea } from "#app/messages/vi/households.ts";
import { rosterArea } from "#app/messages/vi/roster.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { Card } from "#app/ui/kit/card.tsx";
import { DescriptionList } from "#app/ui/kit/description-list.tsx";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { LinkButton } from "#app/ui/kit/link-button.tsx";
import { useFormat, useMessages, useTerms } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { CompositionWarnings } from "#app/ui/roster/composition-warnings.tsx";
import { RosterList } from "#app/ui/roster/roster-list.tsx";

type Loaded = Awaited<ReturnType<typeof loader>>;
export const handle: PageHandle<Loaded> = { title: (_say, { here }) => here.village.name };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "roster.overview");
  const { communeId, actor, today, now } = caller;
  if (communeId === null) throw notFound();
  const here = await readVillage(caller, numberParam(args.params.villageId));
  if (!here) throw notFound();
  return {
    here,
    now: now.getTime(),
    mayManage: can(actor, "roster.manage", { communeId }, today).ok,
    mayOversee: can(actor, "household.oversee", { communeId, villageId: here.village.id }, today).ok,
  };
}

export default function Village() {
  const { here, now, mayManage, mayOversee } = useLoaderData<typeof loader>();
  const { roster: words, households } = useMessages(rosterArea, householdsArea);
  const terms = useTerms();
  const { number } = useFormat();
  const { village, teams, officials, missingTeams } = here;
  const newTeamAt = `${ROSTER_PATHS.newTeam}?thon=${village.id}`;
  const count = (value: number | null) => (value === null ? words.village.notCounted : number(value));
  return (
    <Page
      title={village.name}
      lead={words.village.lead(terms)}
      trail={<Breadcrumb steps={[{ to: ROSTER_PATHS.roster, label: words.title }]} />}
      actions={
        <>
          {mayOversee ? (
            <LinkButton to={HOUSEHOLD_PATHS.village(village.id)} variant="secondary">
              {households.title}
            </LinkButton>
          ) : null}
          {mayManage ? <LinkButton to={newTeamAt}>{words.team.add}</LinkButton> : null}
        </>
      }
    >
      <Card>
        <DescriptionList
          items={[
            { term: words.village.households, value: count(village.households) },
            { term: words.village.adults, value: count(village.adults) },
            {
              term: words.village.officials,
              value: officials.map(({ name }) => name).join(", ") || words.village.nobody,
            },
          ]}
        />
      </Card>
      {teams.length === 0 || missingTeams > 0 ? (
        <EmptyState icon={UsersRound} title={words.village.noTeamTitle}>
          {words.village.noTeamBody}
        </EmptyState>
      ) : null}
      {teams.map(({ team, composition, members }) => (
        <Card
          key={team.id}
          title={team.name}
          aside={
            <LinkButton
              to={ROSTER_PATHS.team(team.id)}
              size="small"
              variant="secondary"
              aria-label={`${words.review.mend}: ${team.name}`}
            >
              {words.review.mend}
            </LinkButton>
          }
        >
          <CompositionWarnings warnings={composition.warnings} />
          <RosterList
            caption={words.team.members(members.length)}
            lines={members}
            now={now}
            memberAt={ROSTER_PATHS.member}
            teamAt={ROSTER_PATHS.team}
          />
        </Card>
      ))}
    </Page>
  );
}
