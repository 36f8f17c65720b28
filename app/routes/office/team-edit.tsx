import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { readForm } from "#app/features/forms/read-form.server.ts";
import { changeTeam } from "#app/features/roster/change-team.server.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";
import { ROSTER_PATHS } from "#app/features/roster/paths.ts";
import { numberParam } from "#app/features/roster/read-params.server.ts";
import { readTeam } from "#app/features/roster/read-team.server.ts";
import { teamFactsSchema } from "#app/features/roster/roster.schema.ts";
import { problemsOf } from "#app/features/roster/roster-problems.ts";
import { rosterArea } from "#app/messages/vi/roster.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import type { FormAnswer } from "#app/ui/kit/form-answer.ts";
import { FormCard } from "#app/ui/kit/form-card.tsx";
import { SubmitButton } from "#app/ui/kit/submit-button.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { TeamFields } from "#app/ui/roster/team-fields.tsx";

export const handle: PageHandle = { title: (say) => say(rosterArea).team.edit };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "roster.manage");
  const view = caller.communeId === null ? null : await readTeam(caller, numberParam(args.params.teamId));
  if (!view) throw notFound();
  return { team: view.team };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "roster.manage");
  if (caller.communeId === null) throw notFound();
  const teamId = numberParam(args.params.teamId);
  const form = await readForm(args.request, teamFactsSchema);
  if (!form.ok) return askAgain(form.problems, form.values);
  const { name, decisionNumber = null, decisionDate = null, zaloGroup = null } = form.value;
  const verdict = await inRoster(caller, "roster.change-team", (tx, act) =>
    changeTeam(tx, act, teamId, { name, decisionNumber, decisionDate, zaloGroup }),
  );
  if (!verdict.ok && verdict.code === "not_permitted") throw notFound();
  if (!verdict.ok) return askAgain(problemsOf(verdict), form.values);
  return goOn(`${ROSTER_PATHS.team(teamId)}?xong=1`);
}

export default function EditTeam() {
  const { team } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const { roster } = useMessages(rosterArea);
  const words = roster.team;
  return (
    <Page width="narrow">
      <Breadcrumb steps={[{ to: ROSTER_PATHS.team(team.id), label: team.name }]} />
      <FormCard title={words.edit} problems={answer?.problems} labels={{ name: words.name }}>
        <TeamFields answer={answer} stored={team} />
        <SubmitButton block>{roster.member.save}</SubmitButton>
      </FormCard>
    </Page>
  );
}
