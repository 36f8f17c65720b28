import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { readForm } from "#app/features/forms/read-form.server.ts";
import { changeMember } from "#app/features/roster/change-member.server.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";
import { affiliationsOf, factsOf } from "#app/features/roster/member-form.server.ts";
import { ROSTER_PATHS } from "#app/features/roster/paths.ts";
import { readMember } from "#app/features/roster/read-member.server.ts";
import { idParam } from "#app/features/roster/read-params.server.ts";
import { memberFactsSchema } from "#app/features/roster/roster.schema.ts";
import { problemsOf } from "#app/features/roster/roster-problems.ts";
import { setAffiliations } from "#app/features/roster/set-affiliations.server.ts";
import { rosterArea } from "#app/messages/vi/roster.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import type { FormAnswer } from "#app/ui/kit/form-answer.ts";
import { FormCard } from "#app/ui/kit/form-card.tsx";
import { SubmitButton } from "#app/ui/kit/submit-button.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { MemberFields } from "#app/ui/roster/member-fields.tsx";
import { useMemberLabels } from "#app/ui/roster/use-member-labels.ts";

export const handle: PageHandle = { title: (say) => say(rosterArea).member.edit };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "roster.manage");
  const member = caller.communeId === null ? null : await readMember(caller, idParam(args.params.memberId));
  if (!member) throw notFound();
  const affiliations = member.affiliations.filter(
    ({ validTo }) => validTo === null || validTo >= caller.today,
  );
  return { member: { ...member, affiliations } };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "roster.manage");
  const memberId = idParam(args.params.memberId);
  if (caller.communeId === null) throw notFound();
  const form = await readForm(args.request, memberFactsSchema);
  if (!form.ok) return askAgain(form.problems, form.values);
  const verdict = await inRoster(caller, "roster.change-member", async (tx, act) => {
    const changed = await changeMember(tx, caller.platform.keys, act, memberId, factsOf(form.value));
    if (changed.ok) await setAffiliations(tx, act, memberId, affiliationsOf(form.value));
    return changed;
  });
  if (!verdict.ok && verdict.code === "not_permitted") throw notFound();
  if (!verdict.ok) return askAgain(problemsOf(verdict), form.values);
  return goOn(`${ROSTER_PATHS.member(memberId)}?xong=luu`);
}

export default function EditMember() {
  const { member } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const words = useMessages(rosterArea).roster.member;
  const labels = useMemberLabels();
  return (
    <Page width="narrow">
      <Breadcrumb steps={[{ to: ROSTER_PATHS.member(member.memberId), label: member.fullName }]} />
      <FormCard title={words.edit} problems={answer?.problems} labels={labels}>
        <MemberFields answer={answer} stored={member} />
        <SubmitButton block>{words.save}</SubmitButton>
      </FormCard>
    </Page>
  );
}
