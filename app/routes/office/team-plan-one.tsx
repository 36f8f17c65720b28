import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { receiveForm } from "#app/features/forms/read-form.server.ts";
import { numberParam } from "#app/features/roster/read-params.server.ts";
import { answerTeamPlanWord } from "#app/features/targets/answer-team-plan.server.ts";
import { readTeamPlan } from "#app/features/targets/read-team-plan.server.ts";
import { targetsArea } from "#app/messages/vi/targets.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { Button } from "#app/ui/kit/button.tsx";
import { Card } from "#app/ui/kit/card.tsx";
import { ErrorSummary } from "#app/ui/kit/error-summary.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import { type FormAnswer, fieldOf } from "#app/ui/kit/form-answer.ts";
import { SubmitButton } from "#app/ui/kit/submit-button.tsx";
import { TextArea } from "#app/ui/kit/text-area.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { TARGET_BOARD_PATHS } from "#app/ui/targets/paths.ts";
import { TeamPlanView } from "#app/ui/targets/team-plan-view.tsx";

export const handle: PageHandle = { title: (say) => say(targetsArea).plan.title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "team-plan.approve");
  const { platform, communeId } = caller;
  if (communeId === null) throw notFound();
  const live = await platform.live.readVersions([`commune:${communeId}`]);
  const sheet = await readTeamPlan(caller, numberParam(args.params.teamId));
  if (!sheet) throw notFound();
  // What a team has not sent is still its own.
  const isSent = sheet.latest !== null && sheet.latest.state !== "draft";
  return {
    live,
    sheet: isSent ? sheet : { ...sheet, latest: null },
    isDone: new URL(args.request.url).searchParams.has("xong"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "team-plan.approve");
  const fields = await receiveForm(args.request);
  const teamId = numberParam(args.params.teamId);
  const answer =
    caller.communeId === null || fields === null ? null : await answerTeamPlanWord(caller, teamId, fields);
  if (answer === null) throw notFound();
  if (!answer.ok) return askAgain(answer.problems, answer.values);
  return goOn(`${TARGET_BOARD_PATHS.teamPlan(teamId)}?xong`);
}

export default function TeamPlanOne() {
  const { live, sheet, isDone } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  useLive(live);
  const { targets: words } = useMessages(targetsArea);
  const { team, latest, inForce, choices, year } = sheet;
  const shown = latest ?? inForce;
  return (
    <Page
      title={words.plan.ofTeam(team.teamName)}
      lead={words.plan.lead(team.teamName, year)}
      trail={
        <Breadcrumb
          steps={[
            { to: TARGET_BOARD_PATHS.board, label: words.title },
            { to: TARGET_BOARD_PATHS.teamPlans, label: words.teamPlans },
          ]}
        />
      }
    >
      {isDone && !answer ? <Flash>{words.plan.answered}</Flash> : null}
      <Card>
        {shown === null ? (
          <p className="text-ink-soft">{words.plan.states.none}</p>
        ) : (
          <TeamPlanView plan={shown} choices={choices} />
        )}
      </Card>
      {latest?.state === "waiting" ? (
        <Card title={words.plan.decide}>
          <Form method="post" noValidate className="grid max-w-xl gap-4">
            <ErrorSummary problems={answer?.problems} labels={{ note: words.plan.note }} />
            <input type="hidden" name="revision" value={latest.revision} />
            <TextArea
              {...fieldOf(answer, "note")}
              label={words.plan.note}
              hint={words.plan.noteHint}
              rows={3}
              maxLength={500}
              optional
            />
            <div className="flex flex-wrap gap-3">
              <SubmitButton name="act" value="approve">
                {words.plan.approve}
              </SubmitButton>
              <Button type="submit" name="act" value="return" variant="secondary">
                {words.plan.return}
              </Button>
            </div>
          </Form>
        </Card>
      ) : (
        <ErrorSummary problems={answer?.problems} />
      )}
    </Page>
  );
}
