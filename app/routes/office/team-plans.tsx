import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { localDateAt } from "#app/domain/calendar/local-date.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { readTeamPlanList } from "#app/features/targets/read-team-plan.server.ts";
import { targetsArea } from "#app/messages/vi/targets.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { DataTable } from "#app/ui/kit/data-table.tsx";
import { TextLink } from "#app/ui/kit/text-link.tsx";
import { useFormat, useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { TARGET_BOARD_PATHS } from "#app/ui/targets/paths.ts";
import { PlanStatePill } from "#app/ui/targets/team-plan-view.tsx";

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
  return (
    <Page
      title={words.teamPlans}
      lead={words.plan.officeLead(year)}
      trail={<Breadcrumb steps={[{ to: TARGET_BOARD_PATHS.board, label: words.title }]} />}
    >
      <DataTable
        caption={words.teamPlans}
        hidesCaption
        columns={[
          {
            key: "team",
            header: words.plan.team,
            cell: ({ teamId, teamName, state }) =>
              state === "none" || state === "draft" ? (
                teamName
              ) : (
                <TextLink to={TARGET_BOARD_PATHS.teamPlan(teamId)}>{teamName}</TextLink>
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
