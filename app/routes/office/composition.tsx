import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import CircleCheck from "lucide-react/icons/circle-check";
import { can } from "#app/domain/access/can.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { ROSTER_PATHS } from "#app/features/roster/paths.ts";
import { readSeenRoster } from "#app/features/roster/read-roster.server.ts";
import { rosterArea } from "#app/messages/vi/roster.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { Card } from "#app/ui/kit/card.tsx";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { LinkButton } from "#app/ui/kit/link-button.tsx";
import { useMessages, useTerms } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { CompositionWarnings } from "#app/ui/roster/composition-warnings.tsx";

export const handle: PageHandle = { title: (say) => say(rosterArea).review.title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "roster.overview");
  const { communeId, actor, today } = caller;
  if (communeId === null) throw notFound();
  const { review } = await readSeenRoster(caller, "roster.review");
  return {
    mayManage: can(actor, "roster.manage", { communeId }, today).ok,
    covered: review.coveredVillages,
    all: review.villages.length,
    villages: review.villages.filter(({ missingTeams }) => missingTeams > 0),
    teams: review.teams.filter(({ composition }) => composition.warnings.length > 0),
  };
}

export default function CompositionReview() {
  const { mayManage, covered, all, villages, teams } = useLoaderData<typeof loader>();
  const words = useMessages(rosterArea).roster;
  const terms = useTerms();
  const isFine = villages.length === 0 && teams.length === 0;
  return (
    <Page
      title={words.review.title}
      lead={words.review.lead}
      trail={<Breadcrumb steps={[{ to: ROSTER_PATHS.roster, label: words.title }]} />}
    >
      {isFine ? (
        <EmptyState icon={CircleCheck} title={words.review.allGoodTitle}>
          {words.review.allGoodBody}
        </EmptyState>
      ) : null}
      {villages.length > 0 ? (
        <Card title={words.review.villagesTitle(terms)} aside={words.review.covered(covered, all)}>
          <ul className="divide-y divide-line">
            {villages.map(({ village, missingTeams }) => (
              <li key={village.id} className="flex flex-wrap items-center justify-between gap-3 py-3">
                <div>
                  <p className="font-bold">{village.name}</p>
                  <p className="text-ink-soft">{words.review.villageMissing(missingTeams)}</p>
                </div>
                <LinkButton
                  to={
                    mayManage
                      ? `${ROSTER_PATHS.newTeam}?thon=${village.id}`
                      : ROSTER_PATHS.village(village.id)
                  }
                  variant="secondary"
                  size="small"
                  aria-label={`${words.review.addTeam}: ${village.name}`}
                >
                  {mayManage ? words.review.addTeam : village.name}
                </LinkButton>
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
      {teams.length > 0 ? (
        <Card title={words.review.teamsTitle}>
          <ul className="divide-y divide-line">
            {teams.map(({ team, composition }) => (
              <li key={team.id} className="grid gap-2 py-4">
                <p className="font-bold">{team.name}</p>
                <CompositionWarnings warnings={composition.warnings} />
                <div className="flex flex-wrap gap-2">
                  {mayManage && composition.warnings.some(({ code }) => code === "team_too_small") ? (
                    <LinkButton
                      to={`${ROSTER_PATHS.newMember}?to=${team.id}`}
                      size="small"
                      variant="secondary"
                      aria-label={`${words.review.addMember}: ${team.name}`}
                    >
                      {words.review.addMember}
                    </LinkButton>
                  ) : null}
                  <LinkButton
                    to={ROSTER_PATHS.team(team.id)}
                    size="small"
                    variant="secondary"
                    aria-label={`${words.review.mend}: ${team.name}`}
                  >
                    {words.review.mend}
                  </LinkButton>
                </div>
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
    </Page>
  );
}
