import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { readForm } from "#app/features/forms/read-form.server.ts";
import { addMembership } from "#app/features/roster/add-membership.server.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";
import { placeOf } from "#app/features/roster/member-form.server.ts";
import { ROSTER_PATHS } from "#app/features/roster/paths.ts";
import { readMember } from "#app/features/roster/read-member.server.ts";
import { idParam, newIds } from "#app/features/roster/read-params.server.ts";
import { readSeenRoster } from "#app/features/roster/read-roster.server.ts";
import { newPlaceSchema } from "#app/features/roster/roster.schema.ts";
import { problemsOf } from "#app/features/roster/roster-problems.ts";
import { rosterArea } from "#app/messages/vi/roster.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { type FormAnswer, fieldText } from "#app/ui/kit/form-answer.ts";
import { FormCard } from "#app/ui/kit/form-card.tsx";
import { SubmitButton } from "#app/ui/kit/submit-button.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { PlaceFields } from "#app/ui/roster/member-fields.tsx";
import { useMemberLabels } from "#app/ui/roster/use-member-labels.ts";

export const handle: PageHandle = { title: (say) => say(rosterArea).member.joinTeam };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "roster.manage");
  const member = caller.communeId === null ? null : await readMember(caller, idParam(args.params.memberId));
  if (!member) throw notFound();
  const { roster } = await readSeenRoster(caller, "roster.read");
  return {
    memberId: member.memberId,
    fullName: member.fullName,
    membershipId: newIds(caller, 1)[0] ?? "",
    today: caller.today,
    teams: roster.teams.map(({ id, name }) => ({ id, name })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "roster.manage");
  const memberId = idParam(args.params.memberId);
  if (caller.communeId === null) throw notFound();
  const form = await readForm(args.request, newPlaceSchema);
  if (!form.ok) return askAgain(form.problems, form.values);
  const { membershipId, teamId, ...place } = form.value;
  const verdict = await inRoster(caller, "roster.add-membership", async (tx, act) =>
    addMembership(tx, act, { id: membershipId, memberId, teamId, ...(await placeOf(tx, act, place)) }),
  );
  if (!verdict.ok && verdict.code === "not_permitted") throw notFound();
  if (!verdict.ok) return askAgain(problemsOf(verdict), form.values);
  return goOn(`${ROSTER_PATHS.member(memberId)}?xong=luu`);
}

export default function JoinTeam() {
  const { memberId, fullName, membershipId, today, teams } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const words = useMessages(rosterArea).roster.member;
  const labels = useMemberLabels();
  return (
    <Page width="narrow">
      <Breadcrumb steps={[{ to: ROSTER_PATHS.member(memberId), label: fullName }]} />
      <FormCard title={words.joinTeam} lead={fullName} problems={answer?.problems} labels={labels}>
        <input type="hidden" name="membershipId" value={fieldText(answer, "membershipId", membershipId)} />
        <PlaceFields answer={answer} teams={teams} teamId={null} today={today} />
        <SubmitButton block>{words.joinTeam}</SubmitButton>
      </FormCard>
    </Page>
  );
}
