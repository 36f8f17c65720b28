import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import UsersRound from "lucide-react/icons/users-round";
import { can } from "#app/domain/access/can.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { readTeamTargets } from "#app/features/targets/read-team-targets.server.ts";
import { rosterArea } from "#app/messages/vi/roster.ts";
import { targetsArea } from "#app/messages/vi/targets.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { LinkButton } from "#app/ui/kit/link-button.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { TARGET_BOARD_PATHS } from "#app/ui/targets/paths.ts";
import { TeamMonth } from "#app/ui/targets/team-month.tsx";
import { TeamYear } from "#app/ui/targets/team-year.tsx";

export const handle: PageHandle = { title: (say) => say(targetsArea).team.title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "team.read");
  const { platform, communeId, permission, actor, today } = caller;
  if (communeId === null) throw notFound();
  const live = await platform.live.readVersions([`commune:${communeId}`]);
  const teamIds = permission.grants.flatMap((grant) =>
    grant.communeId === communeId && grant.teamId !== null ? [grant.teamId] : [],
  );
  return {
    live,
    teams: await readTeamTargets(caller, teamIds),
    mayPlan: can(actor, "team-plan.write", null, today).ok,
  };
}

export default function TeamTargets() {
  const { live, teams, mayPlan } = useLoaderData<typeof loader>();
  useLive(live);
  const { targets: words, roster } = useMessages(targetsArea, rosterArea);
  return (
    <Page
      title={words.team.title}
      lead={words.team.lead}
      trail={<Breadcrumb steps={[{ to: "/to-cua-toi", label: roster.mine.teamTitle }]} />}
      actions={
        mayPlan ? (
          <LinkButton to={TARGET_BOARD_PATHS.ownPlan} variant="secondary">
            {words.plan.title}
          </LinkButton>
        ) : null
      }
    >
      {teams.length === 0 ? (
        <EmptyState icon={UsersRound} title={roster.mine.noTeamTitle}>
          {roster.mine.noTeamBody}
        </EmptyState>
      ) : null}
      {teams.map(({ teamId, teamName, villageName, month, lines }) => (
        <section key={teamId} aria-labelledby={`team-${teamId}`} className="grid gap-5">
          <h2 id={`team-${teamId}`} className="text-2xl">
            {teamName}
          </h2>
          <TeamMonth month={month} />
          <TeamYear villageName={villageName} lines={lines} />
        </section>
      ))}
    </Page>
  );
}
