import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import UsersRound from "lucide-react/icons/users-round";
import { localDateAt } from "#app/domain/calendar/local-date.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { ROSTER_PATHS } from "#app/features/roster/paths.ts";
import { readTeamPlanList } from "#app/features/targets/read-team-plan.server.ts";
import { targetsArea } from "#app/messages/vi/targets.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { DataTable } from "#app/ui/kit/data-table.tsx";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { LinkButton } from "#app/ui/kit/link-button.tsx";
import { TextLink } from "#app/ui/kit/text-link.tsx";
import { useFormat, useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { TARGET_BOARD_PATHS } from "#app/ui/targets/paths.ts";
import { PlanStatePill } from "#app/ui/targets/team-plan-view.tsx";
import { useTeamName } from "#app/ui/use-team-name.ts";

export const handle: PageHandle = { title: (say) => say(targetsArea).teamPlans };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "team-plan.approve");
  const { platform, communeId } = caller;
  if (communeId === null) throw notFound();
  const live = await platform.live.readVersions([`commune:${communeId}`]);
  return { live, ...(await readTeamPlanList(caller)) };
}

export default function TeamPlans() {
  const { live, year, lines } = useLoaderData<typeof loader>();
  useLive(live);
  const { targets: words } = useMessages(targetsArea);
  const format = useFormat();
  const shortName = useTeamName();
  return (
    <Page
      title={words.teamPlans}
      lead={words.plan.officeLead(year)}
      trail={<Breadcrumb steps={[{ to: TARGET_BOARD_PATHS.board, label: words.title }]} />}
    >
      <DataTable
        caption={words.teamPlans}
        empty={
          <EmptyState
            icon={UsersRound}
            title={words.plan.noTeams}
            action={<LinkButton to={ROSTER_PATHS.newTeam}>{words.plan.newTeam}</LinkButton>}
          >
            {words.plan.noTeamsBody}
          </EmptyState>
        }
        hidesCaption
        columns={[
          {
            key: "team",
            header: words.plan.team,
            cell: ({ teamId, teamName, state }) =>
              state === "none" || state === "draft" ? (
                shortName(teamName)
              ) : (
                <TextLink to={TARGET_BOARD_PATHS.teamPlan(teamId)}>{shortName(teamName)}</TextLink>
              ),
          },
          { key: "state", header: words.plan.state, cell: ({ state }) => <PlanStatePill state={state} /> },
          {
            key: "written",
            header: words.plan.writtenOn,
            cell: ({ writtenAt }) => (writtenAt === null ? "–" : format.date(localDateAt(writtenAt))),
          },
        ]}
        rows={lines}
        rowKey={({ teamId }) => teamId}
      />
    </Page>
  );
}
