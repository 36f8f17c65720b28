import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { receiveForm } from "#app/features/forms/read-form.server.ts";
import { optionalNumber } from "#app/features/roster/read-params.server.ts";
import { answerTeamPlan } from "#app/features/targets/answer-team-plan.server.ts";
import { plannedTeamsOf, readTeamPlan } from "#app/features/targets/read-team-plan.server.ts";
import { targetsArea } from "#app/messages/vi/targets.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { Card } from "#app/ui/kit/card.tsx";
import { ErrorSummary } from "#app/ui/kit/error-summary.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import type { FormAnswer } from "#app/ui/kit/form-answer.ts";
import { Notice } from "#app/ui/kit/notice.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { TARGET_BOARD_PATHS } from "#app/ui/targets/paths.ts";
import { TeamPlanForm } from "#app/ui/targets/team-plan-form.tsx";
import { TeamPlanView } from "#app/ui/targets/team-plan-view.tsx";

export const handle: PageHandle = { title: (say) => say(targetsArea).plan.title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "team-plan.write");
  const { platform, communeId } = caller;
  if (communeId === null) throw notFound();
  const live = await platform.live.readVersions([`commune:${communeId}`]);
  const query = new URL(args.request.url).searchParams;
  const teams = plannedTeamsOf(caller);
  const asked = optionalNumber(query.get("to")) ?? teams[0] ?? 0;
  const sheet = teams.includes(asked) ? await readTeamPlan(caller, asked) : null;
  if (!sheet) throw notFound();
  return { live, sheet, done: query.get("xong") };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "team-plan.write");
  const fields = await receiveForm(args.request);
  const teamId = Number(fields?.get("team"));
  if (caller.communeId === null || fields === null || !plannedTeamsOf(caller).includes(teamId))
    throw notFound();
  const answer = await answerTeamPlan(caller, teamId, fields);
  if (answer === null) throw notFound();
  if (!answer.ok) return askAgain(answer.problems, answer.values);
  return goOn(
    `${TARGET_BOARD_PATHS.ownPlan}?to=${teamId}&xong=${fields.get("act") === "send" ? "gui" : "luu"}`,
  );
}

export default function TeamPlanPage() {
  const { live, sheet, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  useLive(live);
  const { targets: words } = useMessages(targetsArea);
  const { team, latest, inForce, choices, year } = sheet;
  const isWaiting = latest?.state === "waiting";
  const isChanging = latest !== null && inForce !== null && latest.revision !== inForce.revision;
  return (
    <Page
      title={words.plan.title}
      lead={words.plan.lead(team.teamName, year)}
      trail={<Breadcrumb steps={[{ to: TARGET_BOARD_PATHS.ofTeam, label: words.team.title }]} />}
    >
      {done !== null && !answer ? <Flash>{done === "gui" ? words.plan.sent : words.plan.saved}</Flash> : null}
      {inForce === null ? null : (
        <Card title={words.plan.inForce}>
          <TeamPlanView plan={inForce} choices={choices} />
        </Card>
      )}
      {latest !== null && (isChanging || inForce === null) ? (
        <Card title={words.plan.latest}>
          <TeamPlanView plan={latest} choices={choices} />
        </Card>
      ) : null}
      {isWaiting ? (
        <>
          <ErrorSummary problems={answer?.problems} />
          <Notice tone="info">{words.plan.waits}</Notice>
        </>
      ) : (
        <Card title={latest === null ? words.plan.write : words.plan.rewrite}>
          <TeamPlanForm
            key={latest?.revision ?? 0}
            teamId={team.teamId}
            latest={latest}
            choices={choices}
            answer={answer}
          />
        </Card>
      )}
    </Page>
  );
}
