import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "#app/domain/access/can.ts";
import { allow, type Caller } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { readForm } from "#app/features/forms/read-form.server.ts";
import { delegateLeadership } from "#app/features/roster/delegate-leadership.server.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";
import { ROSTER_PATHS } from "#app/features/roster/paths.ts";
import { newIds, numberParam } from "#app/features/roster/read-params.server.ts";
import { readTeam, type TeamView } from "#app/features/roster/read-team.server.ts";
import { delegationSchema } from "#app/features/roster/roster.schema.ts";
import { problemsOf } from "#app/features/roster/roster-problems.ts";
import { rosterArea } from "#app/messages/vi/roster.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { type FormAnswer, fieldOf, fieldText } from "#app/ui/kit/form-answer.ts";
import { FormCard } from "#app/ui/kit/form-card.tsx";
import { Notice } from "#app/ui/kit/notice.tsx";
import { SelectField } from "#app/ui/kit/select-field.tsx";
import { SubmitButton } from "#app/ui/kit/submit-button.tsx";
import { TextArea } from "#app/ui/kit/text-area.tsx";
import { TextField } from "#app/ui/kit/text-field.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";

export const handle: PageHandle = { title: (say) => say(rosterArea).delegate.title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "team.delegate");
  const { team, members } = await theirTeam(caller, args.params.teamId);
  return {
    team: { id: team.id, name: team.name },
    hasLeader: members.some(({ role }) => role === "leader"),
    others: members
      .filter(({ role }) => role !== "leader")
      .map(({ memberId, fullName, birthYear }) => ({ memberId, fullName, birthYear })),
    id: newIds(caller, 1)[0] ?? "",
    today: caller.today,
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "team.delegate");
  const { team } = await theirTeam(caller, args.params.teamId);
  const form = await readForm(args.request, delegationSchema);
  if (!form.ok) return askAgain(form.problems, form.values);
  const verdict = await inRoster(caller, "roster.delegate", (tx, act) =>
    delegateLeadership(tx, act, { ...form.value, teamId: team.id }),
  );
  if (!verdict.ok && verdict.code === "not_permitted") throw notFound();
  if (!verdict.ok) return askAgain(problemsOf(verdict), form.values);
  return goOn(`${ROSTER_PATHS.team(team.id)}?xong=1`);
}

/** A team whose leadership the caller may hand on; any other answers as if it were not there. */
async function theirTeam(caller: Caller, param: string | undefined): Promise<TeamView> {
  const { communeId, actor, today } = caller;
  const view = communeId === null ? null : await readTeam(caller, numberParam(param));
  if (!view || communeId === null) throw notFound();
  const { id, villageId } = view.team;
  if (!can(actor, "team.delegate", { communeId, villageId, teamId: id }, today).ok) throw notFound();
  return view;
}

export default function Delegate() {
  const { team, hasLeader, others, id, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const { roster } = useMessages(rosterArea);
  const words = roster.delegate;
  const text = (name: string, was: string | null = null) => fieldOf(answer, name, was);
  const labels = { toMember: words.to, from: words.from, until: words.until, reason: words.reason };
  const closed = hasLeader ? (others.length === 0 ? words.nobody : null) : words.noLeader;
  return (
    <Page width="narrow">
      <Breadcrumb steps={[{ to: ROSTER_PATHS.team(team.id), label: team.name }]} />
      {closed === null ? (
        <FormCard title={words.title} lead={words.lead} problems={answer?.problems} labels={labels}>
          <input type="hidden" name="id" value={fieldText(answer, "id", id)} />
          <SelectField
            {...text("toMember")}
            label={words.to}
            choices={others.map(({ memberId, fullName, birthYear }) => ({
              value: memberId,
              label: birthYear === null ? fullName : `${fullName}, ${roster.list.born(birthYear)}`,
            }))}
          />
          <TextField {...text("from", today)} type="date" label={words.from} />
          <TextField {...text("until")} type="date" label={words.until} />
          <TextArea {...text("reason")} label={words.reason} rows={2} />
          <SubmitButton block>{words.save}</SubmitButton>
        </FormCard>
      ) : (
        <Notice tone="info" title={words.title}>
          {closed}
        </Notice>
      )}
    </Page>
  );
}
