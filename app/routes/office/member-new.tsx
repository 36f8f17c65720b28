import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { allowed } from "#app/domain/verdict.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { readForm } from "#app/features/forms/read-form.server.ts";
import { addMember } from "#app/features/roster/add-member.server.ts";
import { addMembership } from "#app/features/roster/add-membership.server.ts";
import { refuseKnownPhone } from "#app/features/roster/change-member.server.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";
import { affiliationsOf, factsOf, placeOf } from "#app/features/roster/member-form.server.ts";
import { ROSTER_PATHS } from "#app/features/roster/paths.ts";
import { newIds, optionalNumber } from "#app/features/roster/read-params.server.ts";
import { readSeenRoster } from "#app/features/roster/read-roster.server.ts";
import { newMemberSchema } from "#app/features/roster/roster.schema.ts";
import { problemsOf } from "#app/features/roster/roster-problems.ts";
import { setAffiliations } from "#app/features/roster/set-affiliations.server.ts";
import { rosterArea } from "#app/messages/vi/roster.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { type FormAnswer, fieldText } from "#app/ui/kit/form-answer.ts";
import { FormCard } from "#app/ui/kit/form-card.tsx";
import { SubmitButton } from "#app/ui/kit/submit-button.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { MemberFields, PlaceFields } from "#app/ui/roster/member-fields.tsx";
import { useMemberLabels } from "#app/ui/roster/use-member-labels.ts";

export const handle: PageHandle = { title: (say) => say(rosterArea).member.add };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "roster.manage");
  if (caller.communeId === null) throw notFound();
  const { roster } = await readSeenRoster(caller, "roster.read");
  const [memberId = "", membershipId = ""] = newIds(caller, 2);
  return {
    memberId,
    membershipId,
    today: caller.today,
    teams: roster.teams.map(({ id, name }) => ({ id, name })),
    teamId: optionalNumber(new URL(args.request.url).searchParams.get("to")),
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "roster.manage");
  if (caller.communeId === null) throw notFound();
  const form = await readForm(args.request, newMemberSchema);
  if (!form.ok) return askAgain(form.problems, form.values);
  const { memberId, membershipId, teamId, ...facts } = form.value;
  const verdict = await inRoster(caller, "roster.add-member", async (tx, act) => {
    const { keys } = caller.platform;
    const known = await refuseKnownPhone(tx, keys, act, memberId, { phone: facts.phone ?? null });
    if (known) return known;
    await addMember(tx, keys, act, { id: memberId, ...factsOf(facts) });
    await setAffiliations(tx, act, memberId, affiliationsOf(facts));
    if (teamId === undefined) return allowed({ added: 0 });
    return addMembership(tx, act, { id: membershipId, memberId, teamId, ...(await placeOf(tx, act, facts)) });
  });
  if (!verdict.ok) return askAgain(problemsOf(verdict), form.values);
  return goOn(
    teamId === undefined
      ? `${ROSTER_PATHS.member(memberId)}?xong=luu`
      : `${ROSTER_PATHS.team(teamId)}?xong=1`,
  );
}

export default function NewMember() {
  const { memberId, membershipId, today, teams, teamId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const { roster } = useMessages(rosterArea);
  const labels = useMemberLabels();
  return (
    <Page width="narrow">
      <Breadcrumb steps={[{ to: ROSTER_PATHS.roster, label: roster.title }]} />
      <FormCard title={roster.member.add} problems={answer?.problems} labels={labels}>
        <input type="hidden" name="memberId" value={fieldText(answer, "memberId", memberId)} />
        <input type="hidden" name="membershipId" value={fieldText(answer, "membershipId", membershipId)} />
        <MemberFields answer={answer} />
        <PlaceFields answer={answer} teams={teams} teamId={teamId} today={today} isTeamOptional />
        <SubmitButton block>{roster.member.add}</SubmitButton>
      </FormCard>
    </Page>
  );
}
