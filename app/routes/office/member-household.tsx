import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { receiveForm } from "#app/features/forms/read-form.server.ts";
import { answerPlacing } from "#app/features/member-household/answer-form.server.ts";
import { readMemberHousehold } from "#app/features/member-household/read-member-household.server.ts";
import { ROSTER_PATHS } from "#app/features/roster/paths.ts";
import { idParam, optionalNumber } from "#app/features/roster/read-params.server.ts";
import { memberHouseholdArea } from "#app/messages/vi/member-household.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import type { FormAnswer } from "#app/ui/kit/form-answer.ts";
import { useMessages } from "#app/ui/language.tsx";
import { HouseholdForm } from "#app/ui/member-household/household-form.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";

type Loaded = Awaited<ReturnType<typeof loader>>;
export const handle: PageHandle<Loaded> = {
  title: (say, { view }) => say(memberHouseholdArea).pageTitle(view.fullName),
};

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "roster.manage");
  const asked = optionalNumber(new URL(args.request.url).searchParams.get("thon"));
  const view = await readMemberHousehold(caller, idParam(args.params.memberId), asked);
  if (!view) throw notFound();
  return { view };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "roster.manage");
  const memberId = idParam(args.params.memberId);
  const fields = await receiveForm(args.request);
  const answer = fields && (await answerPlacing(caller, memberId, fields));
  if (answer === null) throw notFound();
  if (!answer.ok) return askAgain(answer.problems, answer.values);
  return goOn(`${ROSTER_PATHS.member(memberId)}?xong=ho`);
}

export default function MemberHousehold() {
  const { view } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const words = useMessages(memberHouseholdArea).memberHousehold;
  return (
    <Page
      title={words.pageTitle(view.fullName)}
      lead={words.lead}
      width="narrow"
      trail={<Breadcrumb steps={[{ to: ROSTER_PATHS.member(view.memberId), label: view.fullName }]} />}
    >
      <HouseholdForm key={view.villageId} view={view} answer={answer} />
    </Page>
  );
}
