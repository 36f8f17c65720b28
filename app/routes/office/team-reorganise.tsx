import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { teamRoles } from "#app/domain/people/membership.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { receiveForm } from "#app/features/forms/read-form.server.ts";
import { ROSTER_PATHS } from "#app/features/roster/paths.ts";
import { numberParam } from "#app/features/roster/read-params.server.ts";
import { readTeam } from "#app/features/roster/read-team.server.ts";
import { reorganiseByForm } from "#app/features/roster/reorganise-form.server.ts";
import { rosterArea } from "#app/messages/vi/roster.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { type FormAnswer, fieldOf } from "#app/ui/kit/form-answer.ts";
import { FormCard } from "#app/ui/kit/form-card.tsx";
import { SelectField } from "#app/ui/kit/select-field.tsx";
import { SubmitButton } from "#app/ui/kit/submit-button.tsx";
import { TextField } from "#app/ui/kit/text-field.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";

export const handle: PageHandle = { title: (say) => say(rosterArea).reorganise.title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "roster.manage");
  const view = caller.communeId === null ? null : await readTeam(caller, numberParam(args.params.teamId));
  if (!view) throw notFound();
  return { team: view.team, members: view.members, today: caller.today };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "roster.manage");
  const view = caller.communeId === null ? null : await readTeam(caller, numberParam(args.params.teamId));
  const fields = await receiveForm(args.request);
  if (!view || fields === null) throw notFound();
  const answer = await reorganiseByForm(caller, view, fields);
  if (answer.ok === null) return askAgain(answer.problems, answer.values);
  if (!answer.ok) throw notFound();
  return goOn(`${ROSTER_PATHS.team(view.team.id)}?xong=1`);
}

export default function ReorganiseTeam() {
  const { team, members, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const { roster } = useMessages(rosterArea);
  const words = roster.reorganise;
  const labels = {
    decisionNumber: roster.team.decisionNumber,
    decisionDate: roster.team.decisionDate,
    effectiveOn: words.effectiveOn,
    ...Object.fromEntries(members.map(({ membershipId, fullName }) => [`fate-${membershipId}`, fullName])),
  };
  const fates = [
    ...teamRoles.map((role) => ({ value: role as string, label: roster.roles[role] })),
    { value: "leaves", label: words.leaves },
  ];
  const text = (name: string, was: string | null = null) => fieldOf(answer, name, was);
  return (
    <Page width="narrow">
      <Breadcrumb steps={[{ to: ROSTER_PATHS.team(team.id), label: team.name }]} />
      <FormCard title={words.title} lead={words.lead} problems={answer?.problems} labels={labels}>
        <TextField
          {...text("decisionNumber")}
          label={roster.team.decisionNumber}
          hint={roster.team.decisionNumberHint}
        />
        <TextField {...text("decisionDate")} type="date" label={roster.team.decisionDate} />
        <TextField {...text("effectiveOn", today)} type="date" label={words.effectiveOn} />
        {members.map(({ membershipId, fullName, birthYear, role }) => (
          <SelectField
            key={membershipId}
            {...text(`fate-${membershipId}`, role)}
            label={birthYear === null ? fullName : `${fullName}, ${roster.list.born(birthYear)}`}
            choices={fates}
          />
        ))}
        <p className="text-ink-soft">{words.thenAdd}</p>
        <SubmitButton block>{words.save}</SubmitButton>
      </FormCard>
    </Page>
  );
}
